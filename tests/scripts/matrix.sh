# matrix.sh RAISE_TEMPLATE REGISTRY...: what the registries become, alone and together in one translation unit, through every
# compiler and standard without a warning. So does what RAISE_TEMPLATE makes of each: a call of every macro.

. "$(dirname "$0")/lib.sh"

template=$1
shift

# try LABEL COMMAND...
try() {
    label=$1
    shift
    "$@" >log 2>&1 && return
    cat log >&2
    fail "$label: $*"
}

headers=
for registry in "$@"; do
    "$PROBLEMC" compile "$registry" -o new || fail "$registry does not compile"
    name=$(basename new/*_problems.c _problems.c)
    mv new/* .
    "$PROBLEMC" template "$registry" "$template" >"raise_$name.c" || fail "$registry: no $template"
    headers="$headers $name"
done
for name in $headers; do
    echo "#include \"${name}_problems.h\""
done >all.c
echo "int nothing(void); int nothing(void) { return 0; }" >>all.c
cp all.c all.cpp

include="-I. -I$SOURCE/runtime/include -I${template%/*}"
c="$STRICT -Wstrict-prototypes -Wmissing-prototypes -Werror -O2 -fPIC -c -o object.o"
cpp="$STRICT -Werror -O2 -fPIC -c -o object.o"
# shellcheck disable=SC2086
for compiler in $(compilers gcc clang); do
    for standard in c99 c11 c17 c2x; do
        try "header" "$compiler" -std=$standard $c $include all.c
        for name in $headers; do
            try "calls" "$compiler" -std=$standard $c $include "raise_$name.c"
            [ "$standard" = c99 ] && continue
            try "source" "$compiler" -std=$standard $c $include "${name}_problems.c"
            try "source" "$compiler" -std=$standard $c -O0 $include "${name}_problems.c"
            nm object.o | grep -v "_problem_tables$" >symbols && fail "symbols: $(cat symbols)"
        done
    done
done
# shellcheck disable=SC2086
for compiler in $(compilers g++ clang++); do
    for standard in c++11 c++14 c++17 c++20; do
        try "header" "$compiler" -std=$standard $cpp $include all.cpp
        for name in $headers; do
            cp "raise_$name.c" "raise_$name.cpp"
            try "calls" "$compiler" -std=$standard $cpp $include "raise_$name.cpp"
        done
    done
done
