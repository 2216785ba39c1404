/*
 * Sandbox API: its problems as tables.
 *
 * Made by problemc from sandbox.yaml. Do not edit; edit that file and run
 *
 *     problemc compile sandbox.yaml -o DIR
 *
 * These are 5561 bytes of constant data, which the runtime reads; problem_tables.h describes
 * them. Numbers are in octal, the lowest byte first. Texts stand as they are sent: what bodies begin
 * with, under names, and of each body what follows, from the problem's code on; a NUL stands where
 * the quote behind code and title comes, and values come in between. What is the same for several
 * problems is said once, with the first of them.
 */
#include "sandbox_problems.h"

#if SANDBOX_DIGEST != 0xcfd49383add0fd9f
#error "sandbox_problems.h and sandbox_problems.c were not made in one run"
#endif

/* The literals fill their arrays to the last byte: there is no NUL at the end of any. */
#if defined(__has_attribute)
#if __has_attribute(nonstring)
#define SANDBOX_BYTES __attribute__((nonstring))
#endif
#endif
#ifndef SANDBOX_BYTES
#define SANDBOX_BYTES
#endif

struct sandbox_problem_tables {
    SANDBOX_BYTES char head_0[72];
    SANDBOX_BYTES char offsets_1[68];
    SANDBOX_BYTES char names_2[95];
    SANDBOX_BYTES char rule_3[208];
    SANDBOX_BYTES char problem_4[3860];
    SANDBOX_BYTES char problem_5[1123];
    SANDBOX_BYTES char codes_6[103];
    SANDBOX_BYTES char end_7[32];
};

_Static_assert(sizeof(struct sandbox_problem_tables) == 5561, "the tables have no gaps");

