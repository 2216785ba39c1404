# The generator beside its floor, libyaml's bare event loop, and beside other generators where those are installed.
#
#     PROBLEMC=... EVENTS=... SOURCE=... OUT=... sh generator.sh [COUNT...]      sizes; 100 1000 10000 100000 by default
#
# A row's time is a median of runs that take turns with the floor's, and only their ratio means anything: absolute times are the
# machine's. Memory is the largest resident set. Instructions need valgrind, and are counted up to 10,000 problems.

set -u
LC_ALL=C
export LC_ALL
here=$(CDPATH='' cd -- "$(dirname "$0")" && pwd)
counts=${*:-100 1000 10000 100000}
rm -rf "$OUT" && mkdir -p "$OUT" && cd "$OUT" || exit 1

# clock COMMAND...: microseconds and KiB at most of one run.
clock() {
    "$CLOCK" "$@"
}

# median: of the numbers that come in.
median() {
    sort -n | awk '{ n[NR] = $1 } END { print NR % 2 ? n[(NR + 1) / 2] : (n[NR / 2] + n[NR / 2 + 1]) / 2 }'
}

# largest: the same for the largest.
largest() {
    sort -n | tail -1
}

rounds_of() {
    case $1 in
    100) echo 101 ;;
    1000) echo 31 ;;
    10000) echo 11 ;;
    *) echo 3 ;;
    esac
}

# race NAME COUNT COMMAND...: a row, beside the floor in the same rounds.
race() {
    name=$1 count=$2
    shift 2
    rounds=$(rounds_of "$count")
    : >ours; : >floor
    round=0
    while [ "$round" -lt "$rounds" ]; do
        clock "$EVENTS" "$count.yaml" >>floor
        clock "$@" >>ours || {
            printf '%-26s failed\n' "$name"
            return
        }
        round=$((round + 1))
    done
    bytes=$(wc -c <"$count.yaml")
    awk -v name="$name" -v time="$(awk '{ print $1 }' ours | median)" -v floor="$(awk '{ print $1 }' floor | median)" \
        -v memory="$(awk '{ print $2 }' ours | largest)" -v bytes="$bytes" 'BEGIN {
            printf "%-26s %9.2f ms  %5.2f x events  %7.1f MB  %5.1f x input\n", name, time / 1000, time / floor, memory / 1024,
                   memory * 1024 / bytes
        }'
}

# instructions COMMAND...: how many, and how many of them below check_leaks.
instructions() {
    rm -f calls
    valgrind --tool=callgrind --callgrind-out-file=calls "$@" >/dev/null 2>&1
    callgrind_annotate --inclusive=yes --threshold=100 calls | awk '
        / PROGRAM TOTALS/ { gsub(",", "", $1); all = $1 }
        /:check_leaks( |$)/ { gsub(",", "", $1); leaks = $1 }
        END { print all + 0, leaks + 0 }'
}

for count in $counts; do
    awk -v count="$count" -f "$here/registry.awk" >"$count.yaml"
    race "compile $count" "$count" "$PROBLEMC" compile "$count.yaml" -o "out$count"
    race "check $count" "$count" "$PROBLEMC" check "$count.yaml"
    race "openapi $count" "$count" "$PROBLEMC" openapi "$count.yaml" -o "$count.json"
    [ "$count" -gt 10000 ] || race "docs $count" "$count" "$PROBLEMC" docs "$count.yaml" -o "docs$count"
    rm -rf "out$count" "docs$count" "$count.json"
done

if command -v valgrind >/dev/null && command -v callgrind_annotate >/dev/null; then
    for count in $counts; do
        [ "$count" -le 10000 ] || continue
        floor=$(instructions "$EVENTS" "$count.yaml")
        compile=$(instructions "$PROBLEMC" compile "$count.yaml" -o "out$count")
        # shellcheck disable=SC2086 # two numbers each
        set -- $floor $compile
        awk -v count="$count" -v floor="$1" -v all="$3" -v leaks="$4" 'BEGIN {
            printf "instructions %-13s %9d a problem, %5.2f x events; the leak scan apart %d, %5.2f x\n", count, all / count,
                   all / floor, leaks / count, (all - leaks) / floor
        }'
        rm -rf "out$count"
    done
fi

# Others that make something of a schema, over the same number of entries.
peer() {
    name=$1 count=$2
    shift 2
    if command -v "$1" >/dev/null && "$@" >/dev/null 2>&1; then
        race "$name" "$count" "$@"
    else
        printf '%-26s not installed\n' "$name"
    fi
}

[ -f 1000.yaml ] || exit 0
peer "PyYAML and jinja2, 1000" 1000 python3 "$here/peer_jinja.py" 1000.yaml peer.h
awk 'BEGIN { for (i = 1; i <= 1000; i++) printf "table T%d { code:string; title:string; status:int; detail:string; }\n", i }' >t.fbs
peer "flatcc, 1000 tables" 1000 flatcc -a t.fbs
awk 'BEGIN { print "syntax = \"proto3\";"
             for (i = 1; i <= 1000; i++) printf "message M%d { string code = 1; string title = 2; int32 status = 3; }\n", i }' >m.proto
peer "protoc, 1000 messages" 1000 protoc --cpp_out=. m.proto
