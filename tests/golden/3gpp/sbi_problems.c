/*
 * 3GPP service based interface: its problems as tables.
 *
 * Made by problemc from 3gpp.yaml. Do not edit; edit that file and run
 *
 *     problemc compile 3gpp.yaml -o DIR
 *
 * These are 8210 bytes of constant data, which the runtime reads; problem_tables.h describes
 * them. Numbers are in octal, the lowest byte first. Texts stand as they are sent: what bodies begin
 * with, under names, and of each body what follows, from the problem's code on; a NUL stands where
 * the quote behind code and title comes, and values come in between. What is the same for several
 * problems is said once, with the first of them.
 */
#define SBI_DIGEST_ALONE /* compilers would read the rest for nothing */
#include "sbi_problems.h"
#undef SBI_DIGEST_ALONE

#if SBI_DIGEST != 0x25543d8fef0e6b45
#error "sbi_problems.h and sbi_problems.c were not made in one run"
#endif

/* The literals fill their arrays to the last byte: there is no NUL at the end of any. */
#if defined(__has_attribute)
#if __has_attribute(nonstring)
#define SBI_BYTES __attribute__((nonstring))
#endif
#endif
#ifndef SBI_BYTES
#define SBI_BYTES
#endif

struct sbi_problem_tables {
    SBI_BYTES char head_0[72];
    SBI_BYTES char offsets_1[132];
    SBI_BYTES char names_2[22];
    SBI_BYTES char rule_3[180];
    SBI_BYTES char problem_4[3796];
    SBI_BYTES char problem_5[3790];
    SBI_BYTES char codes_6[186];
    SBI_BYTES char end_7[32];
};

_Static_assert(sizeof(struct sbi_problem_tables) == 8210, "the tables have no gaps");

