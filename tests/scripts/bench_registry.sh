# bench_registry.sh PROGRAM: what the benchmarks measure compiles without a warning, and is always the same.

. "$(dirname "$0")/lib.sh"

for count in 1 2 50 1000; do
    "$1" $count >"b$count.yaml" || fail "no registry of $count"
    expect 0 "$PROBLEMC" check "b$count.yaml"
    silent stdout
    silent stderr
    "$1" $count codes | sort >codes
    [ "$(wc -l <codes)" -eq $count ] || fail "other than $count codes"
    sed -n 's/^  \([a-z0-9-]*\):$/\1/p' "b$count.yaml" | sort >declared
    same codes declared
done
"$1" 1000 | cmp - b1000.yaml || fail "not the same twice"
lines=$(($(wc -l <b1000.yaml) / 1000)) bytes=$(($(wc -c <b1000.yaml) / 1000))
[ "$lines" -eq 14 ] || fail "$lines lines a problem"
[ "$bytes" -ge 580 ] && [ "$bytes" -le 640 ] || fail "$bytes bytes a problem"
exit 0
