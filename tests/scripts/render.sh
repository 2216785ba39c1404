# render.sh RENDER_CASES REGISTRY: `problemc render` prints byte for byte what the linked program sends.

. "$(dirname "$0")/lib.sh"

registry=$2
"$PROBLEMC" view "$registry" >view.json || fail "no view of $registry"
mkdir cases
count=$("$1" view.json cases) || fail "$1 gives no cases"
[ "$count" -gt 0 ] || fail "there are no cases"

i=0
while [ "$i" -lt "$count" ]; do
    set --
    while IFS= read -r argument; do
        set -- "$@" "$argument"
    done <"cases/$i.arguments"
    expect 0 "$PROBLEMC" render "$registry" "$@"
    silent stderr
    cmp stdout "cases/$i.response" || {
        diff "cases/$i.response" stdout >&2
        fail "problemc render $registry $*"
    }
    i=$((i + 1))
done
echo "$count cases"

# The example of the documentation.
if [ "${registry##*/}" = payments.yaml ]; then
    expect 0 "$PROBLEMC" render "$registry" insufficient-funds balance=30.00 cost=50.00 \
        --id 7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12
    {
        printf '%s\r\n' 'HTTP/1.1 403 Forbidden' 'Content-Type: application/problem+json' \
            'Cache-Control: no-store' 'Content-Length: 260' ''
        printf '%s' '{"type":"https://api.example.com/errors/insufficient-funds",'
        printf '%s' '"title":"Insufficient funds","status":403,'
        printf '%s' '"detail":"Your balance is 30.00 but this transaction requires 50.00.",'
        printf '%s' '"instance":"urn:uuid:7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12",'
        printf '%s\n' '"balance":30.00,"cost":50.00}'
    } >expected
    same expected stdout
fi
