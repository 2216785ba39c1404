# sqlite3.h: result codes are among many other macros, in two places that its comments mark.

header_of() {
    echo '#include <sqlite3.h>'
}

named_version() {
    { header_of; echo version SQLITE_VERSION; } | "$1" -E -P - | sed -n 's/^version "\([0-9]*\.[0-9]*\).*/sqlite3.h \1/p'
}

header_codes() {
    path=$(header_of | "$1" -E - | sed -n 's/^# [0-9]* "\(.*sqlite3\.h\)".*/\1/p' | head -n 1)
    awk '/CAPI3REF: / { codes = /CAPI3REF: (Extended )?Result Codes/ }
         codes && $1 == "#define" && /^#define SQLITE_/ { print $2 }' "$path"
}

libraries() {
    echo -lsqlite3
}
