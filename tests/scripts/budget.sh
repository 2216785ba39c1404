# budget.sh DIRECTORY runtime|generator [accept]: instructions, counted by callgrind, may not grow by more than 2 % over what a file in
# DIRECTORY says. What grew is named with the functions it grew in.
#
#   runtime     budget.txt: one round of each row of budget.c
#   generator   generator_budget.txt: what compiling one more problem of registry.awk takes
#
# Compiled here with one compiler and fixed flags, so that the counts are the same wherever this runs; skipped elsewhere. Only our own
# functions count: libyaml's are not ours to change, and what libc takes for copying depends on the processor.

. "$(dirname "$0")/lib.sh"

bench=$1
part=$2
accept=${3:-}
compiler=
for candidate in gcc-12 gcc; do
    command -v "$candidate" >/dev/null && [ "$("$candidate" -dumpversion | cut -d. -f1)" = 12 ] && compiler=$candidate && break
done
[ -n "$compiler" ] || skip "the figures are gcc 12's, which is not installed"
[ "$(uname -m)" = x86_64 ] || skip "the figures are those of x86-64"
for tool in valgrind callgrind_annotate cmake pkg-config taskset; do
    command -v "$tool" >/dev/null || skip "$tool is not installed"
done

# ---------------------------------------------------------------- counting

# On one processor: on several, who does what is another each time.
processor=$(taskset -cp $$ | sed 's/.*: *//; s/[,-].*//')

# count NAME OPTION ARGUMENT...: runs ./budget with these arguments and this option for callgrind; lines "function instructions" in the
# file NAME. What is libc's comes under one name.
count() {
    name=$1
    option=$2
    shift 2
    taskset -c "$processor" valgrind --tool=callgrind "$option" --callgrind-out-file="$name.out" ./budget "$@" >"$name.log" 2>&1 ||
        fail "valgrind: $(tail -1 "$name.log")"
    callgrind_annotate --threshold=100 --auto=no "$name.out" | awk '
        /^ *[0-9,]+ \( *[0-9.]+%\)  *[^ ]*:/ {
            number = $1
            gsub(",", "", number)
            sub(/^[^)]*\) */, "")
            is_ours = $0 ~ /\/budget\]$/
            sub(/ \[[^]]*\]$/, "")
            sub(/.*:/, "")
            sub(/[.\x27].*/, "") # .part.0 and the like, and recursion as callgrind counts it
            all[$0] += number
            if (is_ours) # what was inlined into a function has a line of its own, without the program
                ours[$0] = 1
        }
        END {
            for (name in all)
                sum[name in ours ? name : "(libc)"] += all[name]
            for (name in sum)
                printf "%s %d\n", name, sum[name]
        }' >"$name"
}

# shares ROW ROUNDS LESS MORE: lines "row function instructions" for one of the rounds that the file MORE has beyond the file LESS, the
# total of our functions first.
shares() {
    awk -v row="$1" -v rounds="$2" '
        FILENAME == ARGV[1] { less[$1] = $2; next }
        {
            each[$1] = ($2 - less[$1]) / rounds
            if ($1 != "(libc)")
                total += each[$1]
        }
        END {
            printf "%s total %d\n", row, total
            fflush()
            for (name in each)
                if (each[name] >= 1)
                    printf "%s %s %d\n", row, name, each[name] | "sort -k3,3nr -k2,2"
        }' "$3" "$4"
}

# ---------------------------------------------------------------- the runtime

count_runtime() {
    runtime=$SOURCE/runtime
    expect 0 "$PROBLEMC" compile "$bench/bench.yaml" -o .
    "$compiler" -std=c11 -O2 -g -I"$runtime/include" -I"$runtime/src" -I. "$runtime"/src/*.c "$bench/work.c" "$bench/budget.c" \
        bench_problems.c -o budget || fail "the rows do not compile"
    ./budget >rows || fail "no rows"
    : >nothing
    while read -r row rounds; do
        count "$row" "--toggle-collect=row_*" "$row"
        shares "$row" "$rounds" nothing "$row"
    done <rows >counted
}

# ---------------------------------------------------------------- the generator

build_generator() {
    packages="yaml-0.1 libcjson libcmark liburiparser"
    templates=$(find "$SOURCE/templates" -name '*.mustache' -o -path '*/docs/*.css' -o -path '*/docs/*.js' -o -name starter.yaml |
        sed "s|^$SOURCE/templates/||" | sort | tr '\n' ';')
    (cd "$SOURCE/templates" && cmake "-DOUTPUT=$OUT/embedded.c" "-DTEMPLATES=${templates%;}" \
        "-DOTHERS=$SOURCE/registry/registry.schema.json" -P "$SOURCE/generator/template/embed.cmake") || fail "the templates do not embed"
    mkdir objects
    # shellcheck disable=SC2086
    flags="-std=c11 -O2 -I$SOURCE/generator -I$SOURCE/runtime/include -I$SOURCE/runtime/client $(pkg-config --cflags $packages)"
    # shellcheck disable=SC2016
    compile='for file; do
        "$COMPILER" $FLAGS -DPROBLEMC_VERSION="\"0\"" -DPROBLEMC_REGISTRIES="\".\"" -DPROBLEMC_WAY_TO_REGISTRIES="\".\"" -c "$file" \
            -o "objects/$(echo "${file#"$SOURCE"/}" | tr / _).o" || exit 255
    done'
    {
        find "$SOURCE/generator" "$SOURCE/runtime/src" "$SOURCE/runtime/client" -name '*.c'
        echo "$OUT/embedded.c"
    } | COMPILER=$compiler FLAGS=$flags xargs -n 8 -P 2 sh -c "$compile" compile 2>log
    # shellcheck disable=SC2046,SC2086
    "$compiler" objects/*.o -o budget $(pkg-config --libs $packages) -lm -lpthread 2>>log || {
        cat log >&2
        fail "the program does not build"
    }
}

# The beginning and the end of a run are in both of its counts.
count_generator() {
    build_generator
    for problems in 200 600; do
        awk -v count="$problems" -f "$bench/registry.awk" >"$problems.yaml"
        count "$problems" --collect-atstart=yes compile "$problems.yaml" -o "made$problems"
    done
    shares compile 400 200 600 | grep -v -F '(libc)' >counted
}

# ---------------------------------------------------------------- the budget

case $part in
runtime)
    budget=$bench/budget.txt target=accept_budget only=
    count_runtime
    ;;
generator) # a single row, which its file does not name
    budget=$bench/generator_budget.txt target=accept_generator_budget only='compile '
    count_generator
    ;;
*) fail "usage: budget.sh DIRECTORY runtime|generator [accept]" ;;
esac

if [ "$accept" = accept ]; then
    {
        sed -n '/^#/p' "$budget"
        sed "s/^$only//" counted
    } >accepted && cp accepted "$budget"
    exit 0
fi

sed "/^#/d; s/^/$only/" "$budget" >before
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
    }' before counted ||
    fail "more instructions than tests/bench/${budget##*/} has; where that is meant: cmake --build --preset dev --target $target"
exit 0
