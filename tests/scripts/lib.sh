# What every test script begins with: . "$(dirname "$0")/lib.sh"
#
#   PROBLEMC   the program under test
#   SOURCE     the project's top directory
#   OUT        a directory of the test's own, emptied here; the script runs in it
#
# Exit status 77: skipped.

set -u
LC_ALL=C
export LC_ALL

# A finding of a sanitizer must not look like an exit status of the program's own.
ASAN_OPTIONS=exitcode=99
UBSAN_OPTIONS=exitcode=99:print_stacktrace=1
export ASAN_OPTIONS UBSAN_OPTIONS

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

skip() {
    printf 'skipped: %s\n' "$*"
    exit 77
}

# expect STATUS COMMAND...: runs it with its output in `stdout` and `stderr`.
expect() {
    wanted=$1
    shift
    "$@" >"$OUT/stdout" 2>"$OUT/stderr" </dev/null
    got=$?
    [ "$got" -eq "$wanted" ] && return
    cat "$OUT/stdout" "$OUT/stderr" >&2
    fail "exit status $got, expected $wanted: $*"
}

# prints stdout|stderr TEXT: the last `expect` printed this text there.
prints() {
    grep -qF -e "$2" "$OUT/$1" && return
    cat "$OUT/$1" >&2
    fail "$1 has no: $2"
}

# silent stdout|stderr
silent() {
    [ -s "$OUT/$1" ] || return 0
    cat "$OUT/$1" >&2
    fail "$1 is not empty"
}

# same FILE FILE: byte for byte.
same() {
    cmp "$1" "$2" && return
    diff -u "$1" "$2" | head -20 >&2
    fail "$1 differs from $2"
}

# payments: the registry with a source of others' errors that needs nothing else, so that it can be compiled anywhere. Its files but for
# the depfile:
payments_files='payments_from_codes.c payments_from_codes.h payments_problems.c payments_problems.h'
payments() {
    sed '/^classify:/,$d' "$SOURCE/registry/payments.yaml"
    echo 'classify: {codes: {values: {7: not-found}}}'
}

# Which compilers there are; says which are not.
compilers() {
    for compiler in "$@"; do
        if command -v "$compiler" >/dev/null; then
            printf '%s ' "$compiler"
        else
            printf '%s is not installed, so not tried\n' "$compiler" >&2
        fi
    done
}

# web "PACKAGE..." FILE...: these files of tests/web beside their packages, for node to run. `npm ci` in tests/web installs the
# packages; PROBLEMC_NODE_MODULES names another directory that has them.
web() {
    command -v node >/dev/null || skip "node is not installed"
    modules=${PROBLEMC_NODE_MODULES:-$SOURCE/tests/web/node_modules}
    for package in $1; do
        [ -d "$modules/$package" ] || skip "no $package in $modules: run npm ci in tests/web"
    done
    shift
    ln -s "$modules" "$OUT/node_modules"
    for file in package.json "$@"; do
        cp "$SOURCE/tests/web/$file" "$OUT" || fail "no tests/web/$file"
    done
}

STRICT='-Wall -Wextra -Wpedantic -Wconversion -Wshadow'

rm -rf "$OUT" && mkdir -p "$OUT" && cd "$OUT" || fail "no directory $OUT"
