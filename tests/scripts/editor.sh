# editor.sh: what editors flag, offer and explain in a registry. See tests/web/editor.mjs.

. "$(dirname "$0")/lib.sh"

web yaml-language-server editor.mjs
"$PROBLEMC" schema >registry.schema.json || fail "schema"
"$PROBLEMC" init >starter.yaml || fail "init"
expect 0 node editor.mjs "$PROBLEMC" "$SOURCE/registry/payments.yaml"
cat stdout
