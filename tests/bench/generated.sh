# What generated C costs those who compile it: time and memory of the tables, of a header in each file that includes it, of its digest
# that the tables take, and what is in the object file. See run.sh.

. "$(dirname "$0")/measure.sh"

# compiled NAME FILE: a run more of compiling FILE.
compiled() {
    run_once "compile of $1" "$COMPILER" -std=c11 -O2 -fPIC -I"$SOURCE/runtime/include" -I. -c "$2" -o "$2.o" || {
        printf '%s does not compile\n' "$2" >&2
        exit 1
    }
}

# tell NAME: what was measured of it, as figures and as a line. A compiler waits for nobody, so the processor's time is what it takes
# where nobody else runs.
tell() {
    # shellcheck disable=SC2046 # two numbers each
    set -- "$1" $(median "compile of $1" 3) $(median "compile of $1" 2)
    figure "compile of $1/time" "$2" "$3" us
    figure "compile of $1/memory" "$4" "$5" KiB
    awk -v name="$1" -v time="$2" -v memory="$4" 'BEGIN {
        printf "  compile of %-23s %9.2f ms  %7.1f MB\n", name, time / 1000, memory / 1024 }'
}

# ---------------------------------------------------------------- compiling

echo
echo "generated C"
echo "typedef int nothing;" >nothing.c
for count in 1 1000 10000 100000; do
    a_registry $count
    "$PROBLEMC" compile b$count.yaml -o . >log 2>&1 || {
        cat log >&2
        exit 1
    }
    echo "#include \"b${count}_problems.h\"" >header$count.c
    { echo "#define B${count}_DIGEST_ALONE" && cat header$count.c; } >digest$count.c
done

# Headers 31 times, tables of 10,000 11 times, of 100,000 3 times, in turns.
round=31
while [ $round -gt 0 ]; do
    compiled nothing nothing.c
    for count in 1 1000 10000; do
        compiled "header of $count" header$count.c
    done
    if [ $round -le 11 ]; then
        compiled "digest of 10000" digest10000.c
        compiled "tables of 10000" b10000_problems.c
    fi
    if [ $round -le 3 ]; then
        compiled "digest of 100000" digest100000.c
        compiled "tables of 100000" b100000_problems.c
    fi
    round=$((round - 1))
done
for name in nothing "header of 1" "header of 1000" "header of 10000" "digest of 10000" "tables of 10000" "digest of 100000" \
    "tables of 100000"; do
    tell "$name"
done

# ---------------------------------------------------------------- the object file

command -v readelf >/dev/null || {
    echo "skipped: readelf is not installed"
    exit 0
}

# [ 1] .text PROGBITS address offset size ...: .rodata, and whatever else is loaded.
readelf -SW b10000_problems.c.o | sed -n 's/^ *\[ *[0-9]*\] *\(\..*\)/\1/p' | awk '{ print $1, $5 }' | while read -r name size; do
    case $name in
    .rodata*) echo "rodata $((0x$size))" ;;
    .text* | .data* | .bss* | .tdata* | .tbss* | .init_array* | .ctors* | .eh_frame*) echo "other $((0x$size))" ;;
    esac
done >sections
rodata=$(awk '$1 == "rodata" { sum += $2 } END { print sum + 0 }' sections)
others=$(awk '$1 == "other" { sum += $2 } END { print sum + 0 }' sections)
relocations=$(readelf -rW b10000_problems.c.o | grep -c ' R_')

# What a problem's texts are in the registry: code, title, detail, names of members.
text=$(awk '
    /^  [a-z0-9-]+:$/ { sum += length($1) - 1 }
    /^    (title|detail): / { sub(/^ *[a-z]+: /, ""); sum += length($0) }
    /^      [a-z0-9_]+: \{/ { sum += length($1) - 1 }
    END { print sum }' b10000.yaml)

figure "object of 10000/rodata" "$rodata" "$rodata" bytes
figure "object of 10000/raw text" "$text" "$text" bytes
figure "object of 10000/other sections" "$others" "$others" bytes
figure "object of 10000/relocations" "$relocations" "$relocations" relocations
printf '  %s bytes of .rodata, %s of raw text, %s of other sections, %s relocations for 10,000 problems\n' "$rodata" "$text" "$others" \
    "$relocations"
