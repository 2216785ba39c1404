# generator_budget.sh DIRECTORY [accept]: what compiling one more problem takes in instructions, counted by callgrind, may not be more
# than 2 % over what DIRECTORY/generator_budget.txt says. The functions that it grew in are named.
#
# Compiled here with one compiler and fixed flags, so that the counts are the same wherever this runs; skipped elsewhere. Only our own
# functions count: libyaml's are not ours to change, and what libc takes for copying depends on the processor.

. "$(dirname "$0")/lib.sh"

bench=$1
accept=${2:-}
compiler=
for candidate in gcc-12 gcc; do
    command -v "$candidate" >/dev/null && [ "$("$candidate" -dumpversion | cut -d. -f1)" = 12 ] && compiler=$candidate && break
done
[ -n "$compiler" ] || skip "the figures are gcc 12's, which is not installed"
[ "$(uname -m)" = x86_64 ] || skip "the figures are those of x86-64"
for tool in valgrind callgrind_annotate cmake pkg-config; do
    command -v "$tool" >/dev/null || skip "$tool is not installed"
done

# ---------------------------------------------------------------- the program

packages="yaml-0.1 libcjson libcmark liburiparser"
templates=$(find "$SOURCE/templates" -name '*.mustache' -o -path '*/docs/*.css' -o -path '*/docs/*.js' -o -name starter.yaml |
    sed "s|^$SOURCE/templates/||" | sort | tr '\n' ';')
(cd "$SOURCE/templates" && cmake "-DOUTPUT=$OUT/embedded.c" "-DTEMPLATES=${templates%;}" \
    "-DOTHERS=$SOURCE/registry/registry.schema.json" -P "$SOURCE/generator/template/embed.cmake") || fail "the templates do not embed"
mkdir objects
flags="-std=c11 -O2 -I$SOURCE/generator -I$SOURCE/runtime/include -I$SOURCE/runtime/client $(pkg-config --cflags $packages)"
compile='for file; do
    "$COMPILER" $FLAGS -DPROBLEMC_VERSION="\"0\"" -DPROBLEMC_REGISTRIES="\".\"" -DPROBLEMC_WAY_TO_REGISTRIES="\".\"" -c "$file" \
        -o "objects/$(echo "${file#"$SOURCE"/}" | tr / _).o" || exit 255
done'
{
    find "$SOURCE/generator" "$SOURCE/runtime/src" "$SOURCE/runtime/client" -name '*.c'
    echo "$OUT/embedded.c"
} | COMPILER=$compiler FLAGS=$flags xargs -n 8 -P 2 sh -c "$compile" compile 2>log
# shellcheck disable=SC2046
"$compiler" objects/*.o -o budget_problemc $(pkg-config --libs $packages) -lm -lpthread 2>>log || {
    cat log >&2
    fail "the program does not build"
}

# ---------------------------------------------------------------- counting

# count PROBLEMS: lines "function instructions" of all our functions.
count() {
    awk -v count="$1" -f "$bench/registry.awk" >"$1.yaml"
    valgrind --tool=callgrind --callgrind-out-file="$1.out" ./budget_problemc compile "$1.yaml" -o "made$1" >"$1.log" 2>&1 ||
        fail "valgrind: $(tail -1 "$1.log")"
    callgrind_annotate --threshold=100 --auto=no "$1.out" | awk '
        /\/budget_problemc\]$/ && /^ *[0-9,]+ \(/ {
            number = $1
            gsub(",", "", number)
            sub(/^[^)]*\) */, "")
            sub(/ \[[^]]*\]$/, "")
            sub(/.*:/, "")
            sub(/[.\x27].*/, "") # .part.0, and recursion as callgrind counts it
            all[$0] += number
        }
        END { for (name in all) print name, all[name] }'
}

# What 400 more problems take, by problem: the beginning and the end of a run are in both.
count 200 >few || exit 1
count 600 >many || exit 1
awk '
    NR == FNR { few[$1] = $2; next }
    { each = ($2 - few[$1]) / 400; total += each; if (each >= 1) printf "%s %d\n", $1, each }
    END { printf "total %d\n", total }' few many | sort -k2,2nr -k1,1 >counted

budget=$bench/generator_budget.txt
if [ "$accept" = accept ]; then
    {
        sed -n '/^#/p' "$budget"
        cat counted
    } >accepted && cp accepted "$budget"
    exit 0
fi

sed '/^#/d' "$budget" >before
awk '
    NR == FNR { before[$1] = $2; next }
    { now[$1] = $2; order[++n] = $1 }
    END {
        printf "%d instructions a problem, %d in the budget\n", now["total"], before["total"]
        if (now["total"] <= before["total"] * 1.02)
            exit 0
        for (i = 1; i <= n; i++)
            if (order[i] != "total" && now[order[i]] > before[order[i]])
                printf "    %s: %d, %d before\n", order[i], now[order[i]], before[order[i]]
        exit 1
    }' before counted ||
    fail "more than tests/bench/generator_budget.txt has; where that is meant: cmake --build --preset dev --target accept_generator_budget"
