# design_examples.sh FILE...: the examples of the documentation compile, in C too.

. "$(dirname "$0")/lib.sh"

for registry in "$@"; do
    expect 0 "$PROBLEMC" compile "$registry" -o . -I "$SOURCE/registry"
done
# The errors that the example of `classify` has rows for.
echo 'typedef enum { Ok, Internal, InvalidArgument = 5 } BoxliteErrorCode;' >boxlite.h
for source in *_problems.c *_from_*.c; do
    # shellcheck disable=SC2086
    expect 0 cc -std=c11 $STRICT -Werror -I. -I"$SOURCE/runtime/include" -c -o object.o "$source"
done
