/*
 * Reason phrases: IANA's HTTP status code registry, in the wording of RFC 9110. Fixed-size rows
 * keep the tables free of pointers; an empty row is a code without a phrase.
 */
#include "problem.h"

enum { PHRASE_SIZE = 32 };

static const char client_errors[][PHRASE_SIZE] = {
    [0] = "Bad Request",
    [1] = "Unauthorized",
    [2] = "Payment Required",
    [3] = "Forbidden",
    [4] = "Not Found",
    [5] = "Method Not Allowed",
    [6] = "Not Acceptable",
    [7] = "Proxy Authentication Required",
    [8] = "Request Timeout",
    [9] = "Conflict",
    [10] = "Gone",
    [11] = "Length Required",
    [12] = "Precondition Failed",
    [13] = "Content Too Large",
    [14] = "URI Too Long",
    [15] = "Unsupported Media Type",
    [16] = "Range Not Satisfiable",
    [17] = "Expectation Failed",
    [21] = "Misdirected Request",
    [22] = "Unprocessable Content",
    [23] = "Locked",
    [24] = "Failed Dependency",
    [25] = "Too Early",
    [26] = "Upgrade Required",
    [28] = "Precondition Required",
    [29] = "Too Many Requests",
    [31] = "Request Header Fields Too Large",
    [51] = "Unavailable For Legal Reasons",
};

static const char server_errors[][PHRASE_SIZE] = {
    [0] = "Internal Server Error",
    [1] = "Not Implemented",
    [2] = "Bad Gateway",
    [3] = "Service Unavailable",
    [4] = "Gateway Timeout",
    [5] = "HTTP Version Not Supported",
    [6] = "Variant Also Negotiates",
    [7] = "Insufficient Storage",
    [8] = "Loop Detected",
    [10] = "Not Extended",
    [11] = "Network Authentication Required",
};

static const char *phrase(const char table[][PHRASE_SIZE], size_t count, int row,
                          const char *otherwise)
{
    return (size_t)row < count && table[row][0] != '\0' ? table[row] : otherwise;
}

const char *problem_reason(int status)
{
    if (status < 400 || status > 599)
        return "Unknown";
    if (status < 500)
        return phrase(client_errors, sizeof client_errors / sizeof *client_errors, status - 400,
                      "Client Error");
    return phrase(server_errors, sizeof server_errors / sizeof *server_errors, status - 500,
                  "Server Error");
}
