# run.sh [PART...]: the benchmark. Parts are runtime, generator and generated; all of them by default.
#
#   BENCH     the races of the runtime, and MODULES, where peers and registries are built as modules for it
#   PROBLEMC  the program; EVENTS and CLOCK, what it is measured with
#   COMPILER  what generated C is compiled with
#   SOURCE    the project's top directory
#   OUT       a directory of its own, emptied here
#   JSON      the file for all figures
#
# Tells what it measures while it does, and at the end what of goals.txt is met. Fails where outputs that should be equal are not,
# never for a time.

set -u
LC_ALL=C
export LC_ALL
here=$SOURCE/tests/bench
rm -rf "$OUT" && mkdir -p "$OUT" && cd "$OUT" || exit 1

FIGURES=$OUT/figures
export FIGURES
: >"$FIGURES"
[ $# -gt 0 ] || set -- runtime generator generated
for part; do
    case $part in
    runtime) "$BENCH" "$MODULES" "$FIGURES" || exit 1 ;;
    *) sh "$here/$part.sh" || exit 1 ;;
    esac
done
awk -v json="$JSON" -f "$here/table.awk" "$here/goals.txt" "$FIGURES" || exit 1
printf '\nmedians of one run, of which only ratios mean anything; all of them are in %s\n' "$JSON"
