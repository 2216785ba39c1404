/*
 * Payments API: its problems as tables.
 *
 * Made by problemc from payments.yaml. Do not edit; edit that file and run
 *
 *     problemc compile payments.yaml -o DIR
 *
 * These are 7275 bytes of constant data, which the runtime reads; problem_tables.h describes
 * them. Numbers are in octal, the lowest byte first. Texts stand as they are sent: what bodies begin
 * with, under names, and of each body what follows, from the problem's code on; a NUL stands where
 * the quote behind code and title comes, and values come in between. What is the same for several
 * problems is said once, with the first of them.
 */
#define PAYMENTS_DIGEST_ALONE /* compilers would read the rest for nothing */
#include "payments_problems.h"
#undef PAYMENTS_DIGEST_ALONE

#if PAYMENTS_DIGEST != 0x3edc148281832a8b
#error "payments_problems.h and payments_problems.c were not made in one run"
#endif

/* The literals fill their arrays to the last byte: there is no NUL at the end of any. */
#if defined(__has_attribute)
#if __has_attribute(nonstring)
#define PAYMENTS_BYTES __attribute__((nonstring))
#endif
#endif
#ifndef PAYMENTS_BYTES
#define PAYMENTS_BYTES
#endif

struct payments_problem_tables {
    PAYMENTS_BYTES char head_0[72];
    PAYMENTS_BYTES char offsets_1[84];
    PAYMENTS_BYTES char names_2[88];
    PAYMENTS_BYTES char rule_3[428];
    PAYMENTS_BYTES char problem_4[3834];
    PAYMENTS_BYTES char problem_5[2491];
    PAYMENTS_BYTES char codes_6[115];
    PAYMENTS_BYTES char numbers_7[131];
    PAYMENTS_BYTES char end_8[32];
};

_Static_assert(sizeof(struct payments_problem_tables) == 7275, "the tables have no gaps");

