#include "journal.h"

#include "strict_json.h"

#include <problem.h>
#include <string.h>

bool journal_open(struct journal *journal, const char *path)
{
    journal->file = fopen(path, "w+be");
    journal->records = 0;
    return journal->file != NULL;
}

void journal_close(struct journal *journal)
{
    fclose(journal->file);
}

static cJSON *refuse(const char **wrong, const char *what)
{
    *wrong = what;
    return NULL;
}

static bool is_printable(const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)line[i] < ' ' || line[i] == 0x7F)
            return false;
    return true;
}

cJSON *journal_take(struct journal *journal, const char **wrong)
{
    static char line[PROBLEM_RECORD_SIZE + 2];
    size_t length = 0, error;
    int byte = EOF;
    *wrong = NULL;
    clearerr(journal->file); /* it may have grown since its end was seen */
    while (length < sizeof line && (byte = fgetc(journal->file)) != EOF && byte != '\n')
        line[length++] = (char)byte;
    if (length == 0 && byte == EOF)
        return NULL;
    if (byte != '\n' || length >= PROBLEM_RECORD_SIZE)
        return refuse(wrong, "a record without an end");
    if (!is_printable(line, length))
        return refuse(wrong, "a record with control characters");
    if (line[0] != '{' || !strict_json(line, length, &error))
        return refuse(wrong, "a record that is no JSON object");
    journal->records++;
    cJSON *record = cJSON_ParseWithLength(line, length);
    return record != NULL ? record : refuse(wrong, "a record that cJSON does not read");
}

const char *journal_text(const cJSON *record, const char *name)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(record, name));
}