const struct sbi_problem_tables sbi_problem_tables = {
    .head_0 =
        "problem\0\6\0\0\0\22 \0\0Ek\16\357\217=T%\314\0\0\0\322\0\0\0\36\0\0\0\27\0\0\0H\0\0\08"
        "\37\0\0\0\0\0\0\0\0\0\0\300\0\0\0\3\0\0\0006\15\0\0\325\0\0\0",
    .offsets_1 =
        "\33\2\0\0\355\2\0\0\10\5\0\0-\6\0\0,\7\0\0\215\10\0\0\200\11\0\0d\12\0\0E\13\0\0'\14\0\0"
        "\23\15\0\0\374\15\0\0\356\16\0\0\345\17\0\0\331\20\0\0\301\21\0\0\243\22\0\0\214\23\0\0n"
        "\24\0\0`\25\0\0V\26\0\0:\27\0\0*\30\0\0*\31\0\0\"\32\0\0\7\33\0\0\356\33\0\0\337\34\0\0"
        "\312\35\0\0\273\36\0\0\36\1\0\0\\\1\0\0\215\1\0\0",
    .names_2 =
        "\3\0sbi\0\0\0\0\12\0{\"title\":\"\0",
    .rule_3 =
        /* missing */
        "\7\0missing\0\1\0\1\0\0\0\1\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\200\0\354\0\0\0\17\0\0\0must "
        "be present\0\17\0\342\0\0\0\4\1\0\0\0"
        /* incorrect */
        "\11\0incorrect\0\354\0\0\0\36\0\0\0has a value that can't be used\0\36\0'\1\0\0003\1\0\0"
        "\0"
        /* unknown */
        "\7\0unknown\0\354\0\0\0\23\0\0\0is not defined here\0\23\0e\1\0\0o\1\0\0\0",
    .problem_4 =
        /* INVALID_API */
        "\5\0cause\0\15\0\"INVALID_API\"\0\12\0\0\0\236\1\0\0\256\1\0\0\0\0\0\2\0\1\0\0\0\1\2\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\200\0\220\1\3\1\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\266\1\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226"
        "\1\0\0\1\0\0\0\327\1\0\0\13\1\13\0:\0\0\0*\0INVALID_API\0Bad Request\0{\"title\":\"Bad "
        "Request\",\"status\":400,\"cause\":\"INVALID_API\"}\0:\0#\0"
        /* INVALID_MSG_FORMAT */
        "\24\0\"INVALID_MSG_FORMAT\"\0\12\0\0\0\204\2\0\0\233\2\0\0\0\0\220\1\3\1\0\0\0\0\0\1\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\243\2\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\2\0\0\0\251\2\0\0\22\1\13\0A\0\0\0001\0INVALID_MSG_FO"
        "RMAT\0Bad Request\0{\"title\":\"Bad Request\",\"status\":400,\"cause\":\"INVALID_MSG_FOR"
        "MAT\"}\0A\0#\0"
        /* INVALID_QUERY_PARAM */
        "\25\0\"INVALID_QUERY_PARAM\"\0\12\0\0\0d\3\0\0|\3\0\0\0\0\3\0\2\0\2\1\0\1\13\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\6\0\0\0\200\0\206\0\10\0\"param\":\0\14\0\"parameter\":\0\11\0\"header\":"
        "\0\11\0\"reason\":\0\0\0\1\0\0\0\1\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\332\3\0\0!\0\0\0\",\"re"
        "ason\":\"is not defined here\"}\0!\0\332\3\0\0,\0\0\0\",\"reason\":\"has a value that "
        "can't be used\"}\0,\0\0\0\0\0\34\4\0\0\360\3\0\0\12\0{\"param\":\"\0\20\0{\"param\":\"qu"
        "ery \0\21\0{\"param\":\"header \0\20\0\2\1\250\3\0\0\263\3\0\0\302\3\0\0\316\3\0\0\0\0\0"
        "\0\0\0\0\0S\4\0\0_\4\0\0l\4\0\0\0\0\0\0\177\4\0\0\6\220\1\3\1\0\0\0\0\0\1\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\204\3\0\0\274\1\0\0\212\3\0\0\327\1\0\0\223\4\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\226\1\0\0\3\0\0\0\304\4\0\0\23\1\13\0H\0\0\0&\0INVALID_QUERY_PARAM\0Bad"
        " Request\0,\"status\":400,\"cause\":\"INVALID_QUERY_PARAM\",\"invalidParams\":\0007\21"
        "\31"
        /* MANDATORY_QUERY_PARAM_INCORRECT */
        "!\0\"MANDATORY_QUERY_PARAM_INCORRECT\"\0\12\0\0\0z\5\0\0\236\5\0\0\0\0\0\0\0\0\34\4\0\0"
        "\0\0\0\0\20\0\2\1\250\3\0\0\263\3\0\0\302\3\0\0\316\3\0\0\0\0\0\0\0\0\0\0\254\5\0\0_\4\0"
        "\0l\4\0\0\0\0\0\0\177\4\0\0\2\220\1\3\1\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
        "\0\0\0\0\246\5\0\0\274\1\0\0\212\3\0\0\327\1\0\0\270\5\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1"
        "\0\0\4\0\0\0\351\5\0\0\37\1\13\0T\0\0\0002\0MANDATORY_QUERY_PARAM_INCORRECT\0Bad "
        "Request\0,\"status\":400,\"cause\":\"MANDATORY_QUERY_PARAM_INCORRECT\",\"invalidParams\""
        ":\0C\21\31"
        /* OPTIONAL_QUERY_PARAM_INCORRECT */
        " \0\"OPTIONAL_QUERY_PARAM_INCORRECT\"\0\12\0\0\0\267\6\0\0\332\6\0\0\0\0\220\1\3\1\0\0\0"
        "\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\342\6\0\0\274\1\0\0\212\3\0\0\327\1\0"
        "\0\270\5\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\5\0\0\0\350\6\0\0\36\1\13\0S\0\0\0001\0OP"
        "TIONAL_QUERY_PARAM_INCORRECT\0Bad Request\0,\"status\":400,\"cause\":\"OPTIONAL_QUERY_PA"
        "RAM_INCORRECT\",\"invalidParams\":\0B\21\31"
        /* MANDATORY_QUERY_PARAM_MISSING */
        "\37\0\"MANDATORY_QUERY_PARAM_MISSING\"\0\12\0\0\0\264\7\0\0\326\7\0\0\0\0\332\3\0\0\35\0"
        "\0\0\",\"reason\":\"must be present\"}\0\35\0\344\7\0\0\0\0\0\0\0\0\0\0\20\0\2\1\250\3\0"
        "\0\263\3\0\0\302\3\0\0\316\3\0\0\0\0\0\0\0\0\0\0\14\10\0\0_\4\0\0l\4\0\0\0\0\0\0\177\4\0"
        "\0\1\220\1\3\1\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\336\7\0\0\274\1\0"
        "\0\212\3\0\0\327\1\0\0\30\10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\6\0\0\0I\10\0\0\35\1"
        "\13\0R\0\0\0000\0MANDATORY_QUERY_PARAM_MISSING\0Bad Request\0,\"status\":400,\"cause\":"
        "\"MANDATORY_QUERY_PARAM_MISSING\",\"invalidParams\":\0A\21\31"
        /* MANDATORY_IE_INCORRECT */
        "\30\0\"MANDATORY_IE_INCORRECT\"\0\12\0\0\0\23\11\0\0.\11\0\0\0\0\220\1\3\1\0\0\0\0\0\1\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0006\11\0\0\274\1\0\0\212\3\0\0\327\1\0\0\270\5"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\7\0\0\0<\11\0\0\26\1\13\0K\0\0\0)\0MANDATORY_IE_I"
        "NCORRECT\0Bad Request\0,\"status\":400,\"cause\":\"MANDATORY_IE_INCORRECT\",\"invalidPar"
        "ams\":\0:\21\31"
        /* OPTIONAL_IE_INCORRECT */
        "\27\0\"OPTIONAL_IE_INCORRECT\"\0\12\0\0\0\370\11\0\0\22\12\0\0\0\0\220\1\3\1\0\0\0\0\0\1"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\32\12\0\0\274\1\0\0\212\3\0\0\327\1\0\0\270"
        "\5\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\10\0\0\0 \12\0\0\25\1\13\0J\0\0\0(\0OPTIONAL_IE"
        "_INCORRECT\0Bad Request\0,\"status\":400,\"cause\":\"OPTIONAL_IE_INCORRECT\",\"invalidPa"
        "rams\":\09\21\31"
        /* MANDATORY_IE_MISSING */
        "\26\0\"MANDATORY_IE_MISSING\"\0\12\0\0\0\332\12\0\0\363\12\0\0\0\0\220\1\3\1\0\0\0\0\0\1"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\373\12\0\0\274\1\0\0\212\3\0\0\327\1\0\0\30"
        "\10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\11\0\0\0\1\13\0\0\24\1\13\0I\0\0\0'\0MANDATORY"
        "_IE_MISSING\0Bad Request\0,\"status\":400,\"cause\":\"MANDATORY_IE_MISSING\",\"invalidPa"
        "rams\":\08\21\31"
        /* UNSPECIFIED_MSG_FAILURE */
        "\31\0\"UNSPECIFIED_MSG_FAILURE\"\0\12\0\0\0\271\13\0\0\325\13\0\0\0\0\220\1\3\1\0\0\0\0"
        "\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\335\13\0\0\274\1\0\0\275\1\0\0\327\1\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\12\0\0\0\343\13\0\0\27\1\13\0F\0\0\0006\0UN"
        "SPECIFIED_MSG_FAILURE\0Bad Request\0{\"title\":\"Bad Request\",\"status\":400,\"cause\":"
        "\"UNSPECIFIED_MSG_FAILURE\"}\0F\0#\0"
        /* NF_DISCOVERY_FAILURE */
        "\26\0\"NF_DISCOVERY_FAILURE\"\0\12\0\0\0\250\14\0\0\301\14\0\0\0\0\220\1\3\1\0\0\0\0\0\1"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\311\14\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\13\0\0\0\317\14\0\0\24\1\13\0C\0\0\0003\0NF_DIS"
        "COVERY_FAILURE\0Bad Request\0{\"title\":\"Bad Request\",\"status\":400,\"cause\":\"NF_DI"
        "SCOVERY_FAILURE\"}\0C\0#\0"
        /* INVALID_DISCOVERY_PARAM */
        "\31\0\"INVALID_DISCOVERY_PARAM\"\0\12\0\0\0\216\15\0\0\252\15\0\0\0\0\220\1\3\1\0\0\0\0"
        "\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\262\15\0\0\274\1\0\0\275\1\0\0\327\1\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\14\0\0\0\270\15\0\0\27\1\13\0F\0\0\0006\0IN"
        "VALID_DISCOVERY_PARAM\0Bad Request\0{\"title\":\"Bad Request\",\"status\":400,\"cause\":"
        "\"INVALID_DISCOVERY_PARAM\"}\0F\0#\0"
        /* RESOURCE_CONTEXT_NOT_FOUND */
        "\34\0\"RESOURCE_CONTEXT_NOT_FOUND\"\0\12\0\0\0}\16\0\0\234\16\0\0\0\0\220\1\3\1\0\0\0\0"
        "\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\244\16\0\0\274\1\0\0\275\1\0\0\327\1\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\15\0\0\0\252\16\0\0\32\1\13\0I\0\0\09\0RESO"
        "URCE_CONTEXT_NOT_FOUND\0Bad Request\0{\"title\":\"Bad Request\",\"status\":400,\"cause\""
        ":\"RESOURCE_CONTEXT_NOT_FOUND\"}\0I\0#\0"
        /* MISSING_ACCESS_TOKEN_INFO */
        "\33\0\"MISSING_ACCESS_TOKEN_INFO\"\0\12\0\0\0u\17\0\0\223\17\0\0\0\0\220\1\3\1\0\0\0\0\0"
        "\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\233\17\0\0\274\1\0\0\275\1\0\0\327\1\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\16\0\0\0\241\17\0\0\31\1\13\0H\0\0\08\0MISSIN"
        "G_ACCESS_TOKEN_INFO\0Bad Request\0{\"title\":\"Bad Request\",\"status\":400,\"cause\":\""
        "MISSING_ACCESS_TOKEN_INFO\"}\0H\0#\0",
    .problem_5 =
        /* CCA_VERIFICATION_FAILURE */
        "\32\0\"CCA_VERIFICATION_FAILURE\"\0\12\0\0\0j\20\0\0\207\20\0\0\0\0\223\1\3\1\0\0\0\0\0"
        "\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\217\20\0\0\274\1\0\0\275\1\0\0\327\1\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\17\0\0\0\225\20\0\0\30\1\11\0E\0\0\0005\0CCA_"
        "VERIFICATION_FAILURE\0Forbidden\0{\"title\":\"Forbidden\",\"status\":403,\"cause\":\"CCA"
        "_VERIFICATION_FAILURE\"}\0E\0!\0"
        /* TOKEN_CCA_MISMATCH */
        "\24\0\"TOKEN_CCA_MISMATCH\"\0\12\0\0\0X\21\0\0o\21\0\0\0\0\223\1\3\1\0\0\0\0\0\1\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0w\21\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\226\1\0\0\20\0\0\0}\21\0\0\22\1\11\0\?\0\0\0/\0TOKEN_CCA_MISMATCH\0Fo"
        "rbidden\0{\"title\":\"Forbidden\",\"status\":403,\"cause\":\"TOKEN_CCA_MISMATCH\"}\0\?\0"
        "!\0"
        /* MODIFICATION_NOT_ALLOWED */
        "\32\0\"MODIFICATION_NOT_ALLOWED\"\0\12\0\0\0004\22\0\0Q\22\0\0\0\0\223\1\3\1\0\0\0\0\0\1"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0Y\22\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\21\0\0\0_\22\0\0\30\1\11\0E\0\0\0005\0MODIFICATION_"
        "NOT_ALLOWED\0Forbidden\0{\"title\":\"Forbidden\",\"status\":403,\"cause\":\"MODIFICATION"
        "_NOT_ALLOWED\"}\0E\0!\0"
        /* ACCESS_TOKEN_DENIED */
        "\25\0\"ACCESS_TOKEN_DENIED\"\0\12\0\0\0\"\23\0\0:\23\0\0\0\0\223\1\3\1\0\0\0\0\0\1\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0B\23\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\226\1\0\0\22\0\0\0H\23\0\0\23\1\11\0@\0\0\0000\0ACCESS_TOKEN_DENIED"
        "\0Forbidden\0{\"title\":\"Forbidden\",\"status\":403,\"cause\":\"ACCESS_TOKEN_DENIED\"}"
        "\0@\0!\0"
        /* SUBSCRIPTION_NOT_FOUND */
        "\30\0\"SUBSCRIPTION_NOT_FOUND\"\0\12\0\0\0\1\24\0\0\34\24\0\0\0\0\224\1\3\1\0\0\0\0\0\1"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0$\24\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\23\0\0\0*\24\0\0\26\1\11\0C\0\0\0003\0SUBSCRIPTION_"
        "NOT_FOUND\0Not Found\0{\"title\":\"Not Found\",\"status\":404,\"cause\":\"SUBSCRIPTION_N"
        "OT_FOUND\"}\0C\0!\0"
        /* RESOURCE_URI_STRUCTURE_NOT_FOUND */
        "\"\0\"RESOURCE_URI_STRUCTURE_NOT_FOUND\"\0\12\0\0\0\351\24\0\0\16\25\0\0\0\0\224\1\3\1\0"
        "\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\26\25\0\0\274\1\0\0\275\1\0\0\327"
        "\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\24\0\0\0\34\25\0\0 \1\11\0M\0\0\0=\0RES"
        "OURCE_URI_STRUCTURE_NOT_FOUND\0Not Found\0{\"title\":\"Not Found\",\"status\":404,\"caus"
        "e\":\"RESOURCE_URI_STRUCTURE_NOT_FOUND\"}\0M\0!\0"
        /* INCORRECT_LENGTH */
        "\22\0\"INCORRECT_LENGTH\"\0\12\0\0\0\357\25\0\0\4\26\0\0\0\0\233\1\3\1\0\0\0\0\0\1\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\14\26\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\25\0\0\0\22\26\0\0\20\1\17\0C\0\0\0003\0INCORRECT_LENGT"
        "H\0Length Required\0{\"title\":\"Length Required\",\"status\":411,\"cause\":\"INCORRECT_"
        "LENGTH\"}\0C\0'\0"
        /* NF_CONGESTION_RISK */
        "\24\0\"NF_CONGESTION_RISK\"\0\12\0\0\0\321\26\0\0\350\26\0\0\0\0\255\1\2\1\0\0\0\0\0\1\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\360\26\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\26\0\0\0\366\26\0\0\22\1\21\0G\0\0\0007\0NF_CONGE"
        "STION_RISK\0Too Many Requests\0{\"title\":\"Too Many Requests\",\"status\":429,\"cause\""
        ":\"NF_CONGESTION_RISK\"}\0G\0)\0"
        /* INSUFFICIENT_RESOURCES */
        "\30\0\"INSUFFICIENT_RESOURCES\"\0\12\0\0\0\275\27\0\0\330\27\0\0\0\0\364\1\2\3\0\0\0\0\0"
        "\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\340\27\0\0\274\1\0\0\275\1\0\0\327\1\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\27\0\0\0\346\27\0\0\26\1\25\0O\0\0\0\?\0INSUF"
        "FICIENT_RESOURCES\0Internal Server Error\0{\"title\":\"Internal Server Error\",\"status"
        "\":500,\"cause\":\"INSUFFICIENT_RESOURCES\"}\0O\0-\0"
        /* UNSPECIFIED_NF_FAILURE */
        "\30\0\"UNSPECIFIED_NF_FAILURE\"\0\12\0\0\0\275\30\0\0\330\30\0\0\0\0\364\1\2\3\0\0\0\0\0"
        "\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\340\30\0\0\274\1\0\0\275\1\0\0\327\1\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\30\0\0\0\346\30\0\0\26\1\25\0O\0\0\0\?\0UNSPE"
        "CIFIED_NF_FAILURE\0Internal Server Error\0{\"title\":\"Internal Server Error\",\"status"
        "\":500,\"cause\":\"UNSPECIFIED_NF_FAILURE\"}\0O\0-\0"
        /* SYSTEM_FAILURE */
        "\20\0\"SYSTEM_FAILURE\"\0\12\0\0\0\275\31\0\0\320\31\0\0\0\0\364\1\2\3\0\0\0\0\0\1\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\330\31\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\31\0\0\0\336\31\0\0\16\1\25\0G\0\0\0007\0SYSTEM_FAILU"
        "RE\0Internal Server Error\0{\"title\":\"Internal Server Error\",\"status\":500,\"cause\""
        ":\"SYSTEM_FAILURE\"}\0G\0-\0"
        /* NF_FAILOVER */
        "\15\0\"NF_FAILOVER\"\0\12\0\0\0\245\32\0\0\265\32\0\0\0\0\364\1\2\3\0\0\0\0\0\1\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\275\32\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\32\0\0\0\303\32\0\0\13\1\25\0D\0\0\0004\0NF_FAILOVER\0I"
        "nternal Server Error\0{\"title\":\"Internal Server Error\",\"status\":500,\"cause\":\"NF"
        "_FAILOVER\"}\0D\0-\0"
        /* NF_SERVICE_FAILOVER */
        "\25\0\"NF_SERVICE_FAILOVER\"\0\12\0\0\0\204\33\0\0\234\33\0\0\0\0\364\1\2\3\0\0\0\0\0\1"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\244\33\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\33\0\0\0\252\33\0\0\23\1\25\0L\0\0\0<\0NF_SERVI"
        "CE_FAILOVER\0Internal Server Error\0{\"title\":\"Internal Server Error\",\"status\":500,"
        "\"cause\":\"NF_SERVICE_FAILOVER\"}\0L\0-\0"
        /* NF_CONGESTION */
        "\17\0\"NF_CONGESTION\"\0\12\0\0\0{\34\0\0\215\34\0\0\0\0\367\1\2\3\0\0\0\0\0\1\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\225\34\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\226\1\0\0\34\0\0\0\233\34\0\0\15\1\23\0D\0\0\0004\0NF_CONGESTION\0S"
        "ervice Unavailable\0{\"title\":\"Service Unavailable\",\"status\":503,\"cause\":\"NF_CON"
        "GESTION\"}\0D\0+\0"
        /* TARGET_NF_NOT_REACHABLE */
        "\31\0\"TARGET_NF_NOT_REACHABLE\"\0\12\0\0\0\\\35\0\0x\35\0\0\0\0\370\1\2\3\0\0\0\0\0\1\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\200\35\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\35\0\0\0\206\35\0\0\27\1\17\0J\0\0\0:\0TARGET_NF_"
        "NOT_REACHABLE\0Gateway Timeout\0{\"title\":\"Gateway Timeout\",\"status\":504,\"cause\":"
        "\"TARGET_NF_NOT_REACHABLE\"}\0J\0'\0"
        /* TIMED_OUT_REQUEST */
        "\23\0\"TIMED_OUT_REQUEST\"\0\12\0\0\0S\36\0\0i\36\0\0\0\0\370\1\2\3\0\0\0\0\0\1\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0q\36\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\226\1\0\0\36\0\0\0w\36\0\0\21\1\17\0D\0\0\0004\0TIMED_OUT_REQUEST\0Ga"
        "teway Timeout\0{\"title\":\"Gateway Timeout\",\"status\":504,\"cause\":\"TIMED_OUT_REQUE"
        "ST\"}\0D\0'\0",
    .codes_6 =
        "\377\200\327\1\2763k\255\36\0\0\0\10\0\0\0\10\0\0\0\13\0\0\0T\0\32\0\6\0\6\0t\0\1\0:\27"
        "\0\0\212\345\17\0\0\13-\6\0\0fn\24\0\0{\23\15\0\0\233\337\34\0\0\304*\31\0\0L\214\23\0\0"
        "\341\33\2\0\0\20\356\16\0\0\315,\7\0\0003\200\11\0\0J\355\2\0\0\204\374\15\0\0uV\26\0\0"
        "\312\215\10\0\0\373*\30\0\0~`\25\0\0006\331\20\0\0\324\243\22\0\0q\"\32\0\0]d\12\0\0\260"
        "\273\36\0\0#'\14\0\0o\7\33\0\0\352\301\21\0\0\342E\13\0\0\33\356\33\0\0>\10\5\0\0\261"
        "\312\35\0\0\37",
    .end_7 =
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
};