const struct payments_problem_tables payments_problem_tables = {
    .head_0 =
        "problem\0\6\0\0\0k\34\0\0\213*\203\201\202\24\334>\234\0\0\0\247\0\0\0\21\0\0\0\20\0\0\0"
        "H\0\0\0U\33\0\0\0\0\0\0\14\34\0\0\214\0\0\0\4\0\0\1\21\26\0\0\311\0\0\0",
    .offsets_1 =
        "T\3\0\0\0\5\0\0#\6\0\0_\7\0\0\312\10\0\0m\12\0\0u\15\0\0j\16\0\0\214\17\0\0\300\20\0\0|"
        "\22\0\0\347\23\0\0\311\24\0\0Q\26\0\0\274\27\0\0\353\30\0\0A\32\0\0002\1\0\0\236\1\0\0"
        "\327\1\0\0\221\2\0\0",
    .names_2 =
        "\10\0payments\0\37\0https://api.example.com/errors/\0(\0{\"type\":\"https://api.example."
        "com/errors/\0",
    .rule_3 =
        /* required */
        "\10\0required\0\1\0\1\0\0\0\1\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\200\0\377\0\0\0\20\0\0\0Must"
        " be present.\0\20\0\364\0\0\0\27\1\0\0\0"
        /* minimum */
        "\7\0minimum\0\1\0\0\0\1\0\0\0\0\0\340\377\377\377\377\377\377\377\37\0\2\0\2\0\0\0\0\1"
        "\21\0\0\0\1\0\0\0\0\0\0\0\10\0\0\0\202\0\200\0Y\1\0\0\22\0\0\0Must be at least "
        ".\0\21\1\5\0limit\0\222\1\0\0;\1\0\0u\1\0\0\1E\1\0\0\0\0"
        /* maximum */
        "\7\0maximum\0Y\1\0\0\21\0\0\0Must be at most .\0\20\1\222\1\0\0\255\1\0\0\267\1\0\0\1E\1"
        "\0\0\0\0"
        /* format */
        "\6\0format\0\20\0a decimal number\0\17\0a currency code\0\6\0a UUID\0\6\0a "
        "date\0\21\0an account number\0\5\0\5\0\357\1\0\0\2\2\0\0\24\2\0\0\35\2\0\0&\2\0\0\2\0\2"
        "\0\0\0\0\1\21\0\0\0\1\0\0\0\0\0\0\0\13\0\0\0\202\0\200\0R\2\0\0\11\0\0\0Must be "
        ".\0\10\1\10\0expected\0\202\2\0\0\346\1\0\0n\2\0\0\1:\2\0\0\0\0",
    .problem_4 =
        /* insufficient-funds */
        "\7\0balance\0\2\0\0\0\2\2\4\0cost\0\5\0shard\0\6\0 \0\252\2\0\0\0\0\252\2\0\0\0\0\277\2"
        "\0\0\2\0\0\1\2\11\0\5\0\1\1\0\1\231\0\0\0\3\0\0\0\0\0\0\0\10\0\10\1\5\0\10\0\10\1\0\0\4"
        "\3\202\0\202\1\0\0\205\0\0\0\201\0\201\1\223\1\3\1\0\0\0\0\3\0\0\0\"\0\0\0\3\0\0\0\0\0\0"
        "\0\3\0\0\0\0\0\0\0\303\2\0\0\325\2\0\0\330\2\0\0\10\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
        "\0\267\2\0\0\260\2\0\0\240\2\0\0\14\0\0\0\10\3\0\0\22\13\22\0\243\0\0\0\22\0insufficient"
        "-funds\0,\"title\":\"Insufficient funds\0,\"status\":403,\"detail\":\"Your balance is  "
        "but this transaction requires .\",\"instance\":\"urn:uuid:\",\"balance\":,\"cost\":\0X"
        "\37\30\14\10=\13\2\1"
        /* account-suspended */
        "\6\0reason\0\14\0fraud-review\0\15\0owner-request\0\13\0unpaid-fees\0\5\0\3\0\34\4\0\0+"
        "\4\0\0;\4\0\0\13\0case_number\0\5\0since\0\10\0\0\0I\4\0\0\0\0\277\2\0\0\2\0o\4\0\0\0\1"
        "\0\2\1\10\0\4\0\1\1\0\1u\0\0\0\5\0\0\0\0\0\0\0\13\0\5\0\14\0\14\2\0\0\4\2\202\0\0\0\205"
        "\0\0\0\201\0\201\2\223\1\3\1\0\0\0\0\3\0\0\0\"\0\0\0\1\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0s\4"
        "\0\0\205\4\0\0\210\4\0\0\10\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0g\4\0\0Y\4\0\0\23\4\0\0"
        "\15\0\0\0\264\4\0\0\21\13\21\0\246\0\0\0\22\0account-suspended\0,\"title\":\"Account "
        "suspended\0,\"status\":403,\"detail\":\"The account was suspended () and accepts no "
        "payments.\",\"instance\":\"urn:uuid:\",\"reason\":,\"since\":\0a1\13\11;\13\33\1"
        /* duplicate-payment */
        "\5\0\2\0\0\0\1\2$\0\0\0\0\0\0\0\0\0\0\0\5\0\0\0\0\0\4\1\0\0\205\0\200\0\231\1\0\1\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\10\3\0\0\10\3\0\0\301\5\0\0\10\3\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\16\0\0\0\343\5\0\0\21\1\21\0\273\0\0\0006\0duplicate-pa"
        "yment\0Duplicate payment\0{\"type\":\"https://api.example.com/errors/duplicate-payment\""
        ",\"title\":\"Duplicate payment\",\"status\":409,\"detail\":\"A payment with this "
        "idempotency key was made before.\",\"instance\":\"urn:uuid:\"}\0\271\0\2\0c\0\13\0005\0"
        /* unknown-payee */
        "\246\1\3\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\10\3\0\0\10\3\0\0\301"
        "\5\0\0\10\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\17\0\0\0\37\7\0\0\15\1\15\0\260\0\0\0.\0"
        "unknown-payee\0Unknown payee\0{\"type\":\"https://api.example.com/errors/unknown-payee\""
        ",\"title\":\"Unknown payee\",\"status\":422,\"detail\":\"There is no account with the "
        "number of the payee.\",\"instance\":\"urn:uuid:\"}\0\256\0\2\0[\0\13\0002\0"
        /* currency-mismatch */
        "\10\0currency\0\6\0\3\0S\10\0\0\0\0\0\7\0\3\0\1\1\0\1U\0\0\0\1\0\0\0\0\0\0\0\10\0\5\0\12"
        "\0\0\0\4\2\202\0\0\0\205\0\0\0\201\0\246\1\3\1\0\0\0\0\1\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\1"
        "\0\0\0\0\0\0\0W\10\0\0]\10\0\0^\10\0\0\10\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0H\10\0\0"
        "\20\0\0\0\206\10\0\0\21\13\21\0\231\0\0\0\22\0currency-mismatch\0,\"title\":\"Currency "
        "mismatch\0,\"status\":422,\"detail\":\"The account is kept in  and the payment is "
        "not.\",\"instance\":\"urn:uuid:\",\"currency\":\0]/\15;\13\31\1"
        /* rate-limited */
        "\4\0sent\0\1\0\0\0\0\0\0\0\0\0\0\0\377\377\377\377\377\377\37\0\13\0retry_after\0\13\0Re"
        "try-After\0\1\0\1\0\0\0\0\1\20\0\0\0\4\0\0\0\0\0\0\0\10\2\202\2\264\11\0\0\0\0\0\0\0\0"
        "\204\11\0\0\0\0\204\11\0\0\0\0\204\11\0\0\1\0\11\0\5\0\1\1\0\1\221\0\0\0\3\0\0\0\0\0\0\0"
        "\10\0\10\1\5\0\10\0\10\1\0\0\4\3\202\0\202\1\0\0\205\0\0\0\201\0\201\1\246\11\0\0\314\11"
        "\0\0\0\255\1\2\1\0\0\0\0\3\0\1\0\0\0\0\0\3\0\0\0\0\0\0\0\3\0\0\0\0\0\0\0\326\11\0\0\325"
        "\2\0\0\350\11\0\0\30\12\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\230\11\0\0\222\1\0\0}\11\0\0"
        "\24\0\0\0!\12\0\0\14\13\21\0\232\0\0\0\22\0rate-limited\0,\"title\":\"Too many "
        "requests\0,\"status\":429,\"detail\":\"You sent  requests in a minute and  are "
        "allowed.\",\"instance\":\"urn:uuid:\",\"sent\":,\"limit\":\0J\32$\11\0116\13\16\1"
        /* validation-failed */
        "\6\0\3\0\1\1\0\1M\0\0\0\0\0\0\0\0\0\0\0\5\0\0\0\6\0\0\0\4\1\0\0\205\0\200\0\206\0\12\0\""
        "pointer\":\0\14\0\"parameter\":\0\11\0\"header\":\0\11\0\"detail\":\0\7\0\"rule\":\0\21"
        "\0\"errors_omitted\":\0\0\0\1\0\0\0\1\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\233\13\0\0000\0\0\0"
        "\",\"detail\":\"Must be present.\",\"rule\":\"required\"}\0000\0\0\0\2\0\0\0\0\1\21\0\0"
        "\0\1\0\0\0\0\0\0\0\10\0\0\0\354\13\0\0001\0\0\0\",\"detail\":\"Must be at least "
        ".\",\"rule\":\"minimum\"}\0\35\24\354\13\0\0000\0\0\0\",\"detail\":\"Must be at most "
        ".\",\"rule\":\"maximum\"}\0\34\24\0\0\2\0\0\0\0\1\21\0\0\0\1\0\0\0\0\0\0\0\13\0\0\0{\14"
        "\0\0'\0\0\0\",\"detail\":\"Must be .\",\"rule\":\"format\"}\0\24\23\261\13\0\0\4\14\0\0@"
        "\14\0\0\223\14\0\0\15\0{\"pointer\":\"#\0\16\0{\"parameter\":\"\0\13\0{\"header\":\"\0 "
        "\0\0\1I\13\0\0V\13\0\0e\13\0\0q\13\0\0}\13\0\0\207\13\0\0\305\14\0\0\325\14\0\0\345\14\0"
        "\0\345\14\0\0\366\14\0\0\17\246\1\3\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
        "\0\0\0\10\3\0\0\10\3\0\0#\13\0\0\10\3\0\0\4\15\0\0\0\0\0\0\0\0\0\0\0\0\0\0\36\0\0\0005"
        "\15\0\0\21\13\21\0\234\0\0\0\22\0validation-failed\0,\"title\":\"Validation "
        "failed\0,\"status\":422,\"detail\":\"Some of what was sent can't be accepted; see "
        "errors.\",\"instance\":\"urn:uuid:\",\"errors\":\0\221\1\12;\0135"
        /* malformed-request */
        "\220\1\3\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\10\3\0\0\10\3\0\0\301"
        "\5\0\0\10\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\37\0\0\0*\16\0\0\21\1\21\0\241\0\0\0006"
        "\0malformed-request\0Malformed request\0{\"type\":\"https://api.example.com/errors/malfo"
        "rmed-request\",\"title\":\"Malformed request\",\"status\":400,\"detail\":\"The request "
        "can't be read.\",\"instance\":\"urn:uuid:\"}\0\237\0\2\0c\0\13\0\33\0"
        /* unsupported-media-type */
        "\237\1\3\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\10\3\0\0\10\3\0\0\301"
        "\5\0\0\10\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0 \0\0\0L\17\0\0\26\1\26\0\251\0\0\0@\0uns"
        "upported-media-type\0Unsupported media type\0{\"type\":\"https://api.example.com/errors/"
        "unsupported-media-type\",\"title\":\"Unsupported media type\",\"status\":415,\"detail\":"
        "\"The body has to be JSON.\",\"instance\":\"urn:uuid:\"}\0\247\0\2\0m\0\13\0\31\0"
        /* not-found */
        "\224\1\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\10\3\0\0\10\3\0\0\301"
        "\5\0\0\10\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0(\0\0\0\200\20\0\0\11\1\11\0\251\0\0\0&\0"
        "not-found\0Not found\0{\"type\":\"https://api.example.com/errors/not-found\",\"title\":"
        "\"Not found\",\"status\":404,\"detail\":\"There is nothing at this address that you can "
        "see.\",\"instance\":\"urn:uuid:\"}\0\247\0\2\0S\0\13\0003\0",
    .problem_5 =
        /* method-not-allowed */
        "\5\0allow\0\3\0GET\0\4\0HEAD\0\4\0POST\0\3\0PUT\0\5\0PATCH\0\6\0DELETE\0\7\0OPTIONS\0\5"
        "\0\7\0\242\21\0\0\250\21\0\0\257\21\0\0\266\21\0\0\274\21\0\0\304\21\0\0\315\21\0\0\11\0"
        "\7\0\327\21\0\0\5\0Allow\0\1\0\1\0\0\0\0\1\?\0\0\0\1\0\0\0\0\0\0\0\13\0\202\0\7\22\0\0\0"
        "\0\0\0\0\0\367\21\0\0\1\0\377\21\0\0\37\22\0\0\1\225\1\0\1\0\0\0\0\1\0\1\0\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0)\22\0\0]\10\0\0\301\5\0\0/\22\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
        "\0\0\232\21\0\0)\0\0\08\22\0\0\22\1\22\0\266\0\0\08\0method-not-allowed\0Method not "
        "allowed\0{\"type\":\"https://api.example.com/errors/method-not-allowed\",\"title\":\"Met"
        "hod not allowed\",\"status\":405,\"detail\":\"This resource does not answer to that "
        "method.\",\"instance\":\"urn:uuid:\"}\0\264\0\2\0e\0\13\0.\0"
        /* payload-too-large */
        "\204\11\0\0\0\0\7\0\3\0\1\1\0\1o\0\0\0\1\0\0\0\0\0\0\0\10\0\5\0\10\0\0\0\4\2\202\0\0\0"
        "\205\0\0\0\201\0\235\1\3\1\0\0\0\0\1\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0u\23\0"
        "\0]\10\0\0{\23\0\0\10\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\222\1\0\0*\0\0\0\243\23\0\0"
        "\21\13\21\0\210\0\0\0\22\0payload-too-large\0,\"title\":\"Payload too large\0,\"status\""
        ":413,\"detail\":\"The request has more than  bytes.\",\"instance\":\"urn:uuid:\",\"limit"
        "\":\0`\36\12;\13\10\1"
        /* head-too-large */
        "\257\1\3\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\10\3\0\0\10\3\0\0\301"
        "\5\0\0\10\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0+\0\0\0\211\24\0\0\16\1\26\0\307\0\0\08\0"
        "head-too-large\0Request head too large\0{\"type\":\"https://api.example.com/errors/head-"
        "too-large\",\"title\":\"Request head too large\",\"status\":431,\"detail\":\"The "
        "address and the header fields of the request are too long.\",\"instance\":\"urn:uuid:\"}"
        "\0\305\0\2\0e\0\13\0\?\0"
        /* authentication-required */
        "\20\0WWW-Authenticate\0\377\0\0\0\27\0\0\0Bearer realm=\"payments\"\0\27\0\323\25\0\0"
        "\346\25\0\0\1\221\1\3\1\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\10\3\0\0"
        "\10\3\0\0\301\5\0\0\10\26\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0002\0\0\0\21\26\0\0\27\1\27"
        "\0\264\0\0\0B\0authentication-required\0Authentication required\0{\"type\":\"https://api"
        ".example.com/errors/authentication-required\",\"title\":\"Authentication required\",\"st"
        "atus\":401,\"detail\":\"The request has no valid API key.\",\"instance\":\"urn:uuid:\"}"
        "\0\262\0\2\0o\0\13\0\"\0"
        /* access-denied */
        "\11\0key_owner\0\6\0@\0^\27\0\0\2\0\15\0team-accounts\0\223\1\0\2\12\0\0\0\1\0\0\0B\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0b\27\0\0]\10\0\0\301\5\0\0\10\3\0\0\0\0\0\0\0\0\0\0h"
        "\27\0\0\0\0\0\0R\27\0\0003\0\0\0x\27\0\0\15\1\15\0\241\0\0\0.\0access-denied\0Access "
        "denied\0{\"type\":\"https://api.example.com/errors/access-denied\",\"title\":\"Access "
        "denied\",\"status\":403,\"detail\":\"The key may not see this resource.\",\"instance\":"
        "\"urn:uuid:\"}\0\237\0\2\0[\0\13\0#\0"
        /* service-unavailable */
        "\377\0\0\0\1\0\0\0005\0\1\0\246\11\0\0\226\30\0\0\0\367\1\2\3\0\0\0\0\0\0\1\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\10\3\0\0\10\3\0\0\301\5\0\0\242\30\0\0\0\0\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\2\0\0\0\253\30\0\0\23\1\23\0\321\0\0\0:\0service-unavailable\0Service "
        "unavailable\0{\"type\":\"https://api.example.com/errors/service-unavailable\",\"title\":"
        "\"Service unavailable\",\"status\":503,\"detail\":\"The service can't answer now. Send "
        "the request again in a few seconds.\",\"instance\":\"urn:uuid:\"}\0\317\0\2\0g\0\13\0G\0"
        /* internal-error */
        "\364\1\2\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\10\3\0\0\10\3\0\0\301"
        "\5\0\0\10\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\1\32\0\0\16\1\25\0\322\0\0\0007"
        "\0internal-error\0Internal server error\0{\"type\":\"https://api.example.com/errors/inte"
        "rnal-error\",\"title\":\"Internal server error\",\"status\":500,\"detail\":\"An "
        "unexpected error occurred. Quote the instance when you ask for support.\",\"instance\":"
        "\"urn:uuid:\"}\0\320\0\2\0d\0\13\0K\0",
    .codes_6 =
        "\237\373\236\6\226\335\212\232\21\0\0\0\5\0\0\0\10\0\0\0\0\0\0\0\365\0\7\0\26\0#\6\0\0"
        "\211\274\27\0\0r_\7\0\0\374j\16\0\0\334\214\17\0\0\313A\32\0\0+\300\20\0\0.\347\23\0\000"
        "7Q\26\0\0%u\15\0\0\311\0\5\0\0pm\12\0\0RT\3\0\0\225\311\24\0\0\256\312\10\0\0\260|\22\0"
        "\0q\353\30\0\0\370",
    .numbers_7 =
        "A\32\0\0\353\30\0\0T\3\0\0\0\5\0\0#\6\0\0_\7\0\0\312\10\0\0m\12\0\0u\15\0\0j\16\0\0\214"
        "\17\0\0\300\20\0\0|\22\0\0\347\23\0\0\311\24\0\0Q\26\0\0\274\27\0\0\1\0\0\0003\0\0\0\310"
        "\33\0\0\1\2\0\0\0\0\0\0\0\0\0\3\4\5\6\7\0\0\0\10\0\0\0\0\0\0\0\0\0\11\12\13\0\0\0\0\0\0"
        "\0\14\15\16\17\0\0\0\0\0\0\20\21",
    .end_8 =
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
};
