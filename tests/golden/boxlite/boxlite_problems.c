/*
 * BoxLite service: its problems as tables.
 *
 * Made by problemc from boxlite.yaml. Do not edit; edit that file and run
 *
 *     problemc compile boxlite.yaml -o DIR
 *
 * These are 5912 bytes of constant data, which the runtime reads; problem_tables.h describes
 * them. Texts stand in them as they are sent, numbers in octal, the lowest byte first.
 */
#include "boxlite_problems.h"

#if BOXLITE_DIGEST != 0xae6914946fe67f53
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
    BOXLITE_BYTES char head_0[64];
    BOXLITE_BYTES char offsets_1[72];
    BOXLITE_BYTES char names_2[50];
    BOXLITE_BYTES char problem_3[319];
    BOXLITE_BYTES char problem_4[283];
    BOXLITE_BYTES char problem_5[275];
    BOXLITE_BYTES char problem_6[315];
    BOXLITE_BYTES char problem_7[291];
    BOXLITE_BYTES char problem_8[407];
    BOXLITE_BYTES char problem_9[272];
    BOXLITE_BYTES char problem_10[271];
    BOXLITE_BYTES char problem_11[289];
    BOXLITE_BYTES char problem_12[389];
    BOXLITE_BYTES char problem_13[300];
    BOXLITE_BYTES char problem_14[305];
    BOXLITE_BYTES char problem_15[316];
    BOXLITE_BYTES char problem_16[285];
    BOXLITE_BYTES char problem_17[305];
    BOXLITE_BYTES char problem_18[303];
    BOXLITE_BYTES char problem_19[288];
    BOXLITE_BYTES char problem_20[317];
    BOXLITE_BYTES char codes_21[98];
    BOXLITE_BYTES char numbers_22[98];
};

_Static_assert(sizeof(struct boxlite_problem_tables) == 5912, "the tables have no gaps");

