# clients.sh PAYMENTS: clients of others read what the payments service really sends. See tests/web/clients.mjs.

. "$(dirname "$0")/lib.sh"
. "$SOURCE/tests/services/serve.sh"

command -v sqlite3 >/dev/null || skip "sqlite3 is not installed"
web "ajv ajv-formats axios http-problem-details-parser openapi-fetch openapi-typescript typescript" \
    bodies.mjs client.ts clients.mjs payments-api.yaml

registry=$SOURCE/registry/payments.yaml
expect 0 "$PROBLEMC" openapi "$registry" -o payments.yaml
expect 0 "$PROBLEMC" openapi "$registry" -o payments.json
expect 0 "$PROBLEMC" docs "$registry" -o site
expect 0 node_modules/.bin/openapi-typescript payments-api.yaml -o api.ts
expect 0 node_modules/.bin/tsc --strict --target es2022 --module nodenext --lib es2022,dom,dom.iterable client.ts

start_payments "$1"
expect 0 node clients.mjs "$address" data/payments.db site
cat stdout
stop_payments
