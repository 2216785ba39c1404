# header.sh HEADER LANGUAGES [FLAG...]: an adapter's header, alone, through every compiler and
# standard without a warning. LANGUAGES is "c", or "c c++" where the server's own header is both.

. "$(dirname "$0")/../scripts/lib.sh"

header=$1 languages=$2
shift 2
include="-I$SOURCE/runtime/include -I$SOURCE/runtime/adapters"
count=0

# through COMPILER STANDARD FILE [FLAG...]
through() {
    compiler=$1 standard=$2 file=$3
    shift 3
    # shellcheck disable=SC2086
    "$compiler" -std=$standard $STRICT -Werror -O2 -c -o object.o $include "$@" "$file" 2>log ||
        { cat log >&2; fail "$compiler -std=$standard"; }
    count=$((count + 1))
}

# Twice, and its parts before and after: the order must not matter.
printf '#include "%s"\n' "$header" "$header" problem_edge.h >header.c
printf '#include "%s"\n' problem.h problem_edge.h "$header" >after.c
printf 'int nothing(void);\nint nothing(void) { return 0; }\n' | tee -a header.c >>after.c
cp header.c header.cpp
cp after.c after.cpp

for language in $languages; do
    if [ "$language" = c ]; then
        for compiler in $(compilers gcc clang); do
            for standard in c99 c11 c17 c2x; do
                through "$compiler" $standard header.c -Wstrict-prototypes -Wmissing-prototypes "$@"
                through "$compiler" $standard after.c -Wstrict-prototypes -Wmissing-prototypes "$@"
            done
        done
    else
        for compiler in $(compilers g++ clang++); do
            for standard in c++11 c++14 c++17 c++20; do
                through "$compiler" $standard header.cpp "$@"
                through "$compiler" $standard after.cpp "$@"
            done
        done
    fi
done
[ $count -gt 0 ] || fail "no compiler"
echo "$count times"
