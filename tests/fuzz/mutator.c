/*
 * How libFuzzer changes registries: by words and lines more often than by bytes, since few of the
 * latter leave a registry that the compiler takes. Only linked with libFuzzer.
 */
#include "base/text.h"

#include <string.h>

/* libFuzzer's: changes bytes in place, by its dictionary too; returns the new length. */
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t length, size_t capacity);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t capacity, unsigned seed);

enum { PIECE_MAX = 4096 };

/* What is being changed, in place. */
struct draft {
    char *bytes;
    size_t length, capacity;
    uint32_t state; /* of the random numbers */
};

static size_t below(struct draft *draft, size_t limit)
{
    draft->state = draft->state * 1664525 + 1013904223;
    return limit ? (draft->state >> 8) % limit : 0;
}

/* The stretch around a random byte that none of the marks stands in. */
static struct text piece(struct draft *draft, const char *marks)
{
    size_t begin = below(draft, draft->length), end = begin;
    while (begin > 0 && memchr(marks, draft->bytes[begin - 1], strlen(marks)) == NULL)
        begin--;
    while (end < draft->length && memchr(marks, draft->bytes[end], strlen(marks)) == NULL)
        end++;
    return (struct text){draft->bytes + begin, end > begin ? end - begin : 0};
}

/* Puts `length` bytes in the place of a piece of the draft; nothing where they find no room. */
static void replace(struct draft *draft, struct text old, const char *bytes, size_t length)
{
    size_t begin = (size_t)(old.bytes - draft->bytes), end = begin + old.length;
    if (draft->length - old.length + length > draft->capacity)
        return;
    memmove(draft->bytes + begin + length, draft->bytes + end, draft->length - end);
    memcpy(draft->bytes + begin, bytes, length);
    draft->length = draft->length - old.length + length;
}

static void mutate_word(struct draft *draft, const char *marks)
{
    char copy[PIECE_MAX];
    struct text word = piece(draft, marks);
    if (word.length > PIECE_MAX / 2)
        return;
    memcpy(copy, word.bytes, word.length);
    size_t length = LLVMFuzzerMutate((uint8_t *)copy, word.length, word.length + 64);
    replace(draft, word, copy, length);
}

/* Puts one piece where another one is, or in front of it. */
static void copy_piece(struct draft *draft, const char *marks, bool in_place)
{
    char copy[PIECE_MAX];
    struct text from = piece(draft, marks), to = piece(draft, marks);
    size_t length = from.length < PIECE_MAX - 1 ? from.length : 0;
    memcpy(copy, from.bytes, length);
    if (!in_place) {
        copy[length++] = marks[0];
        to.length = 0;
    }
    replace(draft, to, copy, length);
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t capacity, unsigned seed)
{
    static const char words[] = " \n:,{}[]\"'", values[] = "\n,{}[]", lines[] = "\n";
    struct draft draft = {(char *)bytes, length, capacity, seed};
    if (length == 0)
        return LLVMFuzzerMutate(bytes, length, capacity);
    for (size_t changes = 1 + below(&draft, 3); changes > 0 && draft.length > 0; changes--)
        switch (below(&draft, 9)) {
        case 0:
            draft.length = LLVMFuzzerMutate(bytes, draft.length, capacity);
            break;
        case 1:
            replace(&draft, piece(&draft, lines), "", 0);
            break;
        case 2:
            copy_piece(&draft, lines, false);
            break;
        case 3:
            copy_piece(&draft, values, false);
            break;
        case 4:
            copy_piece(&draft, values, true);
            break;
        case 5:
            copy_piece(&draft, words, true);
            break;
        default:
            mutate_word(&draft, words);
            break;
        }
    return draft.length;
}
