# The generator beside its floor, libyaml's bare event loop, and beside other generators where those are installed. See run.sh.
#
# A row's time is a median of runs that take turns with the floor's, and only their ratio means anything: absolute times are the
# machine's. The floor has one processor, others as many as they take. Memory is the largest resident set. Instructions need
# valgrind, and are counted on one processor, up to 10,000 problems.

. "$(dirname "$0")/measure.sh"
PINNED=

# race NAME ROUNDS REGISTRY COMMAND...: NAME beside the floor in the same rounds.
race() {
    name=$1 rounds=$2 registry=$3
    shift 3
    while [ "$rounds" -gt 0 ]; do
        if ! run_once "$name floor" "$EVENTS" "$registry" || ! run_once "$name" "$@"; then
            printf '  %-34s failed\n' "$name"
            return
        fi
        rounds=$((rounds - 1))
    done
    # shellcheck disable=SC2046 # two numbers each
    set -- $(median "$name" 3) $(median "$name floor" 3)
    figure "$name/processor" "$1" "$2" us
    figure "$name/processor, events" "$3" "$4" us
    # shellcheck disable=SC2046
    set -- $(median "$name" 1) $(median "$name floor" 1) $(median "$name" 2) $(wc -c <"$registry")
    figure "$name/problemc" "$1" "$2" us
    figure "$name/events" "$3" "$4" us
    figure "$name/memory" "$5" "$6" KiB
    figure "$name/input" "$(($7 / 1024))" "$(($7 / 1024))" KiB
    awk -v name="$name" -v time="$1" -v floor="$3" -v memory="$5" -v bytes="$7" 'BEGIN {
        printf "  %-34s %9.2f ms  %5.2f x events  %7.1f MB  %5.1f x input\n", name, time / 1000, time / floor, memory / 1024,
               memory * 1024 / bytes
    }'
}

# race_on_one NAME...: the same on one processor, under another name.
race_on_one() {
    name=$1
    shift
    PINNED=-1
    race "$name, one processor" "$@"
    PINNED=
}

# count_instructions COUNT RUNNER COMMAND...: how many, and how many of them below check_leaks.
count_instructions() {
    count=$1 runner=$2
    shift 2
    rm -f calls
    "$CLOCK" -1 valgrind --tool=callgrind --callgrind-out-file=calls "$@" >/dev/null 2>&1
    # shellcheck disable=SC2046 # two numbers
    set -- $(callgrind_annotate --inclusive=yes --threshold=100 calls | awk '
        / PROGRAM TOTALS/ { gsub(",", "", $1); all = $1 }
        /:check_leaks( |$)/ { gsub(",", "", $1); leaks = $1 }
        END { print all + 0, leaks + 0 }')
    figure "instructions of $count/$runner" "$1" "$1" instructions
    [ "$2" -eq 0 ] || figure "instructions of $count/leak scan" "$2" "$2" instructions
    awk -v count="$count" -v runner="$runner" -v all="$1" -v leaks="$2" 'BEGIN {
        printf "  instructions of %-18s %9d a problem, %d of them the leak scan: %s\n", count, all / count, leaks / count, runner
    }'
}

# peer NAME COMMAND...: others that make something of a schema.
peer() {
    name=$1
    shift
    if ! command -v "$1" >/dev/null || ! "$@" >/dev/null 2>&1; then
        printf 'skipped: %s is not installed\n' "$name"
        return
    fi
    for _ in 1 2 3 4 5; do
        run_once "$name" "$@"
    done
    # shellcheck disable=SC2046 # two numbers
    set -- $(median "$name" 1)
    figure "$name/peer" "$1" "$2" us
    awk -v name="$name" -v time="$1" 'BEGIN { printf "  %-34s %9.2f ms\n", name, time / 1000 }'
}

# ---------------------------------------------------------------- beside the floor

echo
echo "the generator"
for count in 100 1000 10000 100000; do
    a_registry $count
    a_registry $count "unscanned$count.yaml" off
    case $count in
    100000) most=5 others=3 ;;
    10000) most=101 others=5 ;;
    *) most=101 others=31 ;;
    esac
    race "compile $count" $most "b$count.yaml" "$PROBLEMC" compile "b$count.yaml" -o "out$count"
    race "compile $count, unscanned" $most "unscanned$count.yaml" "$PROBLEMC" compile "unscanned$count.yaml" -o "out$count"
    race_on_one "compile $count, unscanned" $most "unscanned$count.yaml" "$PROBLEMC" compile "unscanned$count.yaml" -o "out$count"
    race "check $count" $others "b$count.yaml" "$PROBLEMC" check "b$count.yaml"
    race "openapi $count" $others "b$count.yaml" "$PROBLEMC" openapi "b$count.yaml" -o "$count.json"
    [ $count -gt 10000 ] || race "docs $count" 3 "b$count.yaml" "$PROBLEMC" docs "b$count.yaml" -o "docs$count"
    rm -rf "out$count" "docs$count" "$count.json"
done

# ---------------------------------------------------------------- instructions

if command -v valgrind >/dev/null && command -v callgrind_annotate >/dev/null; then
    for count in 1000 10000; do
        count_instructions "$count" events "$EVENTS" "b$count.yaml"
        count_instructions "$count" problemc "$PROBLEMC" compile "b$count.yaml" -o "out$count"
        rm -rf "out$count"
    done
else
    echo "skipped: valgrind is not installed"
fi

# ---------------------------------------------------------------- others, over 1,000 of the same kind

peer "PyYAML and jinja2" python3 "$SOURCE/tests/bench/peer_jinja.py" b1000.yaml peer.h
awk 'BEGIN { for (i = 1; i <= 1000; i++) printf "table T%d { code:string; title:string; status:int; detail:string; }\n", i }' >t.fbs
peer flatcc flatcc -a t.fbs
awk 'BEGIN { print "syntax = \"proto3\";"
             for (i = 1; i <= 1000; i++) printf "message M%d { string code = 1; string title = 2; int32 status = 3; }\n", i }' >m.proto
peer protoc protoc --cpp_out=. m.proto
