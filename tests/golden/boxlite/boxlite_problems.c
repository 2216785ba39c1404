/*
 * BoxLite service: its problems as tables.
 *
 * Made by problemc from boxlite.yaml. Do not edit; edit that file and run
 *
 *     problemc compile boxlite.yaml -o DIR
 *
 * These are 5893 bytes of constant data, which the runtime reads; problem_tables.h describes
 * them. Numbers are in octal, the lowest byte first. Texts stand as they are sent: what bodies begin
 * with, under names, and of each body what follows, from the problem's code on; a NUL stands where
 * the quote behind code and title comes, and values come in between. What is the same for several
 * problems is said once, with the first of them.
 */
#define BOXLITE_DIGEST_ALONE /* compilers would read the rest for nothing */
#include "boxlite_problems.h"
#undef BOXLITE_DIGEST_ALONE

#if BOXLITE_DIGEST != 0xd1abfa961bd294ad
#error "boxlite_problems.h and boxlite_problems.c were not made in one run"
#endif

/* The literals fill their arrays to the last byte: there is no NUL at the end of any. */
#if defined(__has_attribute)
#if __has_attribute(nonstring)
#define BOXLITE_BYTES __attribute__((nonstring))
#endif
#endif
#ifndef BOXLITE_BYTES
#define BOXLITE_BYTES
#endif

struct boxlite_problem_tables {
    BOXLITE_BYTES char head_0[72];
    BOXLITE_BYTES char offsets_1[76];
    BOXLITE_BYTES char names_2[99];
    BOXLITE_BYTES char problem_3[3803];
    BOXLITE_BYTES char problem_4[1576];
    BOXLITE_BYTES char codes_5[125];
    BOXLITE_BYTES char numbers_6[110];
    BOXLITE_BYTES char end_7[32];
};

_Static_assert(sizeof(struct boxlite_problem_tables) == 5893, "the tables have no gaps");

