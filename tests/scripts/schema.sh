# schema.sh: the schema for editors is in the program, registries lead to it, and it says what problemc says. The last with
# ajv and yaml, where they are installed.

. "$(dirname "$0")/lib.sh"

expect 0 "$PROBLEMC" schema
silent stderr
same stdout "$SOURCE/registry/registry.schema.json"
cp stdout registry.schema.json

# ---------------------------------------------------------------- the lines that lead there

"$PROBLEMC" init >starter.yaml || fail "init"
expect 0 "$PROBLEMC" check --strict starter.yaml
for file in starter.yaml "$SOURCE"/registry/payments.yaml "$SOURCE"/registry/boxlite.yaml \
    "$SOURCE"/registry/sandbox.yaml "$SOURCE"/registry/3gpp.yaml; do
    for line in '# yaml-language-server: $schema=' '# $schema: '; do
        named=$(awk -v "line=$line" 'index($0, line) == 1 { print substr($0, length(line) + 1) }' "$file")
        [ -n "$named" ] || fail "$file has no line $line"
        [ -f "$(dirname "$file")/$named" ] || fail "$file names $named, which is not there"
    done
done

# ---------------------------------------------------------------- what it accepts and refuses

web "ajv yaml" schema.mjs
cd "$SOURCE/tests" || fail "no $SOURCE/tests"
expect 0 node "$OUT/schema.mjs" fits "$OUT/registry.schema.json" ../registry/*.yaml diagnostics/clean-*.yaml \
    program/design-*.yaml generated/*.yaml "$OUT/starter.yaml"
expect 0 node "$OUT/schema.mjs" refused "$OUT/registry.schema.json" diagnostics/unknown-key.yaml \
    diagnostics/wrong-type*.yaml diagnostics/unknown-value.yaml diagnostics/inapplicable-key.yaml \
    diagnostics/missing-key.yaml diagnostics/status-range.yaml diagnostics/unknown-check.yaml
# What problemc finds no error in, editors must not, either.
for case in diagnostics/*.yaml; do
    grep -q ': error: ' "${case%.yaml}.stderr" || printf '%s\n' "$case"
done >"$OUT/fine"
[ -s "$OUT/fine" ] || fail "no diagnostics case without errors"
# shellcheck disable=SC2046
expect 0 node "$OUT/schema.mjs" fits "$OUT/registry.schema.json" $(cat "$OUT/fine")
# Each key by itself: what problemc says of it, the schema says at the same place.
for case in unknown-key inapplicable-key; do
    sed -n 's/^[^ ]*: error: \([^ ]*\) is not a key .*/\1/p; s/^[^ ]*: error: a member of type [^ ]* has no \([^ ]*\) .*/\1/p' \
        "diagnostics/$case.stderr" >"$OUT/keys"
    [ -s "$OUT/keys" ] || fail "$case reports no keys"
    expect 0 node "$OUT/schema.mjs" refused "$OUT/registry.schema.json" "diagnostics/$case.yaml"
    while read -r key; do
        grep -q "\"$key\"\|/$key " "$OUT/stdout" || fail "the schema does not refuse $key of $case"
    done <"$OUT/keys"
done
