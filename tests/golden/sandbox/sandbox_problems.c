/*
 * Sandbox API: its problems as tables.
 *
 * Made by problemc from sandbox.yaml. Do not edit; edit that file and run
 *
 *     problemc compile sandbox.yaml -o DIR
 *
 * These are 5446 bytes of constant data, which the runtime reads; problem_tables.h describes
 * them. Numbers are in octal, the lowest byte first. Texts stand as they are sent: what bodies begin
 * with, under names, and of each body what follows, from the problem's code on; a NUL stands where
 * the quote behind code and title comes, and values come in between. What is the same for several
 * problems is said once, with the first of them.
 */
#define SANDBOX_DIGEST_ALONE /* compilers would read the rest for nothing */
#include "sandbox_problems.h"
#undef SANDBOX_DIGEST_ALONE

#if SANDBOX_DIGEST != 0x2575474c9f568faf
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
    SANDBOX_BYTES char rule_3[205];
    SANDBOX_BYTES char problem_4[3990];
    SANDBOX_BYTES char problem_5[881];
    SANDBOX_BYTES char codes_6[103];
    SANDBOX_BYTES char end_7[32];
};

_Static_assert(sizeof(struct sandbox_problem_tables) == 5446, "the tables have no gaps");

const struct sandbox_problem_tables sandbox_problem_tables = {
    .head_0 =
        "problem\0\6\0\0\0F\25\0\0\257\217V\237LGu%\214\0\0\0\226\0\0\0\17\0\0\0\13\0\0\0H\0\0\0"
        "\277\24\0\0\0\0\0\0\0\0\0\0\204\0\0\0\2\0\2\0\242\17\0\0\274\0\0\0",
    .offsets_1 =
        "\36\4\0\0z\5\0\0\322\6\0\0\276\7\0\0\332\10\0\0\214\11\0\0E\13\0\0F\14\0\0\342\15\0\0"
        "\346\16\0\0\256\17\0\0\177\20\0\0\226\21\0\0\343\22\0\0\24\24\0\0)\1\0\0\243\1\0\0",
    .names_2 =
        "\7\0sandbox\0#\0https://sandbox.example.com/errors/\0,\0{\"type\":\"https://sandbox.exam"
        "ple.com/errors/\0",
    .rule_3 =
        /* required */
        "\10\0required\0\1\0\1\0\0\0\1\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\200\0\366\0\0\0\20\0\0\0Must"
        " be present.\0\20\0\353\0\0\0\16\1\0\0\0"
        /* range */
        "\5\0range\0\1\0\0\0\1\0\0\0\0\0\340\377\377\377\377\377\377\377\37\0\3\0\3\0\0\0\0\1\"\0"
        "\0\0\3\0\0\0\0\0\0\0\10\0\10\1\0\0\202\0\202\1\200\0N\1\0\0\22\0\0\0Must be from  to "
        ".\0\15\4\1\5\0least\0\4\0most\0\224\1\0\0\214\1\0\0002\1\0\0n\1\0\0\2:\1\0\0\0\0:\1\0\0"
        "\0\0",
    .problem_4 =
        /* invalid-request */
        "\11\0operation\0\6\0create\0\4\0warm\0\10\0snapshot\0\7\0restore\0\5\0\4\0\304\1\0\0\315"
        "\1\0\0\324\1\0\0\337\1\0\0\4\0node\0\6\0@\0\12\0X-Error-Id\0\1\0\1\0\0\0\0\1$\0\0\0\0\0"
        "\0\0\0\0\0\0\5\0\205\0\25\2\0\0\0\0\0\0\0\0\351\1\0\0\0\1\4\2\0\0\2\1\0\1\7\0\3\0\1\1\0"
        "\1[\0\0\0\1\0\0\0\0\0\0\0\5\0\14\0\6\0\0\0\4\1\0\0\205\0\0\0\201\0\206\0\10\2\0\0-\2\0\0"
        "\0\12\0\"pointer\":\0\14\0\"parameter\":\0\11\0\"header\":\0\11\0\"detail\":\0\7\0\"rule"
        "\":\0\21\0\"errors_omitted\":\0\0\0\1\0\0\0\1\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\310\2\0\0000"
        "\0\0\0\",\"detail\":\"Must be present.\",\"rule\":\"required\"}\0000\0\0\0\3\0\0\0\0\1\""
        "\0\0\0\3\0\0\0\0\0\0\0\10\0\10\1\0\0\31\3\0\0/\0\0\0\",\"detail\":\"Must be from  to "
        ".\",\"rule\":\"range\"}\0\31\4\22\336\2\0\0003\3\0\0\15\0{\"pointer\":\"#\0\16\0{\"param"
        "eter\":\"\0\13\0{\"header\":\"\0\20\0\0\1v\2\0\0\203\2\0\0\222\2\0\0\236\2\0\0\252\2\0\0"
        "\264\2\0\0n\3\0\0v\3\0\0\206\3\0\0\206\3\0\0\227\3\0\0\3\220\1\3\1\0\0\0\0\2\0\1\0B\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0007\2\0\0C\2\0\0E\2\0\0m\2\0\0\245\3\0\0\0\0\0\0\0\0\0"
        "\0\0\0\0\0\375\1\0\0\270\1\0\0\1\0\0\0\326\3\0\0\17\13\17\0\252\0\0\0\22\0invalid-reques"
        "t\0,\"title\":\"Invalid request\0,\"status\":400,\"detail\":\"Some fields of the "
        "request can't be accepted; see errors.\",\"instance\":\"urn:uuid:\",\"operation\":,\"err"
        "ors\":\0\222\16\0127\13:\1"
        /* template-unknown */
        "\10\0template\0\351\1\0\0\0\1\4\2\0\0\2\1\4\2\0\0\0\0\2\0\1\10\0\4\0\1\1\0\1\335\0\0\0\5"
        "\0\0\0\0\0\0\0\10\2\5\0\12\2\14\0\0\0\4\2\202\2\0\0\205\0\0\0\201\2\201\0\220\1\3\1\0\0"
        "\0\0\3\0\1\0B\0\0\0\4\0\0\0\0\0\0\0\4\0\0\0\0\0\0\0\355\4\0\0\377\4\0\0\2\5\0\0m\2\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\342\4\0\0\375\1\0\0\270\1\0\0\2\0\0\0.\5\0\0\20\13\20\0"
        "\213\0\0\0\22\0template-unknown\0,\"title\":\"Unknown template\0,\"status\":400,\"detail"
        "\":\"There is no template .\",\"instance\":\"urn:uuid:\",\"template\":,\"operation\":\0Y"
        "\30\15\159\13\2\1"
        /* unauthorized */
        "\20\0WWW-Authenticate\0\366\0\0\0\26\0\0\0Bearer realm=\"sandbox\"\0\26\0\6\0\2\0\1\1\0"
        "\1[\0\0\0\1\0\0\0\0\0\0\0\5\0\14\0\0\0\4\1\0\0\205\0\0\0\201\0\10\2\0\0-\2\0\0\0 "
        "\6\0\0003\6\0\0\1\221\1\3\1\0\0\0\0\2\0\2\0B\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0007\2"
        "\0\0C\2\0\0T\6\0\0x\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\375\1\0\0\270\1\0\0\3\0\0\0"
        "\212\6\0\0\14\13\27\0\213\0\0\0\22\0unauthorized\0,\"title\":\"Authentication "
        "required\0,\"status\":401,\"detail\":\"The request has no valid token.\",\"instance\":\""
        "urn:uuid:\",\"operation\":\0}\16<\13 \1"
        /* forbidden */
        "\223\1\3\1\0\0\0\0\2\0\1\0B\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0007\2\0\0C\2\0\0T\6\0\0"
        "m\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\375\1\0\0\270\1\0\0\4\0\0\0v\7\0\0\11\13\11\0u\0"
        "\0\0\22\0forbidden\0,\"title\":\"Forbidden\0,\"status\":403,\"detail\":\"The token may "
        "not do this.\",\"instance\":\"urn:uuid:\",\"operation\":\0g\16+\13\33\1"
        /* sandbox-not-found */
        "\6\0(\0\351\1\0\0\0\1\4\2\0\0\2\1L\10\0\0\0\0\10\0\4\0\1\1\0\1\255\0\0\0\5\0\0\0\0\0\0\0"
        "\10\2\5\0\12\2\14\0\0\0\4\2\202\2\0\0\205\0\0\0\201\2\201\0\224\1\0\1\0\0\0\0\3\0\1\0B\0"
        "\0\0\4\0\0\0\0\0\0\0\4\0\0\0\0\0\0\0P\10\0\0\377\4\0\0b\10\0\0m\2\0\0\0\0\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\214\0\0\0\375\1\0\0\270\1\0\0\5\0\0\0\216\10\0\0\21\13\21\0\213\0\0\0\22"
        "\0sandbox-not-found\0,\"title\":\"Sandbox not found\0,\"status\":404,\"detail\":\"There "
        "is no sandbox .\",\"instance\":\"urn:uuid:\",\"sandbox\":,\"operation\":\0Z\30\14\15;\13"
        "\2\1"
        /* snapshot-not-found */
        "\324\1\0\0\375\1\0\0\270\1\0\0\6\0\0\0\216\10\0\0\22\13\22\0\217\0\0\0\22\0snapshot-not-"
        "found\0,\"title\":\"Snapshot not found\0,\"status\":404,\"detail\":\"There is no "
        "snapshot .\",\"instance\":\"urn:uuid:\",\"snapshot\":,\"operation\":\0]\30\15\15=\13\2\1"
        /* wrong-state */
        "\5\0state\0\10\0creating\0\5\0ready\0\7\0running\0\14\0snapshotting\0\7\0stopped\0\5\0\5"
        "\0>\12\0\0I\12\0\0Q\12\0\0[\12\0\0j\12\0\0\6\0needed\0\5\0\3\0I\12\0\0Q\12\0\0j\12\0\0"
        "\351\1\0\0\0\1\4\2\0\0\2\1t\12\0\0\0\0\225\12\0\0\0\0\2\3\0\1\12\0\6\0\1\1\0\1\205\0\0\0"
        "\15\0\0\0\0\0\0\0\13\2\13\3\5\0\14\2\14\3\14\0\0\0\4\3\202\2\202\3\0\0\205\0\0\0\201\2"
        "\201\3\201\0\231\1\3\1\0\0\0\0\4\0\1\0B\0\0\0\14\0\0\0\0\0\0\0\14\0\0\0\0\0\0\0\245\12\0"
        "\0\275\12\0\0\301\12\0\0m\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\214\12\0\0006\12\0\0\375"
        "\1\0\0\270\1\0\0\7\0\0\0\365\12\0\0\13\13\13\0\234\0\0\0\22\0wrong-state\0,\"title\":\"W"
        "rong state\0,\"status\":409,\"detail\":\"The sandbox is , and this needs it to be "
        ".\",\"instance\":\"urn:uuid:\",\"state\":,\"needed\":,\"operation\":\0I\32\30\12\12\15/"
        "\13\2\1"
        /* snapshot-incompatible */
        "\246\1\0\1\0\0\0\0\2\0\1\0B\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0007\2\0\0C\2\0\0T\6\0\0"
        "m\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\375\1\0\0\270\1\0\0\10\0\0\0\376\13\0\0\25\13\25"
        "\0\304\0\0\0\22\0snapshot-incompatible\0,\"title\":\"Snapshot incompatible\0,\"status\":"
        "422,\"detail\":\"The snapshot was made by another generation of the service and can't "
        "be restored.\",\"instance\":\"urn:uuid:\",\"operation\":\0\266\16C\13R\1"
        /* quota-exceeded */
        "\4\0used\0\1\0\0\0\0\0\0\0\0\0\0\0\377\377\377\377\377\377\37\0\5\0quota\0\351\1\0\0\0\1"
        "\4\2\0\0\2\1*\15\0\0\0\0*\15\0\0\0\0\12\0\6\0\1\1\0\1\237\0\0\0\15\0\0\0\0\0\0\0\10\2\10"
        "\3\5\0\10\2\10\3\14\0\0\0\4\3\202\2\202\3\0\0\205\0\0\0\201\2\201\3\201\0\223\1\3\1\0\0"
        "\0\0\4\0\1\0B\0\0\0\14\0\0\0\0\0\0\0\14\0\0\0\0\0\0\0F\15\0\0\275\12\0\0^\15\0\0m\2\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0>\15\0\0#\15\0\0\375\1\0\0\270\1\0\0\11\0\0\0\222\15\0\0"
        "\16\13\16\0\237\0\0\0\22\0quota-exceeded\0,\"title\":\"Quota exceeded\0,\"status\":403,"
        "\"detail\":\"You have  sandboxes, and  are your quota.\",\"instance\":\"urn:uuid:\",\"us"
        "ed\":,\"quota\":,\"operation\":\0I\20'\11\11\0155\13\21\1"
        /* create-failed */
        "\364\1\0\3\0\0\0\0\2\0\1\0B\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0007\2\0\0C\2\0\0T\6\0\0"
        "m\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\375\1\0\0\270\1\0\0\12\0\0\0\236\16\0\0\15\13\23"
        "\0\247\0\0\0\22\0create-failed\0,\"title\":\"Sandbox not created\0,\"status\":500,\"deta"
        "il\":\"The sandbox could not be created, and nothing was left behind.\",\"instance\":\"u"
        "rn:uuid:\",\"operation\":\0\231\169\13\?\1"
        /* restore-failed */
        "\375\1\0\0\270\1\0\0\13\0\0\0\236\16\0\0\16\13\25\0\260\0\0\0\22\0restore-failed\0,\"tit"
        "le\":\"Snapshot not restored\0,\"status\":500,\"detail\":\"The snapshot could not be "
        "restored. The snapshot itself is unharmed.\",\"instance\":\"urn:uuid:\",\"operation\":\0"
        "\242\16<\13E\1"
        /* internal-error */
        "\375\1\0\0\270\1\0\0\14\0\0\0\236\16\0\0\16\13\25\0\266\0\0\0\22\0internal-error\0,\"tit"
        "le\":\"Internal server error\0,\"status\":500,\"detail\":\"An unexpected error "
        "occurred. Quote the instance when you ask for support.\",\"instance\":\"urn:uuid:\",\"op"
        "eration\":\0\250\16<\13K\1",
    .problem_5 =
        /* node-lost */
        "\366\1\2\3\0\0\0\0\2\0\1\0B\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0007\2\0\0C\2\0\0T\6\0\0"
        "m\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\375\1\0\0\270\1\0\0\15\0\0\0N\21\0\0\11\13\11\0"
        "\206\0\0\0\22\0node-lost\0,\"title\":\"Node lost\0,\"status\":502,\"detail\":\"The "
        "machine that ran the sandbox went away.\",\"instance\":\"urn:uuid:\",\"operation\":\0x"
        "\16+\13,\1"
        /* no-capacity */
        "\13\0retry_after\0\13\0Retry-After\0\1\0\1\0\0\0\0\1\20\0\0\0\4\0\0\0\0\0\0\0\10\2\202\2"
        "Q\22\0\0\0\0\0\0\0\0\351\1\0\0\0\1\4\2\0\0\2\1*\15\0\0\1\0\10\2\0\0-\2\0\0\0C\22\0\0i\22"
        "\0\0\0\367\1\2\3\0\0\0\0\3\0\2\0B\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0s\22\0\0\377\4\0"
        "\0T\6\0\0\205\22\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0005\22\0\0\375\1\0\0\270\1\0\0\16\0"
        "\0\0\227\22\0\0\13\13\13\0\204\0\0\0\22\0no-capacity\0,\"title\":\"No capacity\0,\"statu"
        "s\":503,\"detail\":\"All machines are taken at the moment.\",\"instance\":\"urn:uuid:\","
        "\"operation\":\0v\16/\13&\1"
        /* timed-out */
        "\7\0seconds\0\351\1\0\0\0\1\4\2\0\0\2\1*\15\0\0\0\0\10\0\4\0\1\1\0\1}\0\0\0\5\0\0\0\0\0"
        "\0\0\10\2\5\0\10\2\14\0\0\0\4\2\202\2\0\0\205\0\0\0\201\2\201\0\370\1\2\3\0\0\0\0\3\0\1"
        "\0B\0\0\0\4\0\0\0\0\0\0\0\4\0\0\0\0\0\0\0\212\23\0\0\377\4\0\0\234\23\0\0m\2\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\200\23\0\0\375\1\0\0\270\1\0\0\17\0\0\0\310\23\0\0\11\13\11\0"
        "\220\0\0\0\22\0timed-out\0,\"title\":\"Timed out\0,\"status\":504,\"detail\":\"The "
        "sandbox was not ready within  seconds.\",\"instance\":\"urn:uuid:\",\"seconds\":,\"opera"
        "tion\":\0W \14\15+\13\12\1",
    .codes_6 =
        "\246\306\6J3\302\223\235\17\0\0\0\4\0\0\0\10\0\0\0\\\0\5\0\26\0A\0\332\10\0\0c\276\7\0\0"
        "\356\343\22\0\0\307E\13\0\0\235\36\4\0\0N\342\15\0\0\234z\5\0\0G\256\17\0\0\3\322\6\0\0"
        "\252\24\24\0\0001\214\11\0\0q\226\21\0\0\335F\14\0\0005\177\20\0\0\310\346\16\0\0\261",
    .end_7 =
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
};
