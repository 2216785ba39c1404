# wrong_calls.sh LIST: each wrong call of LIST gives an error or a warning at its own line, and each right one none.
#
# Where what is wrong is the macro's own doing (an argument too few), gcc gives the macro's line and, in a note, that of the call.
#
# A line of LIST is `right: CALL` or `wrong: CALL`; # begins a comment.

. "$(dirname "$0")/lib.sh"

for registry in payments sandbox; do
    "$PROBLEMC" compile "$SOURCE/registry/$registry.yaml" -o . || fail "$registry.yaml does not compile"
done

# The call is line 1000 of call.c.
write_call() {
    cat <<END
#include "payments_problems.h"
#include "sandbox_problems.h"
void call(struct problem *problem, const char *text, int64_t integer, double number,
          struct problem_decimal money, enum payments_account_suspended_reason reason);
void call(struct problem *problem, const char *text, int64_t integer, double number,
          struct problem_decimal money, enum payments_account_suspended_reason reason)
{
    (void)problem, (void)text, (void)integer, (void)number, (void)money, (void)reason;
#line 1000 "call.c"
    $1;
}
END
}

miss() {
    printf '%s\n' "$*" >&2
    cat log >&2
    missed=$((missed + 1))
}

count=0
missed=0
# shellcheck disable=SC2086
for compiler in $(compilers gcc clang); do
    while IFS= read -r line; do
        case $line in '' | '#'*) continue ;; esac
        write_call "${line#*: }" >call.c
        "$compiler" -std=c11 $STRICT -Wstrict-prototypes -O2 -I. -I"$SOURCE/runtime/include" -c -o call.o call.c 2>log
        status=$?
        case $line in
        right:*)
            [ $status -eq 0 ] && [ ! -s log ] || miss "$compiler refuses  $line"
            ;;
        wrong:*)
            grep -Eq ': (error|warning): ' log &&
                grep -Eq '^call\.c:1000:[0-9]+: (error|warning|note: in expansion of macro)' log ||
                miss "$compiler accepts  $line"
            ;;
        *)
            fail "neither right nor wrong: $line"
            ;;
        esac
        count=$((count + 1))
    done <"$1"
done
[ "$missed" -eq 0 ] || fail "$missed of $count calls"
echo "$count calls"