const struct boxlite_problem_tables boxlite_problem_tables = {
    .head_0 =
        "problem\0\6\0\0\0\5\27\0\0\255\224\322\33\226\372\253\321\224\0\0\0\236\0\0\0\23\0\0\0"
        "\22\0\0\0H\0\0\0\372\25\0\0\0\0\0\0\303\26\0\0\224\0\0\0\0\0\0\1\357\0\0\0\306\0\0\0",
    .offsets_1 =
        "Y\1\0\0\233\2\0\0y\3\0\0\230\4\0\0\256\5\0\0\354\6\0\0\226\10\0\09\11\0\0V\12\0\0(\13\0"
        "\0\261\14\0\0\357\15\0\0\336\16\0\0\322\17\0\0\21\21\0\0\361\21\0\0%\23\0\0\27\24\0\0"
        "\372\24\0\0",
    .names_2 =
        "\7\0boxlite\0%\0https://boxlite.example.com/problems/\0.\0{\"type\":\"https://boxlite.ex"
        "ample.com/problems/\0",
    .problem_3 =
        /* invalid-argument */
        "\5\0\2\0\0\0\1\2$\0\0\0\0\0\0\0\0\0\0\0\5\0\0\0\0\0\4\1\0\0\205\0\200\0\220\1\3\1\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\367\0\0\0\367\0\0\0\367\0\0\0\367\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\5\0\0\0\31\1\0\0\20\1\20\0\303\0\0\0004\0invalid-argu"
        "ment\0Invalid argument\0{\"type\":\"https://boxlite.example.com/problems/invalid-argumen"
        "t\",\"title\":\"Invalid argument\",\"status\":400,\"detail\":\"An option of the request "
        "has a value that can't be used.\",\"instance\":\"urn:uuid:\"}\0\301\0\2\0g\0\13\09\0"
        /* unsupported */
        "\220\1\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\367\0\0\0\367\0\0\0"
        "\367\0\0\0\367\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\15\0\0\0[\2\0\0\13\1\13\0\251\0\0\0"
        "*\0unsupported\0Unsupported\0{\"type\":\"https://boxlite.example.com/problems/unsupporte"
        "d\",\"title\":\"Unsupported\",\"status\":400,\"detail\":\"The service can't do what was "
        "asked for.\",\"instance\":\"urn:uuid:\"}\0\247\0\2\0]\0\13\0)\0"
        /* unknown-user */
        "\26\0\0\0\31\1\0\0\14\1\14\0\250\0\0\0,\0unknown-user\0Unknown user\0{\"type\":\"https:/"
        "/boxlite.example.com/problems/unknown-user\",\"title\":\"Unknown user\",\"status\":400,"
        "\"detail\":\"The image has no such user to run as.\",\"instance\":\"urn:uuid:\"}\0\246\0"
        "\2\0_\0\13\0&\0"
        /* not-found */
        "\224\1\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\367\0\0\0\367\0\0\0"
        "\367\0\0\0\367\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\2\0\0\0X\4\0\0\11\1\11\0\245\0\0\0&"
        "\0not-found\0Not found\0{\"type\":\"https://boxlite.example.com/problems/not-found\",\"t"
        "itle\":\"Not found\",\"status\":404,\"detail\":\"There is no such box, image or "
        "snapshot.\",\"instance\":\"urn:uuid:\"}\0\243\0\2\0Y\0\13\0)\0"
        /* session-reaped */
        "\232\1\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\367\0\0\0\367\0\0\0"
        "\367\0\0\0\367\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\25\0\0\0n\5\0\0\16\1\16\0\303\0\0"
        "\0000\0session-reaped\0Session reaped\0{\"type\":\"https://boxlite.example.com/problems/"
        "session-reaped\",\"title\":\"Session reaped\",\"status\":410,\"detail\":\"The session "
        "ended because it was idle, and can't be resumed.\",\"instance\":\"urn:uuid:\"}\0\301\0\2"
        "\0c\0\13\0=\0"
        /* already-exists */
        "\231\1\3\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\367\0\0\0\367\0\0\0"
        "\367\0\0\0\367\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\3\0\0\0\254\6\0\0\16\1\16\0\253\0\0"
        "\0000\0already-exists\0Already exists\0{\"type\":\"https://boxlite.example.com/problems/"
        "already-exists\",\"title\":\"Already exists\",\"status\":409,\"detail\":\"A box with "
        "this name exists already.\",\"instance\":\"urn:uuid:\"}\0\251\0\2\0c\0\13\0%\0"
        /* invalid-state */
        "\5\0state\0\12\0configured\0\7\0running\0\10\0stopping\0\7\0stopped\0\6\0paused\0\5\0\5"
        "\0\332\7\0\0\347\7\0\0\361\7\0\0\374\7\0\0\6\10\0\0\17\10\0\0\0\1\0\6\0\2\0\1\1\0\1_\0\0"
        "\0\1\0\0\0\0\0\0\0\5\0\14\0\0\0\4\1\0\0\205\0\0\0\201\0\231\1\3\1\0\0\0\0\1\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0'\10\0\0-\10\0\0.\10\0\0\367\0\0\0\0\0\0\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\322\7\0\0\4\0\0\0R\10\0\0\15\13\15\0\212\0\0\0\22\0invalid-state\0,\"title"
        "\":\"Invalid state\0,\"status\":409,\"detail\":\"The box is not in a state that allows "
        "this.\",\"instance\":\"urn:uuid:\",\"state\":\0\200\0123\13,\1"
        /* stopped */
        "\13\0\0\0\254\6\0\0\7\1\13\0\254\0\0\0&\0stopped\0Box stopped\0{\"type\":\"https://boxli"
        "te.example.com/problems/stopped\",\"title\":\"Box stopped\",\"status\":409,\"detail\":\""
        "The box was stopped and takes no more commands.\",\"instance\":\"urn:uuid:\"}\0\252\0\2"
        "\0Y\0\13\0000\0"
        /* image */
        "\246\1\3\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\367\0\0\0\367\0\0\0"
        "\367\0\0\0\367\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\10\0\0\0\26\12\0\0\5\1\16\0\240\0\0"
        "\0'\0image\0Image unusable\0{\"type\":\"https://boxlite.example.com/problems/image\",\"t"
        "itle\":\"Image unusable\",\"status\":422,\"detail\":\"The image can't be used for a "
        "box.\",\"instance\":\"urn:uuid:\"}\0\236\0\2\0Z\0\13\0#\0"
        /* execution */
        "\12\0\0\0\26\12\0\0\11\1\20\0\254\0\0\0-\0execution\0Execution failed\0{\"type\":\"https"
        "://boxlite.example.com/problems/execution\",\"title\":\"Execution failed\",\"status\":42"
        "2,\"detail\":\"The command could not be run in the box.\",\"instance\":\"urn:uuid:\"}\0"
        "\252\0\2\0`\0\13\0)\0"
        /* resource-exhausted */
        "\13\0retry_after\0\1\0\0\0\0\0\0\0\0\0\0\0\377\377\377\377\377\377\37\0\13\0Retry-After"
        "\0\1\0\1\0\0\0\0\1\20\0\0\0\1\0\0\0\0\0\0\0\10\0\202\0<\14\0\0\0\0\0\0\0\0\32\14\0\0\1\1"
        ".\14\0\0T\14\0\0\0\255\1\2\1\0\0\0\0\1\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0^\14"
        "\0\0-\10\0\0\367\0\0\0d\14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\14\14\0\0\24\0\0\0m\14\0"
        "\0\22\1\23\0\272\0\0\09\0resource-exhausted\0Resources exhausted\0{\"type\":\"https://bo"
        "xlite.example.com/problems/resource-exhausted\",\"title\":\"Resources exhausted\",\"stat"
        "us\":429,\"detail\":\"There is no room for more boxes right now.\",\"instance\":\"urn:uu"
        "id:\"}\0\270\0\2\0l\0\13\0+\0"
        /* network */
        "\367\1\2\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\367\0\0\0\367\0\0\0"
        "\367\0\0\0\367\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\11\0\0\0\257\15\0\0\7\1\23\0\266\0"
        "\0\0.\0network\0Network unavailable\0{\"type\":\"https://boxlite.example.com/problems/ne"
        "twork\",\"title\":\"Network unavailable\",\"status\":503,\"detail\":\"The box's network "
        "can't be reached at the moment.\",\"instance\":\"urn:uuid:\"}\0\264\0\2\0a\0\13\0002\0"
        /* engine */
        "\14\0\0\0\257\15\0\0\6\1\22\0\275\0\0\0,\0engine\0Engine unavailable\0{\"type\":\"https:"
        "//boxlite.example.com/problems/engine\",\"title\":\"Engine unavailable\",\"status\":503,"
        "\"detail\":\"The engine that runs boxes is not available at the moment.\",\"instance\":"
        "\"urn:uuid:\"}\0\273\0\2\0_\0\13\0;\0",
    .problem_4 =
        /* upstream-unavailable */
        "\17\0\0\0\257\15\0\0\24\1\24\0\270\0\0\0<\0upstream-unavailable\0Upstream unavailable\0{"
        "\"type\":\"https://boxlite.example.com/problems/upstream-unavailable\",\"title\":\"Upstr"
        "eam unavailable\",\"status\":503,\"detail\":\"A part of the service did not "
        "answer.\",\"instance\":\"urn:uuid:\"}\0\266\0\2\0o\0\13\0&\0"
        /* storage */
        "\364\1\2\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\367\0\0\0\367\0\0\0"
        "\367\0\0\0\367\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\7\0\0\0\321\20\0\0\7\1\16\0\254\0\0"
        "\0)\0storage\0Storage failed\0{\"type\":\"https://boxlite.example.com/problems/storage\""
        ",\"title\":\"Storage failed\",\"status\":500,\"detail\":\"The box's disk could not be "
        "read or written.\",\"instance\":\"urn:uuid:\"}\0\252\0\2\0\\\0\13\0-\0"
        /* database */
        "\16\0\0\0\321\20\0\0\10\1\21\0\274\0\0\0-\0database\0State unavailable\0{\"type\":\"http"
        "s://boxlite.example.com/problems/database\",\"title\":\"State unavailable\",\"status\":5"
        "00,\"detail\":\"The service could not read or record the state of boxes.\",\"instance\":"
        "\"urn:uuid:\"}\0\272\0\2\0`\0\13\09\0"
        /* metadata */
        "\364\1\0\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\367\0\0\0\367\0\0\0"
        "\367\0\0\0\367\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\22\0\0\0\345\22\0\0\10\1\21\0\272\0"
        "\0\0-\0metadata\0Metadata unusable\0{\"type\":\"https://boxlite.example.com/problems/met"
        "adata\",\"title\":\"Metadata unusable\",\"status\":500,\"detail\":\"What the service "
        "recorded about the box can't be used.\",\"instance\":\"urn:uuid:\"}\0\270\0\2\0`\0\13"
        "\0007\0"
        /* config */
        "\6\0\0\0\345\22\0\0\6\1\25\0\251\0\0\0/\0config\0Service misconfigured\0{\"type\":\"http"
        "s://boxlite.example.com/problems/config\",\"title\":\"Service misconfigured\",\"status\""
        ":500,\"detail\":\"The service is not set up for this.\",\"instance\":\"urn:uuid:\"}\0"
        "\247\0\2\0b\0\13\0$\0"
        /* internal */
        "\1\0\0\0\321\20\0\0\10\1\16\0\313\0\0\0*\0internal\0Internal error\0{\"type\":\"https://"
        "boxlite.example.com/problems/internal\",\"title\":\"Internal error\",\"status\":500,\"de"
        "tail\":\"An unexpected error occurred. Quote the instance when you ask for "
        "support.\",\"instance\":\"urn:uuid:\"}\0\311\0\2\0]\0\13\0K\0",
    .codes_5 =
        "I{\322q\272\355\372\245\23\0\0\0\5\0\0\0\10\0\0\0\3\0\1\0\"\0o\0\13\0\226\10\0\0\264\230"
        "\4\0\0[%\23\0\0$\261\14\0\0\23Y\1\0\0\323\354\6\0\0\242(\13\0\0\255\361\21\0\0\3249\11\0"
        "\0\346\256\5\0\0\277\27\24\0\0\21V\12\0\0\326\372\24\0\0.\21\21\0\0\306y\3\0\0\21\233\2"
        "\0\0\253\336\16\0\0\3\322\17\0\0>\357\15\0\0V",
    .numbers_6 =
        "\372\24\0\0\230\4\0\0\354\6\0\0\226\10\0\0Y\1\0\0\27\24\0\0\21\21\0\0V\12\0\0\357\15\0\0"
        "(\13\0\09\11\0\0\336\16\0\0\233\2\0\0\361\21\0\0\322\17\0\0%\23\0\0\261\14\0\0\256\5\0\0"
        "y\3\0\0\1\0\0\0\26\0\0\0w\26\0\0\1\2\3\4\5\6\7\10\11\12\13\14\15\16\17\0\0\20\0\21\22\23",
    .end_7 =
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
};
