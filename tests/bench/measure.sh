# Measuring processes: what generator.sh and generated.sh begin with.
#
#     CLOCK     runs a command: its microseconds, the KiB that it had at most, the processors' microseconds
#     PINNED    -1: on one processor; else on as many as it takes
#     FIGURES   medians go to the end of this file, see table.awk

PINNED=-1

# a_registry COUNT [FILE [LEAKS]]: the registry b<COUNT> in the file b<COUNT>.yaml, or another; LEAKS is the level of leak checks.
a_registry() {
    awk -v count="$1" -v name="b$1" -v gaps=8 -v leaks="${3:-}" -f "$SOURCE/tests/bench/registry.awk" >"${2:-b$1.yaml}"
}

# run_once NAME COMMAND...: a run more of NAME.
run_once() {
    file=$(echo "$1" | tr ' /' '__').runs
    shift
    # shellcheck disable=SC2086 # none, or one word
    "$CLOCK" $PINNED "$@" >>"$file"
}

# median NAME COLUMN: of NAME's runs so far, of a column of CLOCK; the least behind it.
median() {
    sort -n -k "$2,$2" "$(echo "$1" | tr ' /' '__').runs" | awk -v column="$2" '
        { n[NR] = $column }
        END { printf "%.1f %.1f\n", (n[int((NR + 1) / 2)] + n[int(NR / 2) + 1]) / 2, n[1] }'
}

# figure NAME MEDIAN LEAST UNIT
figure() {
    printf '%s\t%s\t%s\t%s\n' "$@" >>"$FIGURES"
}
