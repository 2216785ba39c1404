#!/bin/sh
# The log record's fields: the runtime's README has a row for each that the code writes, and no other.
. "$(dirname "$0")/lib.sh"

# Keys stand in FIELD("..."), or in literals as \"...\":. `rule` and its like are keys inside a field; "problem.member." begins a key for each
# member.
cat "$SOURCE"/runtime/src/record*.[ch] |
    grep -oE 'FIELD\("[a-z][a-z._-]*"\)|\\"[a-z][a-z._-]*(\\":|\.")' |
    sed -E -e 's/^FIELD\("(.*)"\)$/\1/' -e 's/^\\"(.*)\\":$/\1/' -e 's/^\\"(.*\.)"$/\1/' \
        -e '/^(rule|misfits|pointer|query|path|header|member\.)$/d' -e 's/^problem\.member\.$/&NAME/' > written
sort -u written > written.sorted
sed -n 's/^| `\([a-z][A-Za-z_.-]*\)` | .*/\1/p' "$SOURCE/runtime/README.md" | sort > listed.sorted
diff listed.sorted written.sorted > difference || fail "runtime/README.md and runtime/src/record*.[ch] differ: $(cat difference)"
[ "$(wc -l < listed.sorted)" -gt 30 ] || fail "hardly any field found"