const struct sandbox_problem_tables sandbox_problem_tables = {
    .head_0 =
        "problem\0\5\0\0\0\271\25\0\0\237\375\320\255\203\223\324\317\214\0\0\0\226\0\0\0\17\0\0"
        "\0\13\0\0\0H\0\0\0002\25\0\0\0\0\0\0\0\0\0\0\204\0\0\0\2\0\2\0\242\17\0\0\274\0\0\0",
    .offsets_1 =
        "%\4\0\0\210\5\0\0\350\6\0\0\332\7\0\0\374\10\0\0\266\11\0\0w\13\0\0\202\14\0\0$\16\0\000"
        "2\17\0\0\0\20\0\0\327\20\0\0\364\21\0\0H\23\0\0\177\24\0\0)\1\0\0\246\1\0\0",
    .names_2 =
        "\7\0sandbox\0#\0https://sandbox.example.com/errors/\0,\0{\"type\":\"https://sandbox.exam"
        "ple.com/errors/\0",
    .rule_3 =
        /* required */
        "\10\0required\0\1\0\1\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\200\0\366\0\0\0\20\0\0\0Must"
        " be present.\0\20\0\353\0\0\0\16\1\0\0\0"
        /* range */
        "\5\0range\0\1\0\0\0\1\0\0\0\0\0\340\377\377\377\377\377\377\377\37\0\3\0\3\0\0\0\0\0\"\0"
        "\0\0\3\0\0\0\0\0\0\0\10\0\10\1\0\0\202\0\202\1\200\0N\1\0\0\22\0\0\0Must be from  to "
        ".\0\15\0\4\0\1\0\5\0least\0\4\0most\0\227\1\0\0\217\1\0\0002\1\0\0n\1\0\0\2:\1\0\0\0\0:"
        "\1\0\0\0\0",
    .problem_4 =
        /* invalid-request */
        "\11\0operation\0\6\0create\0\4\0warm\0\10\0snapshot\0\7\0restore\0\5\0\4\0\307\1\0\0\320"
        "\1\0\0\327\1\0\0\342\1\0\0\4\0node\0\6\0@\0\12\0X-Error-Id\0\1\0\1\0\0\0\0\0$\0\0\0\0\0"
        "\0\0\0\0\0\0\5\0\205\0\30\2\0\0\0\0\0\0\0\0\0\354\1\0\0\0\1\7\2\0\0\2\1\0\1\7\0\3\0\1\1"
        "\0\0[\0\0\0\1\0\0\0\0\0\0\0\5\0\14\0\6\0\0\0\4\1\0\0\205\0\0\0\201\0\206\0\13\2\0\0000\2"
        "\0\0\0\12\0\"pointer\":\0\14\0\"parameter\":\0\11\0\"header\":\0\11\0\"detail\":\0\7\0\""
        "rule\":\0\21\0\"errors_omitted\":\0\0\0\1\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\314\2\0"
        "\0000\0\0\0\",\"detail\":\"Must be present.\",\"rule\":\"required\"}\0000\0\0\0\3\0\0\0"
        "\0\0\"\0\0\0\3\0\0\0\0\0\0\0\10\0\10\1\0\0\35\3\0\0/\0\0\0\",\"detail\":\"Must be from  "
        "to .\",\"rule\":\"range\"}\0\31\0\4\0\22\0\342\2\0\0007\3\0\0\15\0{\"pointer\":\"#\0\16"
        "\0{\"parameter\":\"\0\13\0{\"header\":\"\0\20\0\0\1z\2\0\0\207\2\0\0\226\2\0\0\242\2\0\0"
        "\256\2\0\0\270\2\0\0u\3\0\0}\3\0\0\215\3\0\0\215\3\0\0\236\3\0\0\3\220\1\3\1\0\0\0\0\2\0"
        "\1\0B\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0;\2\0\0G\2\0\0I\2\0\0q\2\0\0\254\3\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\2\0\0\273\1\0\0\1\0\0\0\335\3\0\0\17\13\17\0\252\0\0\0\22\0invalid-"
        "request\0,\"title\":\"Invalid request\0,\"status\":400,\"detail\":\"Some fields of the "
        "request can't be accepted; see errors.\",\"instance\":\"urn:uuid:\",\"operation\":,\"err"
        "ors\":\0\222\0\16\0\12\0007\0\13\0:\0\1\0"
        /* template-unknown */
        "\10\0template\0\354\1\0\0\0\1\7\2\0\0\2\1\7\2\0\0\0\0\2\0\1\10\0\4\0\1\1\0\0\335\0\0\0\5"
        "\0\0\0\0\0\0\0\10\2\5\0\12\2\14\0\0\0\4\2\202\2\0\0\205\0\0\0\201\2\201\0\220\1\3\1\0\0"
        "\0\0\3\0\1\0B\0\0\0\4\0\0\0\0\0\0\0\4\0\0\0\0\0\0\0\373\4\0\0\15\5\0\0\20\5\0\0q\2\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\360\4\0\0\0\2\0\0\273\1\0\0\2\0\0\0<\5\0\0\20\13\20\0\213"
        "\0\0\0\22\0template-unknown\0,\"title\":\"Unknown template\0,\"status\":400,\"detail\":"
        "\"There is no template .\",\"instance\":\"urn:uuid:\",\"template\":,\"operation\":\0Y\0"
        "\30\0\15\0\15\09\0\13\0\2\0\1\0"
        /* unauthorized */
        "\20\0WWW-Authenticate\0\366\0\0\0\26\0\0\0Bearer realm=\"sandbox\"\0\26\0\6\0\2\0\1\1\0"
        "\0[\0\0\0\1\0\0\0\0\0\0\0\5\0\14\0\0\0\4\1\0\0\205\0\0\0\201\0\13\2\0\0000\2\0\0\0006\6"
        "\0\0I\6\0\0\1\221\1\3\1\0\0\0\0\2\0\2\0B\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0;\2\0\0G\2"
        "\0\0j\6\0\0\216\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\2\0\0\273\1\0\0\3\0\0\0\240\6\0"
        "\0\14\13\27\0\213\0\0\0\22\0unauthorized\0,\"title\":\"Authentication required\0,\"statu"
        "s\":401,\"detail\":\"The request has no valid token.\",\"instance\":\"urn:uuid:\",\"oper"
        "ation\":\0}\0\16\0<\0\13\0 \0\1\0"
        /* forbidden */
        "\223\1\3\1\0\0\0\0\2\0\1\0B\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0;\2\0\0G\2\0\0j\6\0\0q"
        "\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\2\0\0\273\1\0\0\4\0\0\0\222\7\0\0\11\13\11\0u\0"
        "\0\0\22\0forbidden\0,\"title\":\"Forbidden\0,\"status\":403,\"detail\":\"The token may "
        "not do this.\",\"instance\":\"urn:uuid:\",\"operation\":\0g\0\16\0+\0\13\0\33\0\1\0"
        /* sandbox-not-found */
        "\6\0(\0\354\1\0\0\0\1\7\2\0\0\2\1n\10\0\0\0\0\10\0\4\0\1\1\0\0\255\0\0\0\5\0\0\0\0\0\0\0"
        "\10\2\5\0\12\2\14\0\0\0\4\2\202\2\0\0\205\0\0\0\201\2\201\0\224\1\0\1\0\0\0\0\3\0\1\0B\0"
        "\0\0\4\0\0\0\0\0\0\0\4\0\0\0\0\0\0\0r\10\0\0\15\5\0\0\204\10\0\0q\2\0\0\0\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\214\0\0\0\0\2\0\0\273\1\0\0\5\0\0\0\260\10\0\0\21\13\21\0\213\0\0\0\22"
        "\0sandbox-not-found\0,\"title\":\"Sandbox not found\0,\"status\":404,\"detail\":\"There "
        "is no sandbox .\",\"instance\":\"urn:uuid:\",\"sandbox\":,\"operation\":\0Z\0\30\0\14\0"
        "\15\0;\0\13\0\2\0\1\0"
        /* snapshot-not-found */
        "\327\1\0\0\0\2\0\0\273\1\0\0\6\0\0\0\260\10\0\0\22\13\22\0\217\0\0\0\22\0snapshot-not-fo"
        "und\0,\"title\":\"Snapshot not found\0,\"status\":404,\"detail\":\"There is no snapshot "
        ".\",\"instance\":\"urn:uuid:\",\"snapshot\":,\"operation\":\0]\0\30\0\15\0\15\0=\0\13\0"
        "\2\0\1\0"
        /* wrong-state */
        "\5\0state\0\10\0creating\0\5\0ready\0\7\0running\0\14\0snapshotting\0\7\0stopped\0\5\0\5"
        "\0p\12\0\0{\12\0\0\203\12\0\0\215\12\0\0\234\12\0\0\6\0needed\0\5\0\3\0{\12\0\0\203\12\0"
        "\0\234\12\0\0\354\1\0\0\0\1\7\2\0\0\2\1\246\12\0\0\0\0\307\12\0\0\0\0\2\3\0\1\12\0\6\0\1"
        "\1\0\0\205\0\0\0\15\0\0\0\0\0\0\0\13\2\13\3\5\0\14\2\14\3\14\0\0\0\4\3\202\2\202\3\0\0"
        "\205\0\0\0\201\2\201\3\201\0\231\1\3\1\0\0\0\0\4\0\1\0B\0\0\0\14\0\0\0\0\0\0\0\14\0\0\0"
        "\0\0\0\0\327\12\0\0\357\12\0\0\363\12\0\0q\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\276\12"
        "\0\0h\12\0\0\0\2\0\0\273\1\0\0\7\0\0\0'\13\0\0\13\13\13\0\234\0\0\0\22\0wrong-state\0,\""
        "title\":\"Wrong state\0,\"status\":409,\"detail\":\"The sandbox is , and this needs it "
        "to be .\",\"instance\":\"urn:uuid:\",\"state\":,\"needed\":,\"operation\":\0I\0\32\0\30"
        "\0\12\0\12\0\15\0/\0\13\0\2\0\1\0"
        /* snapshot-incompatible */
        "\246\1\0\1\0\0\0\0\2\0\1\0B\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0;\2\0\0G\2\0\0j\6\0\0q"
        "\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\2\0\0\273\1\0\0\10\0\0\0:\14\0\0\25\13\25\0\304"
        "\0\0\0\22\0snapshot-incompatible\0,\"title\":\"Snapshot incompatible\0,\"status\":422,\""
        "detail\":\"The snapshot was made by another generation of the service and can't be "
        "restored.\",\"instance\":\"urn:uuid:\",\"operation\":\0\266\0\16\0C\0\13\0R\0\1\0"
        /* quota-exceeded */
        "\4\0used\0\1\0\0\0\0\0\0\0\0\0\0\0\377\377\377\377\377\377\37\0\5\0quota\0\354\1\0\0\0\1"
        "\7\2\0\0\2\1l\15\0\0\0\0l\15\0\0\0\0\12\0\6\0\1\1\0\0\237\0\0\0\15\0\0\0\0\0\0\0\10\2\10"
        "\3\5\0\10\2\10\3\14\0\0\0\4\3\202\2\202\3\0\0\205\0\0\0\201\2\201\3\201\0\223\1\3\1\0\0"
        "\0\0\4\0\1\0B\0\0\0\14\0\0\0\0\0\0\0\14\0\0\0\0\0\0\0\210\15\0\0\357\12\0\0\240\15\0\0q"
        "\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\200\15\0\0e\15\0\0\0\2\0\0\273\1\0\0\11\0\0\0\324"
        "\15\0\0\16\13\16\0\237\0\0\0\22\0quota-exceeded\0,\"title\":\"Quota exceeded\0,\"status"
        "\":403,\"detail\":\"You have  sandboxes, and  are your quota.\",\"instance\":\"urn:uuid:"
        "\",\"used\":,\"quota\":,\"operation\":\0I\0\20\0'\0\11\0\11\0\15\0005\0\13\0\21\0\1\0"
        /* create-failed */
        "\364\1\0\3\0\0\0\0\2\0\1\0B\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0;\2\0\0G\2\0\0j\6\0\0q"
        "\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\2\0\0\273\1\0\0\12\0\0\0\352\16\0\0\15\13\23\0"
        "\247\0\0\0\22\0create-failed\0,\"title\":\"Sandbox not created\0,\"status\":500,\"detail"
        "\":\"The sandbox could not be created, and nothing was left behind.\",\"instance\":\"urn"
        ":uuid:\",\"operation\":\0\231\0\16\09\0\13\0\?\0\1\0"
        /* restore-failed */
        "\0\2\0\0\273\1\0\0\13\0\0\0\352\16\0\0\16\13\25\0\260\0\0\0\22\0restore-failed\0,\"title"
        "\":\"Snapshot not restored\0,\"status\":500,\"detail\":\"The snapshot could not be "
        "restored. The snapshot itself is unharmed.\",\"instance\":\"urn:uuid:\",\"operation\":\0"
        "\242\0\16\0<\0\13\0E\0\1\0",
    .problem_5 =
        /* internal-error */
        "\0\2\0\0\273\1\0\0\14\0\0\0\352\16\0\0\16\13\25\0\266\0\0\0\22\0internal-error\0,\"title"
        "\":\"Internal server error\0,\"status\":500,\"detail\":\"An unexpected error occurred. "
        "Quote the instance when you ask for support.\",\"instance\":\"urn:uuid:\",\"operation\":"
        "\0\250\0\16\0<\0\13\0K\0\1\0"
        /* node-lost */
        "\366\1\2\3\0\0\0\0\2\0\1\0B\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0;\2\0\0G\2\0\0j\6\0\0q"
        "\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\2\0\0\273\1\0\0\15\0\0\0\254\21\0\0\11\13\11\0"
        "\206\0\0\0\22\0node-lost\0,\"title\":\"Node lost\0,\"status\":502,\"detail\":\"The "
        "machine that ran the sandbox went away.\",\"instance\":\"urn:uuid:\",\"operation\":\0x\0"
        "\16\0+\0\13\0,\0\1\0"
        /* no-capacity */
        "\13\0retry_after\0\13\0Retry-After\0\1\0\1\0\0\0\0\0\20\0\0\0\4\0\0\0\0\0\0\0\10\2\202\2"
        "\265\22\0\0\0\0\0\0\0\0\0\354\1\0\0\0\1\7\2\0\0\2\1l\15\0\0\1\0\13\2\0\0000\2\0\0\0\247"
        "\22\0\0\315\22\0\0\0\367\1\2\3\0\0\0\0\3\0\2\0B\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
        "\330\22\0\0\15\5\0\0j\6\0\0\352\22\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\231\22\0\0\0\2\0"
        "\0\273\1\0\0\16\0\0\0\374\22\0\0\13\13\13\0\204\0\0\0\22\0no-capacity\0,\"title\":\"No "
        "capacity\0,\"status\":503,\"detail\":\"All machines are taken at the moment.\",\"instanc"
        "e\":\"urn:uuid:\",\"operation\":\0v\0\16\0/\0\13\0&\0\1\0"
        /* timed-out */
        "\7\0seconds\0\354\1\0\0\0\1\7\2\0\0\2\1l\15\0\0\0\0\10\0\4\0\1\1\0\0}\0\0\0\5\0\0\0\0\0"
        "\0\0\10\2\5\0\10\2\14\0\0\0\4\2\202\2\0\0\205\0\0\0\201\2\201\0\370\1\2\3\0\0\0\0\3\0\1"
        "\0B\0\0\0\4\0\0\0\0\0\0\0\4\0\0\0\0\0\0\0\365\23\0\0\15\5\0\0\7\24\0\0q\2\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\353\23\0\0\0\2\0\0\273\1\0\0\17\0\0\0003\24\0\0\11\13\11\0\220\0"
        "\0\0\22\0timed-out\0,\"title\":\"Timed out\0,\"status\":504,\"detail\":\"The sandbox "
        "was not ready within  seconds.\",\"instance\":\"urn:uuid:\",\"seconds\":,\"operation\":"
        "\0W\0 \0\14\0\15\0+\0\13\0\12\0\1\0",
    .codes_6 =
        "\246\306\6J3\302\223\235\17\0\0\0\4\0\0\0\10\0\0\0\\\0\5\0\26\0A\0\374\10\0\0c\332\7\0\0"
        "\356H\23\0\0\307w\13\0\0\235%\4\0\0N$\16\0\0\234\210\5\0\0G\0\20\0\0\3\350\6\0\0\252\177"
        "\24\0\0001\266\11\0\0q\364\21\0\0\335\202\14\0\0005\327\20\0\0\3102\17\0\0\261",
    .end_7 =
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
};
