# design_examples.sh FILE...: the examples of the documentation compile, in C too.

. "$(dirname "$0")/lib.sh"

for registry in "$@"; do
    expect 0 "$PROBLEMC" compile "$registry" -o .
done
for source in *_problems.c; do
    # shellcheck disable=SC2086
    expect 0 cc -std=c11 $STRICT -Werror -I"$SOURCE/runtime/include" -c -o object.o "$source"
done
