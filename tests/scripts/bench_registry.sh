# bench_registry.sh: what the benchmarks measure compiles without a warning, and is always the same.

. "$(dirname "$0")/lib.sh"

# make COUNT [-v NAME=VALUE]...
make() {
    problems=$1
    shift
    awk -v count="$problems" "$@" -f "$SOURCE/tests/bench/registry.awk"
}

for count in 2 50 1000; do
    make $count -v name=b$count -v gaps=8 >"b$count.yaml" || fail "no registry of $count"
    expect 0 "$PROBLEMC" check "b$count.yaml"
    silent stdout
    silent stderr
    problems=$(grep -c '^  [a-z0-9-]*:$' "b$count.yaml")
    [ "$problems" -eq $count ] || fail "$problems problems, not $count"
done
make 1000 -v name=b1000 -v gaps=8 | cmp - b1000.yaml || fail "not the same twice"
lines=$(($(wc -l <b1000.yaml) / 1000)) bytes=$(($(wc -c <b1000.yaml) / 1000))
[ "$lines" -eq 14 ] || fail "$lines lines a problem"
[ "$bytes" -ge 600 ] && [ "$bytes" -le 670 ] || fail "$bytes bytes a problem"
last=$(sed -n 's/^    id: //p' b1000.yaml | tail -1)
[ "$last" -gt 4000 ] && [ "$last" -lt 5000 ] || fail "the last id is $last"
make 1000 >ascending.yaml
last=$(sed -n 's/^    id: //p' ascending.yaml | tail -1)
[ "$last" -eq 1000 ] || fail "without gaps, the last id is $last"
exit 0
