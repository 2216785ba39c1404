/*
 * BoxLite service: its problems as tables.
 *
 * Made by problemc from boxlite.yaml. Do not edit; edit that file and run
 *
 *     problemc compile boxlite.yaml -o DIR
 *
 * These are 6548 bytes of constant data, which the runtime reads; problem_tables.h describes
 * them. Numbers are in octal, the lowest byte first. Texts stand as they are sent: a problem's code,
 * its title, and the pieces of its body, between which the runtime puts values. What is the same for
 * several problems is said once, with the first of them; what bodies begin with, under names.
 */
#include "boxlite_problems.h"

#if BOXLITE_DIGEST != 0xc446ca184199493b
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
    BOXLITE_BYTES char head_0[80];
    BOXLITE_BYTES char offsets_1[76];
    BOXLITE_BYTES char names_2[175];
    BOXLITE_BYTES char problem_3[3899];
    BOXLITE_BYTES char problem_4[2051];
    BOXLITE_BYTES char codes_5[125];
    BOXLITE_BYTES char numbers_6[110];
    BOXLITE_BYTES char end_7[32];
};

_Static_assert(sizeof(struct boxlite_problem_tables) == 6548, "the tables have no gaps");

const struct boxlite_problem_tables boxlite_problem_tables = {
    .head_0 =
        "problem\000\004\000\000\000\224\031\000\000;I\231A\030\312F\304\234\000\000\000\246\000"
        "\000\000\023\000\000\000\022\000\000\000P\000\000\000\211\030\000\000\000\000\000\000R"
        "\031\000\000\234\000\000\000\000\000\000\001\357\000\000\000\316\000\000\000\377\000\000"
        "\000\015\001\000\000",
    .offsets_1 =
        "\253\001\000\000\016\003\000\000\015\004\000\000M\005\000\000\204\006\000\000\343\007"
        "\000\000\260\011\000\000;\012\000\000y\013\000\000l\014\000\000\027\016\000\000v\017\000"
        "\000\206\020\000\000\233\021\000\000\373\022\000\000\374\023\000\000Q\025\000\000d\026"
        "\000\000h\027\000\000",
    .names_2 =
        "\007\000boxlite\000%\000https://boxlite.example.com/problems/\000.\000{\"type\":\"https:"
        "//boxlite.example.com/problems/\000\013\000\",\"title\":\"\000;\000,\"instance\":\"urn:u"
        "uid:00000000-0000-4000-8000-000000000000\"\000",
    .problem_3 =
        /* invalid-argument */
        "\005\000\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\004\001\000\000\005\001\000\000\005\002\220\001\003\001\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000K\001"
        "\000\000K\001\000\000K\001\000\000K\001\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\005\000\000\000k\001\000\000\020\000invalid-argument\000\020"
        "\000Invalid argument\000\347\000g\000\013\0009\000;\000\001\000\347\000{\"type\":\"https"
        "://boxlite.example.com/problems/invalid-argument\",\"title\":\"Invalid "
        "argument\",\"status\":400,\"detail\":\"An option of the request has a value that can't "
        "be used.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}"
        /* unsupported */
        "\220\001\000\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000K\001\000\000K\001\000\000K\001\000\000K\001\000"
        "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\015"
        "\000\000\000\316\002\000\000\013\000unsupported\000\013\000Unsupported\000\315\000]\000"
        "\013\000)\000;\000\001\000\315\000{\"type\":\"https://boxlite.example.com/problems/unsup"
        "ported\",\"title\":\"Unsupported\",\"status\":400,\"detail\":\"The service can't do "
        "what was asked for.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}"
        /* unknown-user */
        "\026\000\000\000k\001\000\000\014\000unknown-user\000\014\000Unknown "
        "user\000\314\000_\000\013\000&\000;\000\001\000\314\000{\"type\":\"https://boxlite.examp"
        "le.com/problems/unknown-user\",\"title\":\"Unknown "
        "user\",\"status\":400,\"detail\":\"The image has no such user to run "
        "as.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}"
        /* not-found */
        "\224\001\000\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000K\001\000\000K\001\000\000K\001\000\000K\001\000"
        "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\002\000\000\000\015"
        "\005\000\000\011\000not-found\000\011\000Not "
        "found\000\311\000Y\000\013\000)\000;\000\001\000\311\000{\"type\":\"https://boxlite.exam"
        "ple.com/problems/not-found\",\"title\":\"Not found\",\"status\":404,\"detail\":\"There "
        "is no such box, image or snapshot.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000"
        "000000000\"}"
        /* session-reaped */
        "\232\001\000\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000K\001\000\000K\001\000\000K\001\000\000K\001\000"
        "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\025\000\000\000D"
        "\006\000\000\016\000session-reaped\000\016\000Session "
        "reaped\000\347\000c\000\013\000=\000;\000\001\000\347\000{\"type\":\"https://boxlite.exa"
        "mple.com/problems/session-reaped\",\"title\":\"Session "
        "reaped\",\"status\":410,\"detail\":\"The session ended because it was idle, and can't "
        "be resumed.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}"
        /* already-exists */
        "\231\001\003\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000K\001\000\000K\001\000\000K\001\000\000K\001\000"
        "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\003\000\000\000\243"
        "\007\000\000\016\000already-exists\000\016\000Already "
        "exists\000\317\000c\000\013\000%\000;\000\001\000\317\000{\"type\":\"https://boxlite.exa"
        "mple.com/problems/already-exists\",\"title\":\"Already "
        "exists\",\"status\":409,\"detail\":\"A box with this name exists "
        "already.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}"
        /* invalid-state */
        "\005\000state\000\012\000configured\000\007\000running\000\010\000stopping\000\007\000st"
        "opped\000\006\000paused\000\005\000\005\000\362\010\000\000\377\010\000\000\011\011"
        "\000\000\024\011\000\000\036\011\000\000'\011"
        "\000\000\000\001\000\006\000\003\000\001\000\000\000G\000\000\000\001\000\000\000\000"
        "\000\000\000\000\000\004\001\000\000\007\001\001\000\000\000\007\001\016\000\000\000\231"
        "\001\003\001\000\000\000\000\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\?\011\000\000E\011\000\000F\011"
        "\000\000K\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\352\010\000\000\004\000\000\000l\011\000\000\015\000invalid-state\000\015\000Invalid "
        "state\000O\000\016\000\013\000,\000\000\000\011\000\001\000E\000\011"
        "\000\001\000\",\"status\":409,\"detail\":\"The box is not in a state that allows "
        "this.\",\"state\":}"
        /* stopped */
        "\013\000\000\000\243\007\000\000\007\000stopped\000\013\000Box "
        "stopped\000\320\000Y\000\013\0000\000;\000\001\000\320\000{\"type\":\"https://boxlite.ex"
        "ample.com/problems/stopped\",\"title\":\"Box stopped\",\"status\":409,\"detail\":\"The "
        "box was stopped and takes no more commands.\",\"instance\":\"urn:uuid:00000000-0000-4000"
        "-8000-000000000000\"}"
        /* image */
        "\246\001\003\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000K\001\000\000K\001\000\000K\001\000\000K\001\000"
        "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\010\000\000\0009"
        "\013\000\000\005\000image\000\016\000Image unusable\000\304\000Z\000\013\000#\000;\000"
        "\001\000\304\000{\"type\":\"https://boxlite.example.com/problems/image\",\"title\":\"Ima"
        "ge unusable\",\"status\":422,\"detail\":\"The image can't be used for a "
        "box.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}"
        /* execution */
        "\012\000\000\0009\013\000\000\011\000execution\000\020\000Execution "
        "failed\000\320\000`\000\013\000)\000;\000\001\000\320\000{\"type\":\"https://boxlite.exa"
        "mple.com/problems/execution\",\"title\":\"Execution "
        "failed\",\"status\":422,\"detail\":\"The command could not be run in the "
        "box.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}"
        /* resource-exhausted */
        "\013\000retry_after\000\001\000\000\000\000\000\000\000\000\000\000\000\377\377\377\377"
        "\377\377\037\000\001\000\001\000\000\000\000\000\020\000\000\000\001\000\000\000\000\000"
        "\000\000\002\000\010\000\013\000Retry-After\000\223\015"
        "\000\000\000\000\000\000\000\000\000\177\015\000\000\001\001\253\015\000\000\271\015"
        "\000\000\000\255\001\002\001\000\000\000\000\001\000\001\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\000\000\000\304\015\000\000E\011"
        "\000\000K\001\000\000\312\015\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000q\015\000\000\024\000\000\000\323\015"
        "\000\000\022\000resource-exhausted\000\023\000Resources "
        "exhausted\000\336\000l\000\013\000+\000;\000\001\000\336\000{\"type\":\"https://boxlite."
        "example.com/problems/resource-exhausted\",\"title\":\"Resources "
        "exhausted\",\"status\":429,\"detail\":\"There is no room for more boxes right "
        "now.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}"
        /* network */
        "\367\001\002\003\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000K\001\000\000K\001\000\000K\001\000\000K\001\000"
        "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\011"
        "\000\000\0006\017\000\000\007\000network\000\023\000Network "
        "unavailable\000\332\000a\000\013\0002\000;\000\001\000\332\000{\"type\":\"https://boxlit"
        "e.example.com/problems/network\",\"title\":\"Network "
        "unavailable\",\"status\":503,\"detail\":\"The box's network can't be reached at the "
        "moment.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}",
    .problem_4 =
        /* engine */
        "\014\000\000\0006\017\000\000\006\000engine\000\022\000Engine "
        "unavailable\000\341\000_\000\013\000;\000;\000\001\000\341\000{\"type\":\"https://boxlit"
        "e.example.com/problems/engine\",\"title\":\"Engine "
        "unavailable\",\"status\":503,\"detail\":\"The engine that runs boxes is not available "
        "at the moment.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}"
        /* upstream-unavailable */
        "\017\000\000\0006\017\000\000\024\000upstream-unavailable\000\024\000Upstream "
        "unavailable\000\334\000o\000\013\000&\000;\000\001\000\334\000{\"type\":\"https://boxlit"
        "e.example.com/problems/upstream-unavailable\",\"title\":\"Upstream "
        "unavailable\",\"status\":503,\"detail\":\"A part of the service did not "
        "answer.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}"
        /* storage */
        "\364\001\002\003\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000K\001\000\000K\001\000\000K\001\000\000K\001\000"
        "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\007\000\000\000\273"
        "\022\000\000\007\000storage\000\016\000Storage "
        "failed\000\320\000\\\000\013\000-\000;\000\001\000\320\000{\"type\":\"https://boxlite.ex"
        "ample.com/problems/storage\",\"title\":\"Storage "
        "failed\",\"status\":500,\"detail\":\"The box's disk could not be read or "
        "written.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}"
        /* database */
        "\016\000\000\000\273\022\000\000\010\000database\000\021\000State "
        "unavailable\000\340\000`\000\013\0009\000;\000\001\000\340\000{\"type\":\"https://boxlit"
        "e.example.com/problems/database\",\"title\":\"State "
        "unavailable\",\"status\":500,\"detail\":\"The service could not read or record the "
        "state of boxes.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}"
        /* metadata */
        "\364\001\000\003\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000K\001\000\000K\001\000\000K\001\000\000K\001\000"
        "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\022\000\000\000\021"
        "\025\000\000\010\000metadata\000\021\000Metadata "
        "unusable\000\336\000`\000\013\0007\000;\000\001\000\336\000{\"type\":\"https://boxlite.e"
        "xample.com/problems/metadata\",\"title\":\"Metadata "
        "unusable\",\"status\":500,\"detail\":\"What the service recorded about the box can't be "
        "used.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}"
        /* config */
        "\006\000\000\000\021\025\000\000\006\000config\000\025\000Service "
        "misconfigured\000\315\000b\000\013\000$\000;\000\001\000\315\000{\"type\":\"https://boxl"
        "ite.example.com/problems/config\",\"title\":\"Service "
        "misconfigured\",\"status\":500,\"detail\":\"The service is not set up for "
        "this.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}"
        /* internal */
        "\001\000\000\000\273\022\000\000\010\000internal\000\016\000Internal "
        "error\000\357\000]\000\013\000K\000;\000\001\000\357\000{\"type\":\"https://boxlite.exam"
        "ple.com/problems/internal\",\"title\":\"Internal error\",\"status\":500,\"detail\":\"An "
        "unexpected error occurred. Quote the instance when you ask for "
        "support.\",\"instance\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"}",
    .codes_5 =
        "I{\322q\272\355\372\245\023\000\000\000\005\000\000\000\010\000\000\000\003\000\001\000"
        "\"\000o\000\013\000\260\011\000\000\264M\005\000\000[Q\025\000\000$\027\016\000\000\023"
        "\253\001\000\000\323\343\007\000\000\242l\014\000\000\255\374\023\000\000\324;\012"
        "\000\000\346\204\006\000\000\277d\026\000\000\021y\013\000\000\326h\027\000\000.\373\022"
        "\000\000\306\015\004\000\000\021\016\003\000\000\253\206\020\000\000\003\233\021\000\000"
        ">v\017\000\000V",
    .numbers_6 =
        "h\027\000\000M\005\000\000\343\007\000\000\260\011"
        "\000\000\253\001\000\000d\026\000\000\373\022\000\000y\013\000\000v\017\000\000l\014\000"
        "\000;\012\000\000\206\020\000\000\016\003\000\000\374\023\000\000\233\021\000\000Q\025"
        "\000\000\027\016\000\000\204\006\000\000\015\004\000\000\001\000\000\000\026\000\000\000"
        "\006\031\000\000\001\002\003\004\005\006\007\010\011\012\013\014\015"
        "\016\017\000\000\020\000\021\022\023",
    .end_7 =
        "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000",
};