const struct boxlite_problem_tables boxlite_problem_tables = {
    .head_0 = "problem\000\001\000\000\000\030\027\000\000S\177\346o\224\024i\256\210\000\000\000"
              "\222\000\000\000\022\000\000\000\021\000\000\000@\000\000\000T\026\000\000\000\000"
              "\000\000\266\026\000\000\210\000\000\000\000\000\000\000",
    .offsets_1 = "\271\001\000\000\324\002\000\000\347\003\000\000\"\005\000\000E\006\000\000\334"
                 "\007\000\000\354\010\000\000\373\011\000\000\034\013\000\000\241\014\000\000"
                 "\315\015\000\000\376\016\000\000:\020\000\000W\021\000\000\210\022\000\000\267"
                 "\023\000\000\327\024\000\000\024\026\000\000",
    .names_2 = "\007\000boxlite\000%\000https://boxlite.example.com/problems/\000",
    /* invalid-argument */
    .problem_3 = "\020\000invalid-argument\000\020\000Invalid "
                 "argument\000\005\000g\000\000\000\013\000\004\0019\000\000\000\026\000\005\000"
                 "\002\000\000\000{\"type\":\"https://boxlite.example.com/problems/invalid-argume"
                 "nt\",\"title\":\"Invalid argument\",\"status\":400,\"detail\":\"An option of "
                 "the request has a value that can't be used.\",\"instance\":\"urn:uuid:\"}\005"
                 "\000\000\000\220\001\003\001\000\000\000\000\000\000\000\000\000\000\000\000"
                 "\000\000\000\000\000\000\000\000\000\000\000\000\272\000\000\000\315\000\000"
                 "\000\000\000\000\000\340\000\000\000\340\000\000\000\340\000\000\000\340\000"
                 "\000\000\000\000\000\000",
    /* unsupported */
    .problem_4 = "\013\000unsupported\000\013\000Unsupported\000\005\000]\000\000\000\013\000\004"
                 "\001)\000\000\000\026\000\005\000\002\000\000\000{\"type\":\"https://boxlite.ex"
                 "ample.com/problems/unsupported\",\"title\":\"Unsupported\",\"status\":400,\"det"
                 "ail\":\"The service can't do what was asked "
                 "for.\",\"instance\":\"urn:uuid:\"}\015\000\000\000\220\001\000\001\000\000\000"
                 "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
                 "\000\000\371\001\000\000\007\002\000\000\000\000\000\000\340\000\000\000\340"
                 "\000\000\000\025\002\000\000\340\000\000\000\000\000\000\000",
    /* not-found */
    .problem_5 = "\011\000not-found\000\011\000Not found\000\005\000Y\000\000\000\013\000\004\001"
                 ")\000\000\000\026\000\005\000\002\000\000\000{\"type\":\"https://boxlite.exampl"
                 "e.com/problems/not-found\",\"title\":\"Not "
                 "found\",\"status\":404,\"detail\":\"There is no such box, image or "
                 "snapshot.\",\"instance\":\"urn:uuid:\"}\002\000\000\000\224\001\000\001\000\000"
                 "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
                 "\000\000\000\024\003\000\000 \003\000\000\000\000\000\000\340\000\000\000\340"
                 "\000\000\000,\003\000\000\340\000\000\000\000\000\000\000",
    /* session-reaped */
    .problem_6 = "\016\000session-reaped\000\016\000Session "
                 "reaped\000\005\000c\000\000\000\013\000\004\001=\000\000\000\026\000\005\000"
                 "\002\000\000\000{\"type\":\"https://boxlite.example.com/problems/session-reaped"
                 "\",\"title\":\"Session reaped\",\"status\":410,\"detail\":\"The session ended "
                 "because it was idle, and can't be resumed.\",\"instance\":\"urn:uuid:\"}\025"
                 "\000\000\000\232\001\000\001\000\000\000\000\000\000\000\000\000\000\000\000"
                 "\000\000\000\000\000\000\000\000\000\000\000\000'\004\000\0008\004\000\000\000"
                 "\000\000\000\340\000\000\000\340\000\000\000I\004\000\000\340\000\000\000\000"
                 "\000\000\000",
    /* already-exists */
    .problem_7 = "\016\000already-exists\000\016\000Already "
                 "exists\000\005\000c\000\000\000\013\000\004\001%\000\000\000\026\000\005\000"
                 "\002\000\000\000{\"type\":\"https://boxlite.example.com/problems/already-exists"
                 "\",\"title\":\"Already exists\",\"status\":409,\"detail\":\"A box with this "
                 "name exists already.\",\"instance\":\"urn:uuid:\"}\003\000\000\000\231\001\003"
                 "\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
                 "\000\000\000\000\000\000b\005\000\000s\005\000\000\000\000\000\000\340\000\000"
                 "\000\340\000\000\000\204\005\000\000\340\000\000\000\000\000\000\000",
    /* invalid-state */
    .problem_8 = "\005\000state\000\012\000configured\000\007\000running\000\010\000stopping\000"
                 "\007\000stopped\000\006\000paused\000\005\000\005\000\215\006\000\000\232\006"
                 "\000\000\244\006\000\000\257\006\000\000\271\006\000\000\015"
                 "\000invalid-state\000\015\000Invalid state\000\205\006\000\000\302\006\000\000"
                 "\000\001\000\007\000a\000\000\000\013\000\004\001,\000\000\000\026\000\005\000"
                 "\001\000\000\000\011\000\001\000\001\000\000\000{\"type\":\"https://boxlite.exa"
                 "mple.com/problems/invalid-state\",\"title\":\"Invalid "
                 "state\",\"status\":409,\"detail\":\"The box is not in a state that allows "
                 "this.\",\"instance\":\"urn:uuid:\",\"state\":}\004\000\000\000\231\001\003\001"
                 "\000\000\000\000\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
                 "\000\000\000\000\000\332\006\000\000\352\006\000\000\000\000\000\000\372\006"
                 "\000\000\004\007\000\000\005\007\000\000\340\000\000\000\000\000\000\000",
    /* stopped */
    .problem_9 = "\013\000Box stopped\000\005\000Y\000\000\000\013\000\004\0010\000\000\000\026"
                 "\000\005\000\002\000\000\000{\"type\":\"https://boxlite.example.com/problems/st"
                 "opped\",\"title\":\"Box stopped\",\"status\":409,\"detail\":\"The box was "
                 "stopped and takes no more commands.\",\"instance\":\"urn:uuid:\"}\013\000\000"
                 "\000\231\001\003\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
                 "\000\000\000\000\000\000\000\000\000\000\257\006\000\000\034\010\000\000\000"
                 "\000\000\000\340\000\000\000\340\000\000\000*\010\000\000\340\000\000\000\000"
                 "\000\000\000",
    /* image */
    .problem_10 = "\005\000image\000\016\000Image unusable\000\005\000Z\000\000\000\013\000\004"
                  "\001#\000\000\000\026\000\005\000\002\000\000\000{\"type\":\"https://boxlite.e"
                  "xample.com/problems/image\",\"title\":\"Image "
                  "unusable\",\"status\":422,\"detail\":\"The image can't be used for a "
                  "box.\",\"instance\":\"urn:uuid:\"}\010\000\000\000\246\001\003\001\000\000\000"
                  "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
                  "\000\000,\011\000\0004\011\000\000\000\000\000\000\340\000\000\000\340\000\000"
                  "\000E\011\000\000\340\000\000\000\000\000\000\000",
    /* execution */
    .problem_11 = "\011\000execution\000\020\000Execution failed\000\005\000`\000\000\000\013\000"
                  "\004\001)\000\000\000\026\000\005\000\002\000\000\000{\"type\":\"https://boxli"
                  "te.example.com/problems/execution\",\"title\":\"Execution "
                  "failed\",\"status\":422,\"detail\":\"The command could not be run in the "
                  "box.\",\"instance\":\"urn:uuid:\"}\012\000\000\000\246\001\003\001\000\000\000"
                  "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
                  "\000\000;\012\000\000G\012\000\000\000\000\000\000\340\000\000\000\340\000\000"
                  "\000Z\012\000\000\340\000\000\000\000\000\000\000",
    /* resource-exhausted */
    .problem_12 = "\013\000retry_after\000\001\000\000\000\000\000\000\000\000\000\000\000\377"
                  "\377\377\377\377\377\037\000\013\000Retry-After\000\001\000\000\000\002\000"
                  "\000\022\000resource-exhausted\000\023\000Resources "
                  "exhausted\000\\\013\000\000j\013\000\000\001\001\005\000l\000\000\000\013\000"
                  "\004\001+\000\000\000\026\000\005\000\002\000\000\000{\"type\":\"https://boxli"
                  "te.example.com/problems/resource-exhausted\",\"title\":\"Resources "
                  "exhausted\",\"status\":429,\"detail\":\"There is no room for more boxes right "
                  "now.\",\"instance\":\"urn:uuid:\"}~\013\000\000\214\013\000\000\000\024\000"
                  "\000\000\255\001\002\001\000\000\000\000\001\000\001\000\000\000\000\000\000"
                  "\000\000\000\000\000\000\000\000\000\000\000\223\013\000\000\250\013\000\000"
                  "\000\000\000\000\276\013\000\000\004\007\000\000\310\013\000\000\230\014\000"
                  "\000\000\000\000\000",
    /* network */
    .problem_13 = "\007\000network\000\023\000Network unavailable\000\005\000a\000\000\000\013"
                  "\000\004\0012\000\000\000\026\000\005\000\002\000\000\000{\"type\":\"https://b"
                  "oxlite.example.com/problems/network\",\"title\":\"Network "
                  "unavailable\",\"status\":503,\"detail\":\"The box's network can't be reached "
                  "at the moment.\",\"instance\":\"urn:uuid:\"}\011"
                  "\000\000\000\367\001\002\003\000\000\000\000\000\000\000\000\000\000\000\000"
                  "\000\000\000\000\000\000\000\000\000\000\000\000\341\014\000\000\353\014\000"
                  "\000\000\000\000\000\340\000\000\000\340\000\000\000\001\015"
                  "\000\000\340\000\000\000\000\000\000\000",
    /* engine */
    .problem_14 = "\006\000engine\000\022\000Engine unavailable\000\005\000_\000\000\000\013\000"
                  "\004\001;\000\000\000\026\000\005\000\002\000\000\000{\"type\":\"https://boxli"
                  "te.example.com/problems/engine\",\"title\":\"Engine "
                  "unavailable\",\"status\":503,\"detail\":\"The engine that runs boxes is not "
                  "available at the moment.\",\"instance\":\"urn:uuid:\"}\014\000\000\000\367\001"
                  "\002\003\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
                  "\000\000\000\000\000\000\000\015\016\000\000\026\016\000\000\000\000\000\000"
                  "\340\000\000\000\340\000\000\000+\016\000\000\340\000\000\000\000\000\000\000",
    /* upstream-unavailable */
    .problem_15 = "\024\000upstream-unavailable\000\024\000Upstream "
                  "unavailable\000\005\000o\000\000\000\013\000\004\001&\000\000\000\026\000\005"
                  "\000\002\000\000\000{\"type\":\"https://boxlite.example.com/problems/upstream-"
                  "unavailable\",\"title\":\"Upstream unavailable\",\"status\":503,\"detail\":\"A"
                  " part of the service did not answer.\",\"instance\":\"urn:uuid:\"}\017\000\000"
                  "\000\367\001\002\003\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
                  "\000\000\000\000\000\000\000\000\000\000>\017\000\000U\017\000\000\000\000\000"
                  "\000\340\000\000\000\340\000\000\000l\017\000\000\340\000\000\000\000\000\000"
                  "\000",
    /* storage */
    .problem_16 = "\007\000storage\000\016\000Storage failed\000\005\000\\\000\000\000\013\000"
                  "\004\001-\000\000\000\026\000\005\000\002\000\000\000{\"type\":\"https://boxli"
                  "te.example.com/problems/storage\",\"title\":\"Storage "
                  "failed\",\"status\":500,\"detail\":\"The box's disk could not be read or "
                  "written.\",\"instance\":\"urn:uuid:\"}\007\000\000\000\364\001\002\003\000\000"
                  "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
                  "\000\000\000z\020\000\000\204\020\000\000\000\000\000\000\340\000\000\000\340"
                  "\000\000\000\225\020\000\000\340\000\000\000\000\000\000\000",
    /* database */
    .problem_17 = "\010\000database\000\021\000State unavailable\000\005\000`\000\000\000\013\000"
                  "\004\0019\000\000\000\026\000\005\000\002\000\000\000{\"type\":\"https://boxli"
                  "te.example.com/problems/database\",\"title\":\"State "
                  "unavailable\",\"status\":500,\"detail\":\"The service could not read or "
                  "record the state of boxes.\",\"instance\":\"urn:uuid:\"}\016\000\000\000\364"
                  "\001\002\003\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
                  "\000\000\000\000\000\000\000\000\227\021\000\000\242\021\000\000\000\000\000"
                  "\000\340\000\000\000\340\000\000\000\266\021\000\000\340\000\000\000\000\000"
                  "\000\000",
    /* metadata */
    .problem_18 = "\010\000metadata\000\021\000Metadata unusable\000\005\000`\000\000\000\013\000"
                  "\004\0017\000\000\000\026\000\005\000\002\000\000\000{\"type\":\"https://boxli"
                  "te.example.com/problems/metadata\",\"title\":\"Metadata "
                  "unusable\",\"status\":500,\"detail\":\"What the service recorded about the "
                  "box can't be used.\",\"instance\":\"urn:uuid:\"}\022\000\000\000\364\001\000"
                  "\003\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
                  "\000\000\000\000\000\000\310\022\000\000\323\022\000\000\000\000\000\000\340"
                  "\000\000\000\340\000\000\000\347\022\000\000\340\000\000\000\000\000\000\000",
    /* config */
    .problem_19 = "\006\000config\000\025\000Service misconfigured\000\005\000b\000\000\000\013"
                  "\000\004\001$\000\000\000\026\000\005\000\002\000\000\000{\"type\":\"https://b"
                  "oxlite.example.com/problems/config\",\"title\":\"Service "
                  "misconfigured\",\"status\":500,\"detail\":\"The service is not set up for "
                  "this.\",\"instance\":\"urn:uuid:\"}\006\000\000\000\364\001\000\003\000\000"
                  "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
                  "\000\000\000\367\023\000\000\000\024\000\000\000\000\000\000\340\000\000\000"
                  "\340\000\000\000\030\024\000\000\340\000\000\000\000\000\000\000",
    /* internal */
    .problem_20 = "\010\000internal\000\016\000Internal error\000\005\000]\000\000\000\013\000"
                  "\004\001K\000\000\000\026\000\005\000\002\000\000\000{\"type\":\"https://boxli"
                  "te.example.com/problems/internal\",\"title\":\"Internal "
                  "error\",\"status\":500,\"detail\":\"An unexpected error occurred. Quote the "
                  "instance when you ask for support.\",\"instance\":\"urn:uuid:\"}\001\000\000"
                  "\000\364\001\002\003\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
                  "\000\000\000\000\000\000\000\000\000\000\027\025\000\000\"\025\000\000\000\000"
                  "\000\000\340\000\000\000\340\000\000\0003\025\000\000\340\000\000\000\000\000"
                  "\000\000",
    .codes_21 = "mK\362\0262(n\?\022\000\000\000\005\000\000\000h\000c\000\000\000\017\000\015"
                "\000\020\000\000\000\001\000\000\000\006\000\000\000\012"
                "\000\000\000\014\000\000\000\010\000\000\000\005\000\000\000\003\000\000\000\007"
                "\000\000\000\002\000\000\000\015\000\000\000\000\000\000\000\004\000\000\000\021"
                "\000\000\000\011\000\000\000\017\000\000\000\016\000\000\000\013\000\000\000",
    .numbers_22 = "KpIZ\217p\236\240\022\000\000\000\005\000\000\000\000\000\010\0001\000\000\000"
                  "V\002\016\000\000\000\012\000\000\000\013\000\000\000\021\000\000\000\004\000"
                  "\000\000\017\000\000\000\020\000\000\000\000\000\000\000\014\000\000\000\015"
                  "\000\000\000\003\000\000\000\001\000\000\000\010\000\000\000\002\000\000\000"
                  "\005\000\000\000\007\000\000\000\006\000\000\000\011\000\000\000",
};
