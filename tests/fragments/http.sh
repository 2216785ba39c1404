# HTTP's statuses: as libmicrohttpd's header has them, and by the phrases that the runtime sends.

prefix=MHD_HTTP_

header_of() {
    echo '#include <microhttpd.h>'
}

# Before RFC 9110 some had other names.
named_version() {
    if header_of | "$1" -dM -E - | grep -q 'MHD_HTTP_CONTENT_TOO_LARGE 413'; then
        echo 'RFC 9110'
    else
        echo 'an older RFC'
    fi
}

# libmicrohttpd has older names for the same statuses, and three that IANA has not.
header_codes() {
    header_of | "$1" -dM -E - | sed -n 's/^#define MHD_HTTP_\([A-Z_]*\) \([45][0-9][0-9]\)$/\1 \2/p' |
        grep -vE ' (449|450|509)$'
}

# Names are the phrases that the runtime sends.
further() {
    # shellcheck disable=SC2086 # a list of options
    "$1" -std=c11 $STRICT -Werror -I"$SOURCE/runtime/include" -o phrases "$SOURCE/tests/fragments/phrases.c" \
        "$SOURCE/runtime/src/reason.c" || fail "$1: phrases.c"
    ./phrases | sort >said
    awk '$1 == "constant" { print $2, $3 }' list | sort >listed
    same listed said
}
