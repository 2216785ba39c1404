# memcheck.sh PROGRAM...: each under valgrind, which tells what ASan does not: that something depends on bytes nobody has written.
# Services run under it, too, and what it says there must not be about us.

. "$(dirname "$0")/lib.sh"

command -v valgrind >/dev/null || skip "valgrind is not installed"
for program; do
    valgrind -q --error-exitcode=99 "$program" >out 2>err || {
        cat err >&2
        fail "$program"
    }
done
