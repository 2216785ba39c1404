/*
 * 3GPP service based interface: its problems as tables.
 *
 * Made by problemc from 3gpp.yaml. Do not edit; edit that file and run
 *
 *     problemc compile 3gpp.yaml -o DIR
 *
 * These are 8231 bytes of constant data, which the runtime reads; problem_tables.h describes
 * them. Numbers are in octal, the lowest byte first. Texts stand as they are sent: what bodies begin
 * with, under names, and of each body what follows, from the problem's code on; a NUL stands where
 * the quote behind code and title comes, and values come in between. What is the same for several
 * problems is said once, with the first of them.
 */
#include "sbi_problems.h"

#if SBI_DIGEST != 0xff9f1705173e00dd
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
    SBI_BYTES char problem_4[3817];
    SBI_BYTES char problem_5[3790];
    SBI_BYTES char codes_6[186];
    SBI_BYTES char end_7[32];
};

_Static_assert(sizeof(struct sbi_problem_tables) == 8231, "the tables have no gaps");

const struct sbi_problem_tables sbi_problem_tables = {
    .head_0 =
        "problem\0\5\0\0\0' \0\0\335\0>\27\5\27\237\377\314\0\0\0\322\0\0\0\36\0\0\0\27\0\0\0H\0"
        "\0\0M\37\0\0\0\0\0\0\0\0\0\0\300\0\0\0\3\0\0\0006\15\0\0\325\0\0\0",
    .offsets_1 =
        "\33\2\0\0\355\2\0\0\10\5\0\0000\6\0\0002\7\0\0\226\10\0\0\214\11\0\0s\12\0\0W\13\0\0<\14"
        "\0\0(\15\0\0\21\16\0\0\3\17\0\0\372\17\0\0\356\20\0\0\326\21\0\0\270\22\0\0\241\23\0\0"
        "\203\24\0\0u\25\0\0k\26\0\0O\27\0\0\?\30\0\0\?\31\0\0007\32\0\0\34\33\0\0\3\34\0\0\364"
        "\34\0\0\337\35\0\0\320\36\0\0\36\1\0\0\\\1\0\0\215\1\0\0",
    .names_2 =
        "\3\0sbi\0\0\0\0\12\0{\"title\":\"\0",
    .rule_3 =
        /* missing */
        "\7\0missing\0\1\0\1\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\200\0\354\0\0\0\17\0\0\0must "
        "be present\0\17\0\342\0\0\0\4\1\0\0\0"
        /* incorrect */
        "\11\0incorrect\0\354\0\0\0\36\0\0\0has a value that can't be used\0\36\0'\1\0\0003\1\0\0"
        "\0"
        /* unknown */
        "\7\0unknown\0\354\0\0\0\23\0\0\0is not defined here\0\23\0e\1\0\0o\1\0\0\0",
    .problem_4 =
        /* INVALID_API */
        "\5\0cause\0\15\0\"INVALID_API\"\0\12\0\0\0\236\1\0\0\256\1\0\0\0\0\0\2\0\1\0\0\0\1\0\0\0"
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
        "\25\0\"INVALID_QUERY_PARAM\"\0\12\0\0\0d\3\0\0|\3\0\0\0\0\3\0\2\0\2\1\0\0\13\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\6\0\0\0\200\0\206\0\10\0\"param\":\0\14\0\"parameter\":\0\11\0\"header\":"
        "\0\11\0\"reason\":\0\0\0\1\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\332\3\0\0!\0\0\0\",\"re"
        "ason\":\"is not defined here\"}\0!\0\332\3\0\0,\0\0\0\",\"reason\":\"has a value that "
        "can't be used\"}\0,\0\0\0\0\0\34\4\0\0\360\3\0\0\12\0{\"param\":\"\0\20\0{\"param\":\"qu"
        "ery \0\21\0{\"param\":\"header \0\20\0\2\1\250\3\0\0\263\3\0\0\302\3\0\0\316\3\0\0\0\0\0"
        "\0\0\0\0\0S\4\0\0_\4\0\0l\4\0\0\0\0\0\0\177\4\0\0\6\220\1\3\1\0\0\0\0\0\1\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\204\3\0\0\274\1\0\0\212\3\0\0\327\1\0\0\223\4\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\226\1\0\0\3\0\0\0\304\4\0\0\23\1\13\0H\0\0\0&\0INVALID_QUERY_PARAM\0Bad"
        " Request\0,\"status\":400,\"cause\":\"INVALID_QUERY_PARAM\",\"invalidParams\":\0007\0\21"
        "\0\31\0"
        /* MANDATORY_QUERY_PARAM_INCORRECT */
        "!\0\"MANDATORY_QUERY_PARAM_INCORRECT\"\0\12\0\0\0}\5\0\0\241\5\0\0\0\0\0\0\0\0\34\4\0\0"
        "\0\0\0\0\20\0\2\1\250\3\0\0\263\3\0\0\302\3\0\0\316\3\0\0\0\0\0\0\0\0\0\0\257\5\0\0_\4\0"
        "\0l\4\0\0\0\0\0\0\177\4\0\0\2\220\1\3\1\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
        "\0\0\0\0\251\5\0\0\274\1\0\0\212\3\0\0\327\1\0\0\273\5\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1"
        "\0\0\4\0\0\0\354\5\0\0\37\1\13\0T\0\0\0002\0MANDATORY_QUERY_PARAM_INCORRECT\0Bad "
        "Request\0,\"status\":400,\"cause\":\"MANDATORY_QUERY_PARAM_INCORRECT\",\"invalidParams\""
        ":\0C\0\21\0\31\0"
        /* OPTIONAL_QUERY_PARAM_INCORRECT */
        " \0\"OPTIONAL_QUERY_PARAM_INCORRECT\"\0\12\0\0\0\275\6\0\0\340\6\0\0\0\0\220\1\3\1\0\0\0"
        "\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\350\6\0\0\274\1\0\0\212\3\0\0\327\1\0"
        "\0\273\5\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\5\0\0\0\356\6\0\0\36\1\13\0S\0\0\0001\0OP"
        "TIONAL_QUERY_PARAM_INCORRECT\0Bad Request\0,\"status\":400,\"cause\":\"OPTIONAL_QUERY_PA"
        "RAM_INCORRECT\",\"invalidParams\":\0B\0\21\0\31\0"
        /* MANDATORY_QUERY_PARAM_MISSING */
        "\37\0\"MANDATORY_QUERY_PARAM_MISSING\"\0\12\0\0\0\275\7\0\0\337\7\0\0\0\0\332\3\0\0\35\0"
        "\0\0\",\"reason\":\"must be present\"}\0\35\0\355\7\0\0\0\0\0\0\0\0\0\0\20\0\2\1\250\3\0"
        "\0\263\3\0\0\302\3\0\0\316\3\0\0\0\0\0\0\0\0\0\0\25\10\0\0_\4\0\0l\4\0\0\0\0\0\0\177\4\0"
        "\0\1\220\1\3\1\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\347\7\0\0\274\1\0"
        "\0\212\3\0\0\327\1\0\0!\10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\6\0\0\0R\10\0\0\35\1\13"
        "\0R\0\0\0000\0MANDATORY_QUERY_PARAM_MISSING\0Bad Request\0,\"status\":400,\"cause\":\"MA"
        "NDATORY_QUERY_PARAM_MISSING\",\"invalidParams\":\0A\0\21\0\31\0"
        /* MANDATORY_IE_INCORRECT */
        "\30\0\"MANDATORY_IE_INCORRECT\"\0\12\0\0\0\37\11\0\0:\11\0\0\0\0\220\1\3\1\0\0\0\0\0\1\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0B\11\0\0\274\1\0\0\212\3\0\0\327\1\0\0\273\5\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\7\0\0\0H\11\0\0\26\1\13\0K\0\0\0)\0MANDATORY_IE_INC"
        "ORRECT\0Bad Request\0,\"status\":400,\"cause\":\"MANDATORY_IE_INCORRECT\",\"invalidParam"
        "s\":\0:\0\21\0\31\0"
        /* OPTIONAL_IE_INCORRECT */
        "\27\0\"OPTIONAL_IE_INCORRECT\"\0\12\0\0\0\7\12\0\0!\12\0\0\0\0\220\1\3\1\0\0\0\0\0\1\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0)\12\0\0\274\1\0\0\212\3\0\0\327\1\0\0\273\5\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\10\0\0\0/\12\0\0\25\1\13\0J\0\0\0(\0OPTIONAL_IE_INCOR"
        "RECT\0Bad Request\0,\"status\":400,\"cause\":\"OPTIONAL_IE_INCORRECT\",\"invalidParams\""
        ":\09\0\21\0\31\0"
        /* MANDATORY_IE_MISSING */
        "\26\0\"MANDATORY_IE_MISSING\"\0\12\0\0\0\354\12\0\0\5\13\0\0\0\0\220\1\3\1\0\0\0\0\0\1\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\15\13\0\0\274\1\0\0\212\3\0\0\327\1\0\0!\10\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\11\0\0\0\23\13\0\0\24\1\13\0I\0\0\0'\0MANDATORY_IE_"
        "MISSING\0Bad Request\0,\"status\":400,\"cause\":\"MANDATORY_IE_MISSING\",\"invalidParams"
        "\":\08\0\21\0\31\0"
        /* UNSPECIFIED_MSG_FAILURE */
        "\31\0\"UNSPECIFIED_MSG_FAILURE\"\0\12\0\0\0\316\13\0\0\352\13\0\0\0\0\220\1\3\1\0\0\0\0"
        "\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\362\13\0\0\274\1\0\0\275\1\0\0\327\1\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\12\0\0\0\370\13\0\0\27\1\13\0F\0\0\0006\0UN"
        "SPECIFIED_MSG_FAILURE\0Bad Request\0{\"title\":\"Bad Request\",\"status\":400,\"cause\":"
        "\"UNSPECIFIED_MSG_FAILURE\"}\0F\0#\0"
        /* NF_DISCOVERY_FAILURE */
        "\26\0\"NF_DISCOVERY_FAILURE\"\0\12\0\0\0\275\14\0\0\326\14\0\0\0\0\220\1\3\1\0\0\0\0\0\1"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\336\14\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\13\0\0\0\344\14\0\0\24\1\13\0C\0\0\0003\0NF_DIS"
        "COVERY_FAILURE\0Bad Request\0{\"title\":\"Bad Request\",\"status\":400,\"cause\":\"NF_DI"
        "SCOVERY_FAILURE\"}\0C\0#\0"
        /* INVALID_DISCOVERY_PARAM */
        "\31\0\"INVALID_DISCOVERY_PARAM\"\0\12\0\0\0\243\15\0\0\277\15\0\0\0\0\220\1\3\1\0\0\0\0"
        "\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\307\15\0\0\274\1\0\0\275\1\0\0\327\1\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\14\0\0\0\315\15\0\0\27\1\13\0F\0\0\0006\0IN"
        "VALID_DISCOVERY_PARAM\0Bad Request\0{\"title\":\"Bad Request\",\"status\":400,\"cause\":"
        "\"INVALID_DISCOVERY_PARAM\"}\0F\0#\0"
        /* RESOURCE_CONTEXT_NOT_FOUND */
        "\34\0\"RESOURCE_CONTEXT_NOT_FOUND\"\0\12\0\0\0\222\16\0\0\261\16\0\0\0\0\220\1\3\1\0\0\0"
        "\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\271\16\0\0\274\1\0\0\275\1\0\0\327\1"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\15\0\0\0\277\16\0\0\32\1\13\0I\0\0\09\0RE"
        "SOURCE_CONTEXT_NOT_FOUND\0Bad Request\0{\"title\":\"Bad Request\",\"status\":400,\"cause"
        "\":\"RESOURCE_CONTEXT_NOT_FOUND\"}\0I\0#\0"
        /* MISSING_ACCESS_TOKEN_INFO */
        "\33\0\"MISSING_ACCESS_TOKEN_INFO\"\0\12\0\0\0\212\17\0\0\250\17\0\0\0\0\220\1\3\1\0\0\0"
        "\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\260\17\0\0\274\1\0\0\275\1\0\0\327\1"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\16\0\0\0\266\17\0\0\31\1\13\0H\0\0\08\0MI"
        "SSING_ACCESS_TOKEN_INFO\0Bad Request\0{\"title\":\"Bad Request\",\"status\":400,\"cause"
        "\":\"MISSING_ACCESS_TOKEN_INFO\"}\0H\0#\0",
    .problem_5 =
        /* CCA_VERIFICATION_FAILURE */
        "\32\0\"CCA_VERIFICATION_FAILURE\"\0\12\0\0\0\177\20\0\0\234\20\0\0\0\0\223\1\3\1\0\0\0\0"
        "\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\244\20\0\0\274\1\0\0\275\1\0\0\327\1\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\17\0\0\0\252\20\0\0\30\1\11\0E\0\0\0005\0CC"
        "A_VERIFICATION_FAILURE\0Forbidden\0{\"title\":\"Forbidden\",\"status\":403,\"cause\":\"C"
        "CA_VERIFICATION_FAILURE\"}\0E\0!\0"
        /* TOKEN_CCA_MISMATCH */
        "\24\0\"TOKEN_CCA_MISMATCH\"\0\12\0\0\0m\21\0\0\204\21\0\0\0\0\223\1\3\1\0\0\0\0\0\1\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\214\21\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\20\0\0\0\222\21\0\0\22\1\11\0\?\0\0\0/\0TOKEN_CCA_M"
        "ISMATCH\0Forbidden\0{\"title\":\"Forbidden\",\"status\":403,\"cause\":\"TOKEN_CCA_MISMAT"
        "CH\"}\0\?\0!\0"
        /* MODIFICATION_NOT_ALLOWED */
        "\32\0\"MODIFICATION_NOT_ALLOWED\"\0\12\0\0\0I\22\0\0f\22\0\0\0\0\223\1\3\1\0\0\0\0\0\1\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0n\22\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\21\0\0\0t\22\0\0\30\1\11\0E\0\0\0005\0MODIFICATION_NO"
        "T_ALLOWED\0Forbidden\0{\"title\":\"Forbidden\",\"status\":403,\"cause\":\"MODIFICATION_N"
        "OT_ALLOWED\"}\0E\0!\0"
        /* ACCESS_TOKEN_DENIED */
        "\25\0\"ACCESS_TOKEN_DENIED\"\0\12\0\0\0007\23\0\0O\23\0\0\0\0\223\1\3\1\0\0\0\0\0\1\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0W\23\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\22\0\0\0]\23\0\0\23\1\11\0@\0\0\0000\0ACCESS_TOKEN_DENI"
        "ED\0Forbidden\0{\"title\":\"Forbidden\",\"status\":403,\"cause\":\"ACCESS_TOKEN_DENIED\""
        "}\0@\0!\0"
        /* SUBSCRIPTION_NOT_FOUND */
        "\30\0\"SUBSCRIPTION_NOT_FOUND\"\0\12\0\0\0\26\24\0\0001\24\0\0\0\0\224\1\3\1\0\0\0\0\0\1"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\09\24\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\23\0\0\0\?\24\0\0\26\1\11\0C\0\0\0003\0SUBSCRIPTION"
        "_NOT_FOUND\0Not Found\0{\"title\":\"Not Found\",\"status\":404,\"cause\":\"SUBSCRIPTION_"
        "NOT_FOUND\"}\0C\0!\0"
        /* RESOURCE_URI_STRUCTURE_NOT_FOUND */
        "\"\0\"RESOURCE_URI_STRUCTURE_NOT_FOUND\"\0\12\0\0\0\376\24\0\0#\25\0\0\0\0\224\1\3\1\0\0"
        "\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0+\25\0\0\274\1\0\0\275\1\0\0\327\1\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\24\0\0\0001\25\0\0 \1\11\0M\0\0\0=\0RESOURC"
        "E_URI_STRUCTURE_NOT_FOUND\0Not Found\0{\"title\":\"Not Found\",\"status\":404,\"cause\":"
        "\"RESOURCE_URI_STRUCTURE_NOT_FOUND\"}\0M\0!\0"
        /* INCORRECT_LENGTH */
        "\22\0\"INCORRECT_LENGTH\"\0\12\0\0\0\4\26\0\0\31\26\0\0\0\0\233\1\3\1\0\0\0\0\0\1\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0!\26\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\226\1\0\0\25\0\0\0'\26\0\0\20\1\17\0C\0\0\0003\0INCORRECT_LENGTH\0L"
        "ength Required\0{\"title\":\"Length Required\",\"status\":411,\"cause\":\"INCORRECT_LENG"
        "TH\"}\0C\0'\0"
        /* NF_CONGESTION_RISK */
        "\24\0\"NF_CONGESTION_RISK\"\0\12\0\0\0\346\26\0\0\375\26\0\0\0\0\255\1\2\1\0\0\0\0\0\1\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\5\27\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\26\0\0\0\13\27\0\0\22\1\21\0G\0\0\0007\0NF_CONGESTI"
        "ON_RISK\0Too Many Requests\0{\"title\":\"Too Many Requests\",\"status\":429,\"cause\":\""
        "NF_CONGESTION_RISK\"}\0G\0)\0"
        /* INSUFFICIENT_RESOURCES */
        "\30\0\"INSUFFICIENT_RESOURCES\"\0\12\0\0\0\322\27\0\0\355\27\0\0\0\0\364\1\2\3\0\0\0\0\0"
        "\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\365\27\0\0\274\1\0\0\275\1\0\0\327\1\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\27\0\0\0\373\27\0\0\26\1\25\0O\0\0\0\?\0INSUF"
        "FICIENT_RESOURCES\0Internal Server Error\0{\"title\":\"Internal Server Error\",\"status"
        "\":500,\"cause\":\"INSUFFICIENT_RESOURCES\"}\0O\0-\0"
        /* UNSPECIFIED_NF_FAILURE */
        "\30\0\"UNSPECIFIED_NF_FAILURE\"\0\12\0\0\0\322\30\0\0\355\30\0\0\0\0\364\1\2\3\0\0\0\0\0"
        "\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\365\30\0\0\274\1\0\0\275\1\0\0\327\1\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\30\0\0\0\373\30\0\0\26\1\25\0O\0\0\0\?\0UNSPE"
        "CIFIED_NF_FAILURE\0Internal Server Error\0{\"title\":\"Internal Server Error\",\"status"
        "\":500,\"cause\":\"UNSPECIFIED_NF_FAILURE\"}\0O\0-\0"
        /* SYSTEM_FAILURE */
        "\20\0\"SYSTEM_FAILURE\"\0\12\0\0\0\322\31\0\0\345\31\0\0\0\0\364\1\2\3\0\0\0\0\0\1\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\355\31\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\31\0\0\0\363\31\0\0\16\1\25\0G\0\0\0007\0SYSTEM_FAILU"
        "RE\0Internal Server Error\0{\"title\":\"Internal Server Error\",\"status\":500,\"cause\""
        ":\"SYSTEM_FAILURE\"}\0G\0-\0"
        /* NF_FAILOVER */
        "\15\0\"NF_FAILOVER\"\0\12\0\0\0\272\32\0\0\312\32\0\0\0\0\364\1\2\3\0\0\0\0\0\1\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\322\32\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\32\0\0\0\330\32\0\0\13\1\25\0D\0\0\0004\0NF_FAILOVER\0I"
        "nternal Server Error\0{\"title\":\"Internal Server Error\",\"status\":500,\"cause\":\"NF"
        "_FAILOVER\"}\0D\0-\0"
        /* NF_SERVICE_FAILOVER */
        "\25\0\"NF_SERVICE_FAILOVER\"\0\12\0\0\0\231\33\0\0\261\33\0\0\0\0\364\1\2\3\0\0\0\0\0\1"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\271\33\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\33\0\0\0\277\33\0\0\23\1\25\0L\0\0\0<\0NF_SERVI"
        "CE_FAILOVER\0Internal Server Error\0{\"title\":\"Internal Server Error\",\"status\":500,"
        "\"cause\":\"NF_SERVICE_FAILOVER\"}\0L\0-\0"
        /* NF_CONGESTION */
        "\17\0\"NF_CONGESTION\"\0\12\0\0\0\220\34\0\0\242\34\0\0\0\0\367\1\2\3\0\0\0\0\0\1\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\252\34\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\34\0\0\0\260\34\0\0\15\1\23\0D\0\0\0004\0NF_CONGESTIO"
        "N\0Service Unavailable\0{\"title\":\"Service Unavailable\",\"status\":503,\"cause\":\"NF"
        "_CONGESTION\"}\0D\0+\0"
        /* TARGET_NF_NOT_REACHABLE */
        "\31\0\"TARGET_NF_NOT_REACHABLE\"\0\12\0\0\0q\35\0\0\215\35\0\0\0\0\370\1\2\3\0\0\0\0\0\1"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\225\35\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\35\0\0\0\233\35\0\0\27\1\17\0J\0\0\0:\0TARGET_N"
        "F_NOT_REACHABLE\0Gateway Timeout\0{\"title\":\"Gateway Timeout\",\"status\":504,\"cause"
        "\":\"TARGET_NF_NOT_REACHABLE\"}\0J\0'\0"
        /* TIMED_OUT_REQUEST */
        "\23\0\"TIMED_OUT_REQUEST\"\0\12\0\0\0h\36\0\0~\36\0\0\0\0\370\1\2\3\0\0\0\0\0\1\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\206\36\0\0\274\1\0\0\275\1\0\0\327\1\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0\0\226\1\0\0\36\0\0\0\214\36\0\0\21\1\17\0D\0\0\0004\0TIMED_OUT_REQU"
        "EST\0Gateway Timeout\0{\"title\":\"Gateway Timeout\",\"status\":504,\"cause\":\"TIMED_OU"
        "T_REQUEST\"}\0D\0'\0",
    .codes_6 =
        "\377\200\327\1\2763k\255\36\0\0\0\10\0\0\0\10\0\0\0\13\0\0\0T\0\32\0\6\0\6\0t\0\1\0O\27"
        "\0\0\212\372\17\0\0\0130\6\0\0f\203\24\0\0{(\15\0\0\233\364\34\0\0\304\?\31\0\0L\241\23"
        "\0\0\341\33\2\0\0\20\3\17\0\0\3152\7\0\0003\214\11\0\0J\355\2\0\0\204\21\16\0\0uk\26\0\0"
        "\312\226\10\0\0\373\?\30\0\0~u\25\0\0006\356\20\0\0\324\270\22\0\0q7\32\0\0]s\12\0\0\260"
        "\320\36\0\0#<\14\0\0o\34\33\0\0\352\326\21\0\0\342W\13\0\0\33\3\34\0\0>\10\5\0\0\261\337"
        "\35\0\0\37",
    .end_7 =
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
};
