# budget.sh DIRECTORY [accept]: the instructions of each row of DIRECTORY/budget.txt, counted by callgrind, may not grow by more than
# 2 %. What grew is named with the functions it grew in.
#
# Compiled here with one compiler and fixed flags, so that the counts are the same wherever this runs; skipped elsewhere.

. "$(dirname "$0")/lib.sh"

bench=$1
accept=${2:-}
compiler=
for candidate in gcc-12 gcc; do
    command -v "$candidate" >/dev/null && [ "$("$candidate" -dumpversion | cut -d. -f1)" = 12 ] && compiler=$candidate && break
done
[ -n "$compiler" ] || skip "the figures are gcc 12's, which is not installed"
[ "$(uname -m)" = x86_64 ] || skip "the figures are those of x86-64"
command -v valgrind >/dev/null || skip "valgrind is not installed"
command -v callgrind_annotate >/dev/null || skip "callgrind_annotate is not installed"

runtime=$SOURCE/runtime
expect 0 "$PROBLEMC" compile "$bench/bench.yaml" -o .
"$compiler" -std=c11 -O2 -g -I"$runtime/include" -I"$runtime/src" -I. "$runtime"/src/*.c "$bench/work.c" "$bench/budget.c" \
    bench_problems.c -o budget || fail "the rows do not compile"

# count ROW ROUNDS: lines "row function instructions" for one round, the row's own function first, as its total. Functions of libc are
# not ours to grow: they come under one name, and not into the total.
count() {
    valgrind --tool=callgrind --toggle-collect='row_*' --callgrind-out-file="$1.out" ./budget "$1" >/dev/null 2>"$1.log" ||
        fail "valgrind: $(tail -1 "$1.log")"
    callgrind_annotate --threshold=100 --auto=no "$1.out" | awk -v row="$1" -v rounds="$2" '
        /^ *[0-9,]+ \( *[0-9.]+%\)  *[^ ]*:/ {
            number = $1
            gsub(",", "", number)
            sub(/^[^)]*\) */, "")
            is_ours = $0 ~ /\/budget\]$/
            sub(/ \[[^]]*\]$/, "")
            sub(/.*:/, "")
            sub(/\..*/, "") # .part.0 and the like
            all[$0] += number
            if (is_ours) # what was inlined into a function has a line of its own, without the program
                ours[$0] = 1
        }
        END {
            for (name in all)
                sum[name in ours ? name : "(libc)"] += all[name]
            for (name in sum)
                if (name != "(libc)")
                    total += sum[name]
            printf "%s total %d\n", row, total / rounds
            for (name in sum)
                if (sum[name] / rounds >= 1)
                    printf "%s %s %d\n", row, name, sum[name] / rounds | "sort -k3,3nr -k2,2"
        }'
}

./budget >rows || fail "no rows"
while read -r row rounds; do
    count "$row" "$rounds"
done <rows >counted || exit 1

if [ "$accept" = accept ]; then
    {
        sed -n '/^#/p' "$bench/budget.txt"
        cat counted
    } >accepted && cp accepted "$bench/budget.txt"
    exit 0
fi

sed '/^#/d' "$bench/budget.txt" >before
awk '
    NR == FNR { before[$1 " " $2] = $3; next }
    { now[$1 " " $2] = $3; order[++n] = $1 " " $2 }
    END {
        for (i = 1; i <= n; i++) {
            split(order[i], part, " ")
            if (part[2] != "total")
                continue
            row = part[1]
            old = before[order[i]]
            if (old == "") {
                printf "%s: not in the budget yet\n", row
                bad = 1
            } else if (now[order[i]] > old * 1.02) {
                printf "%s: %d instructions, %d in the budget\n", row, now[order[i]], old
                for (k = 1; k <= n; k++) {
                    split(order[k], f, " ")
                    if (f[1] == row && f[2] != "total" && now[order[k]] > before[order[k]])
                        printf "    %s: %d, %d before\n", f[2], now[order[k]], before[order[k]]
                }
                bad = 1
            } else if (now[order[i]] < old * 0.98) {
                printf "%s: %d instructions, %d in the budget: accept them\n", row, now[order[i]], old
            }
        }
        exit bad
    }' before counted || fail "more instructions than tests/bench/budget.txt has; where that is meant: cmake --build --preset dev --target accept_budget"
exit 0
