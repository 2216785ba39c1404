# amalgamation.sh INSTALLED: the runtime as one source file. It compiles without a warning wherever the library does, gives the same bytes,
# and shows nothing of itself outside of what it is linked into.

. "$(dirname "$0")/../scripts/lib.sh"
. "$(dirname "$0")/lib.sh"

prefix=$1
consumer project
cp "$prefix"/share/problemc/runtime/problem*.[ch] project/
cd project || fail "no project"
run "$prefix/bin/problemc" compile 'the registry/shop.yaml' -o .
[ "$(ls *.h | tr '\n' ' ')" = 'problem.h problem_client.h shop_from_errno.h shop_problems.h ' ] || fail "other headers: $(ls *.h)"

"$prefix/bin/problemc" render 'the registry/shop.yaml' sold-out left=3 | tail -1 | sed 's/"instance":"[^"]*"//' >"$OUT/rendered"
for compiler in $(compilers gcc clang); do
    for flags in '-std=c11 -O0' '-std=c17 -O2' '-std=c2x -O3'; do
        # shellcheck disable=SC2086 # a list of flags
        run "$compiler" $flags $STRICT -Wstrict-prototypes -Wmissing-prototypes -Werror -c problem.c problem_client.c
    done
    # shellcheck disable=SC2086
    run "$compiler" -std=c11 $STRICT -Werror -I. ./*.c -o service
    ./service | sed 's/^409 //; s/"instance":"[^"]*"//' >"$OUT/sent" || fail "the service's exit status is $?"
    same "$OUT/rendered" "$OUT/sent"
    run "$compiler" -std=c11 -shared -fPIC -I. problem.c problem_client.c shop_problems.c -o module.so
    nm -D --defined-only module.so | grep ' problem_' && fail "a module shows its runtime"
done
if command -v aarch64-linux-gnu-gcc >/dev/null; then # where other headers of the machine are
    # shellcheck disable=SC2086
    run aarch64-linux-gnu-gcc -std=c11 -O2 $STRICT -Werror -c problem.c problem_client.c
fi
exit 0
