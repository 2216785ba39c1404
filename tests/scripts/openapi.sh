# openapi.sh REGISTRY...: what others' tools make of `problemc openapi`: redocly, spectral, ajv, openapi-typescript and tsc.
. "$(dirname "$0")/lib.sh"

web "@redocly/cli @stoplight/spectral-cli ajv ajv-formats openapi-typescript typescript yaml" \
    openapi.mjs bodies.mjs narrow.ts redocly-rules.yaml spectral.yaml
mv spectral.yaml .spectral.yaml
REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true NO_COLOR=1
export REDOCLY_TELEMETRY REDOCLY_SUPPRESS_UPDATE_NOTICE NO_COLOR

for registry in "$@"; do
    name=$(basename "$registry" .yaml)
    expect 0 node openapi.mjs "$PROBLEMC" "$registry" "$name"
    cat stdout
    expect 0 node_modules/.bin/redocly lint --config redocly-rules.yaml "$name-api.json"
    ! grep -qi warning stderr || { cat stderr >&2; fail "redocly warns of $name"; }
    expect 0 node_modules/.bin/spectral lint --fail-severity hint "$name-api.json"
    expect 0 node_modules/.bin/openapi-typescript "$name.yaml" -o "$name.ts"
    expect 0 node_modules/.bin/tsc --strict --noEmit "$name.ts"
done
[ ! -e payments.ts ] || expect 0 node_modules/.bin/tsc --strict --noEmit narrow.ts
exit 0
