#!/bin/sh
# A short run of a libFuzzer target: sh run.sh PROGRAM WORK [options] SEEDS
# Begins each time with the seeds alone. Inputs that fail stay in WORK.
set -eu

program=$1
work=$2
shift 2
rm -rf "$work/corpus"
mkdir -p "$work/corpus"
exec "$program" -seed=1 -runs=20000 -max_total_time=10 -timeout=5 -print_final_stats=1 -artifact_prefix="$work/" "$work/corpus" "$@"
