#!/bin/sh
# The log record's fields: the runtime's README has a row for each that the code writes, and no other.
. "$(dirname "$0")/lib.sh"

# `rule` and its like are keys inside a field; "problem.member." stands for a key of each member.
cat "$SOURCE"/runtime/src/record*.c | tr -s ' \n' '  ' |
    grep -oE '(problem_field_[a-z_]+|add_member|add_misfits)\([^";]*"[a-z][a-z._-]*"' |
    sed -e 's/.*"\(.*\)"/\1/' -e '/^rule$/d' -e '/^misfits$/d' -e '/^member\.$/d' -e 's/^problem\.member\.$/&NAME/' > written
echo problem.record.cut >> written
sort -u written > written.sorted
sed -n 's/^| `\([a-z][A-Za-z_.-]*\)` | .*/\1/p' "$SOURCE/runtime/README.md" | sort > listed.sorted
diff listed.sorted written.sorted > difference || fail "runtime/README.md and runtime/src/record*.c differ: $(cat difference)"
[ "$(wc -l < listed.sorted)" -gt 30 ] || fail "hardly any field found"
