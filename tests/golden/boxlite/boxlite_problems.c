/*
 * BoxLite service: its problems as tables.
 *
 * Made by problemc from boxlite.yaml. Do not edit; edit that file and run
 *
 *     problemc compile boxlite.yaml -o DIR
 *
 * These are 5900 bytes of constant data, which the runtime reads; problem_tables.h describes
 * them. Numbers are in octal, the lowest byte first. Texts stand as they are sent: what bodies begin
 * with, under names, and of each body what follows, from the problem's code on; a NUL stands where
 * the quote behind code and title comes, and values come in between. What is the same for several
 * problems is said once, with the first of them.
 */
#include "boxlite_problems.h"

#if BOXLITE_DIGEST != 0x196e36afc7938ad9
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
    BOXLITE_BYTES char problem_3[3810];
    BOXLITE_BYTES char problem_4[1576];
    BOXLITE_BYTES char codes_5[125];
    BOXLITE_BYTES char numbers_6[110];
    BOXLITE_BYTES char end_7[32];
};

_Static_assert(sizeof(struct boxlite_problem_tables) == 5900, "the tables have no gaps");

const struct boxlite_problem_tables boxlite_problem_tables = {
    .head_0 =
        "problem\000\005\000\000\000\014\027\000\000\331\212\223\307\2576n\031\224\000\000\000"
        "\236\000\000\000\023\000\000\000\022\000\000\000H\000\000\000\001\026\000\000\000\000"
        "\000\000\312\026\000\000\224\000\000\000\000\000\000\001\357\000\000\000\306\000\000\000",
    .offsets_1 =
        "Y\001\000\000\233\002\000\000y\003\000\000\230\004\000\000\256\005\000\000\354\006\000"
        "\000\226\010\000\000\?\011\000\000\\\012\000\000.\013\000\000\270\014\000\000\366\015"
        "\000\000\345\016\000\000\331\017\000\000\030\021\000\000\370\021\000\000,\023\000\000"
        "\036\024\000\000\001\025\000\000",
    .names_2 =
        "\007\000boxlite\000%\000https://boxlite.example.com/problems/\000.\000{\"type\":\"https:"
        "//boxlite.example.com/problems/\000",
    .problem_3 =
        /* invalid-argument */
        "\005\000\002\000\000\000\001\000$\000\000\000\000\000\000\000\000\000\000\000\005\000"
        "\000\000\000\000\004\001\000\000\205\000\200\000\220\001\003\001\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\367\000\000\000\367\000\000\000\367\000\000\000\367\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\005\000\000\000\031\001\000\000\020\001\020\000"
        "\303\000\000\0004\000invalid-argument\000Invalid "
        "argument\000{\"type\":\"https://boxlite.example.com/problems/invalid-argument\",\"title"
        "\":\"Invalid argument\",\"status\":400,\"detail\":\"An option of the request has a "
        "value that can't be used.\",\"instance\":\"urn:uuid:\"}\000\301\000\002\000g\000\013\000"
        "9\000"
        /* unsupported */
        "\220\001\000\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\367\000\000\000\367\000\000\000\367\000\000\000"
        "\367\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\015"
        "\000\000\000[\002\000\000\013\001\013\000\251\000\000\000*\000unsupported\000Unsupported"
        "\000{\"type\":\"https://boxlite.example.com/problems/unsupported\",\"title\":\"Unsupport"
        "ed\",\"status\":400,\"detail\":\"The service can't do what was asked "
        "for.\",\"instance\":\"urn:uuid:\"}\000\247\000\002\000]\000\013\000)\000"
        /* unknown-user */
        "\026\000\000\000\031\001\000\000\014\001\014\000\250\000\000\000,\000unknown-user\000Unk"
        "nown user\000{\"type\":\"https://boxlite.example.com/problems/unknown-user\",\"title\":"
        "\"Unknown user\",\"status\":400,\"detail\":\"The image has no such user to run "
        "as.\",\"instance\":\"urn:uuid:\"}\000\246\000\002\000_\000\013\000&\000"
        /* not-found */
        "\224\001\000\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\367\000\000\000\367\000\000\000\367\000\000\000"
        "\367\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\002\000"
        "\000\000X\004\000\000\011\001\011\000\245\000\000\000&\000not-found\000Not "
        "found\000{\"type\":\"https://boxlite.example.com/problems/not-found\",\"title\":\"Not "
        "found\",\"status\":404,\"detail\":\"There is no such box, image or "
        "snapshot.\",\"instance\":\"urn:uuid:\"}\000\243\000\002\000Y\000\013\000)\000"
        /* session-reaped */
        "\232\001\000\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\367\000\000\000\367\000\000\000\367\000\000\000"
        "\367\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\025\000"
        "\000\000n\005\000\000\016\001\016\000\303\000\000\0000\000session-reaped\000Session "
        "reaped\000{\"type\":\"https://boxlite.example.com/problems/session-reaped\",\"title\":\""
        "Session reaped\",\"status\":410,\"detail\":\"The session ended because it was idle, and "
        "can't be resumed.\",\"instance\":\"urn:uuid:\"}\000\301\000\002\000c\000\013\000=\000"
        /* already-exists */
        "\231\001\003\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\367\000\000\000\367\000\000\000\367\000\000\000"
        "\367\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\003\000"
        "\000\000\254\006\000\000\016\001\016\000\253\000\000\0000\000already-exists\000Already "
        "exists\000{\"type\":\"https://boxlite.example.com/problems/already-exists\",\"title\":\""
        "Already exists\",\"status\":409,\"detail\":\"A box with this name exists "
        "already.\",\"instance\":\"urn:uuid:\"}\000\251\000\002\000c\000\013\000%\000"
        /* invalid-state */
        "\005\000state\000\012\000configured\000\007\000running\000\010\000stopping\000\007\000st"
        "opped\000\006\000paused\000\005\000\005\000\332\007\000\000\347\007\000\000\361\007\000"
        "\000\374\007\000\000\006\010\000\000\017\010\000\000\000\001\000\006\000\002\000\001\001"
        "\000\000_\000\000\000\001\000\000\000\000\000\000\000\005\000\014\000\000\000\004\001"
        "\000\000\205\000\000\000\201\000\231\001\003\001\000\000\000\000\001\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000'\010\000\000-"
        "\010\000\000.\010\000\000\367\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\322\007\000\000\004\000\000\000R\010\000\000\015\013\015"
        "\000\212\000\000\000\022\000invalid-state\000,\"title\":\"Invalid "
        "state\000,\"status\":409,\"detail\":\"The box is not in a state that allows "
        "this.\",\"instance\":\"urn:uuid:\",\"state\":\000\200\000\012"
        "\0003\000\013\000,\000\001\000"
        /* stopped */
        "\013\000\000\000\254\006\000\000\007\001\013\000\254\000\000\000&\000stopped\000Box "
        "stopped\000{\"type\":\"https://boxlite.example.com/problems/stopped\",\"title\":\"Box "
        "stopped\",\"status\":409,\"detail\":\"The box was stopped and takes no more "
        "commands.\",\"instance\":\"urn:uuid:\"}\000\252\000\002\000Y\000\013\0000\000"
        /* image */
        "\246\001\003\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\367\000\000\000\367\000\000\000\367\000\000\000"
        "\367\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\010\000"
        "\000\000\034\012\000\000\005\001\016\000\240\000\000\000'\000image\000Image "
        "unusable\000{\"type\":\"https://boxlite.example.com/problems/image\",\"title\":\"Image "
        "unusable\",\"status\":422,\"detail\":\"The image can't be used for a "
        "box.\",\"instance\":\"urn:uuid:\"}\000\236\000\002\000Z\000\013\000#\000"
        /* execution */
        "\012\000\000\000\034\012\000\000\011\001\020\000\254\000\000\000-\000execution\000Execut"
        "ion failed\000{\"type\":\"https://boxlite.example.com/problems/execution\",\"title\":\"E"
        "xecution failed\",\"status\":422,\"detail\":\"The command could not be run in the "
        "box.\",\"instance\":\"urn:uuid:\"}\000\252\000\002\000`\000\013\000)\000"
        /* resource-exhausted */
        "\013\000retry_after\000\001\000\000\000\000\000\000\000\000\000\000\000\377\377\377\377"
        "\377\377\037\000\013\000Retry-After\000\001\000\001\000\000\000\000\000\020\000\000\000"
        "\001\000\000\000\000\000\000\000\010\000\202\000B\014\000\000\000\000\000\000\000\000"
        "\000 \014\000\000\001\0014\014\000\000Z\014\000\000\000\255\001\002\001\000\000\000\000"
        "\001\000\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000e\014\000\000-\010\000\000\367\000\000\000k\014\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\022\014\000\000\024\000\000\000t\014\000\000"
        "\022\001\023\000\272\000\000\0009\000resource-exhausted\000Resources "
        "exhausted\000{\"type\":\"https://boxlite.example.com/problems/resource-exhausted\",\"tit"
        "le\":\"Resources exhausted\",\"status\":429,\"detail\":\"There is no room for more "
        "boxes right now.\",\"instance\":\"urn:uuid:\"}\000\270\000\002\000l\000\013\000+\000"
        /* network */
        "\367\001\002\003\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\367\000\000\000\367\000\000\000\367\000\000\000"
        "\367\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\011"
        "\000\000\000\266\015\000\000\007\001\023\000\266\000\000\000.\000network\000Network "
        "unavailable\000{\"type\":\"https://boxlite.example.com/problems/network\",\"title\":\"Ne"
        "twork unavailable\",\"status\":503,\"detail\":\"The box's network can't be reached at "
        "the moment.\",\"instance\":\"urn:uuid:\"}\000\264\000\002\000a\000\013\0002\000"
        /* engine */
        "\014\000\000\000\266\015\000\000\006\001\022\000\275\000\000\000,\000engine\000Engine "
        "unavailable\000{\"type\":\"https://boxlite.example.com/problems/engine\",\"title\":\"Eng"
        "ine unavailable\",\"status\":503,\"detail\":\"The engine that runs boxes is not "
        "available at the moment.\",\"instance\":\"urn:uuid:\"}\000\273\000\002\000_\000\013\000;"
        "\000",
    .problem_4 =
        /* upstream-unavailable */
        "\017\000\000\000\266\015\000\000\024\001\024\000\270\000\000\000<\000upstream-unavailabl"
        "e\000Upstream unavailable\000{\"type\":\"https://boxlite.example.com/problems/upstream-u"
        "navailable\",\"title\":\"Upstream unavailable\",\"status\":503,\"detail\":\"A part of "
        "the service did not answer.\",\"instance\":\"urn:uuid:\"}\000\266\000\002\000o\000\013"
        "\000&\000"
        /* storage */
        "\364\001\002\003\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\367\000\000\000\367\000\000\000\367\000\000\000"
        "\367\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\007\000"
        "\000\000\330\020\000\000\007\001\016\000\254\000\000\000)\000storage\000Storage "
        "failed\000{\"type\":\"https://boxlite.example.com/problems/storage\",\"title\":\"Storage"
        " failed\",\"status\":500,\"detail\":\"The box's disk could not be read or "
        "written.\",\"instance\":\"urn:uuid:\"}\000\252\000\002\000\\\000\013\000-\000"
        /* database */
        "\016\000\000\000\330\020\000\000\010\001\021\000\274\000\000\000-\000database\000State "
        "unavailable\000{\"type\":\"https://boxlite.example.com/problems/database\",\"title\":\"S"
        "tate unavailable\",\"status\":500,\"detail\":\"The service could not read or record the "
        "state of boxes.\",\"instance\":\"urn:uuid:\"}\000\272\000\002\000`\000\013\0009\000"
        /* metadata */
        "\364\001\000\003\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\367\000\000\000\367\000\000\000\367\000\000\000"
        "\367\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\022\000"
        "\000\000\354\022\000\000\010\001\021\000\272\000\000\000-\000metadata\000Metadata "
        "unusable\000{\"type\":\"https://boxlite.example.com/problems/metadata\",\"title\":\"Meta"
        "data unusable\",\"status\":500,\"detail\":\"What the service recorded about the box "
        "can't be used.\",\"instance\":\"urn:uuid:\"}\000\270\000\002\000`\000\013\0007\000"
        /* config */
        "\006\000\000\000\354\022\000\000\006\001\025\000\251\000\000\000/\000config\000Service "
        "misconfigured\000{\"type\":\"https://boxlite.example.com/problems/config\",\"title\":\"S"
        "ervice misconfigured\",\"status\":500,\"detail\":\"The service is not set up for "
        "this.\",\"instance\":\"urn:uuid:\"}\000\247\000\002\000b\000\013\000$\000"
        /* internal */
        "\001\000\000\000\330\020\000\000\010\001\016\000\313\000\000\000*\000internal\000Interna"
        "l error\000{\"type\":\"https://boxlite.example.com/problems/internal\",\"title\":\"Inter"
        "nal error\",\"status\":500,\"detail\":\"An unexpected error occurred. Quote the "
        "instance when you ask for support.\",\"instance\":\"urn:uuid:\"}\000\311\000\002\000]"
        "\000\013\000K\000",
    .codes_5 =
        "I{\322q\272\355\372\245\023\000\000\000\005\000\000\000\010\000\000\000\003\000\001\000"
        "\"\000o\000\013\000\226\010\000\000\264\230\004\000\000[,\023\000\000$\270\014\000\000"
        "\023Y\001\000\000\323\354\006\000\000\242.\013\000\000\255\370\021\000\000\324\?\011"
        "\000\000\346\256\005\000\000\277\036\024\000\000\021\\\012"
        "\000\000\326\001\025\000\000.\030\021\000\000\306y\003\000\000\021\233\002\000\000\253"
        "\345\016\000\000\003\331\017\000\000>\366\015\000\000V",
    .numbers_6 =
        "\001\025\000\000\230\004\000\000\354\006\000\000\226\010\000\000Y\001\000\000\036\024"
        "\000\000\030\021\000\000\\\012\000\000\366\015\000\000.\013\000\000\?\011"
        "\000\000\345\016\000\000\233\002\000\000\370\021\000\000\331\017\000\000,\023\000\000"
        "\270\014\000\000\256\005\000\000y\003\000\000\001\000\000\000\026\000\000\000~\026\000"
        "\000\001\002\003\004\005\006\007\010\011\012\013\014\015"
        "\016\017\000\000\020\000\021\022\023",
    .end_7 =
        "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000",
};
