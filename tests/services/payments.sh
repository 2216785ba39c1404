# payments.sh PAYMENTS: the service of tests/services/payments, from an empty directory to a broken
# database. Every problem of its registry that a client can provoke is provoked.

here=$(cd "$(dirname "$0")" && pwd)
. "$here/../scripts/lib.sh"
. "$here/serve.sh"

command -v curl >/dev/null || skip "curl is not installed"
command -v sqlite3 >/dev/null || skip "sqlite3 is not installed"

# ---------------------------------------------------------------- the service

start_payments "$1"

# ask CURL-ARGUMENTS...: the whole response in `response`, its status in $status. The path is last.
ask() {
    for path in "$@"; do :; done
    i=$#
    while [ $i -gt 1 ]; do
        set -- "$@" "$1"
        shift
        i=$((i - 1))
    done
    shift
    status=$(curl -s -i --max-time 10 -o response -w '%{http_code}' "$@" "$address$path") ||
        fail "no response: $*"
}

# verifies [OPTION...]: the registry has nothing against the last response.
verifies() {
    expect 0 "$PROBLEMC" verify --strict "$@" "$SOURCE/registry/payments.yaml" response
}

# sends STATUS TEXT CURL-ARGUMENTS...: a success with this in it.
sends() {
    wanted=$1 text=$2
    shift 2
    ask "$@"
    [ "$status" = "$wanted" ] || { cat response >&2; fail "$status, not $wanted: $*"; }
    grep -qF -e "$text" response || { cat response >&2; fail "no $text: $*"; }
    case " $* " in *' -I '*) verifies --head ;; *) verifies ;; esac
}

# fails STATUS CODE CURL-ARGUMENTS...: that problem, which says nothing of how it came about, and
# its record. SENT:RECORDED instead of CODE where one hides behind another.
fails() {
    wanted=$1 code=${2%:*} recorded=${2#*:}
    shift 2
    ask "$@"
    [ "$status" = "$wanted" ] || { cat response >&2; fail "$status, not $wanted: $*"; }
    grep -q '^Content-Type: application/problem+json' response || fail "no problem: $*"
    grep -qF "\"type\":\"https://api.example.com/errors/$code\"" response ||
        { cat response >&2; fail "not $code: $*"; }
    verifies --expect "$code"
    grep -qiE 'sqlite|table|database|shard|case-|bob|src' response && fail "leaks: $(cat response)"
    id=$(sed -n 's/.*"urn:uuid:\([0-9a-f-]*\)".*/\1/p' response)
    grep -F "\"problem.occurrence\":\"$id\"" log >record || fail "no record of $id: $*"
    grep -qF "\"error.type\":\"$recorded\"" record || fail "not $recorded: $(cat record)"
}

# says TEXT / records TEXT: in the last response, in the last record.
says() {
    grep -qF -e "$1" response || { cat response >&2; fail "the response has no: $1"; }
}
records() {
    grep -qF -e "$1" record || { cat record >&2; fail "the record has no: $1"; }
}

ada='Authorization: Bearer key-of-ada'
bob='Authorization: Bearer key-of-bob'
trial='Authorization: Bearer trial-key-of-bob'
json='Content-Type: application/json'

# paid KEY N BODY, refused STATUS CODE KEY N BODY: POST /payments with the Nth idempotency key.
pay() {
    payment=7f3d2a1c-9e4b-4f8d-b1c2-$(printf %012d "$4")
    "$1" "$2" "$5" -H "$3" -H "$json" -H "Idempotency-Key: $payment" -d "$6" /payments
}
paid() {
    pay sends 201 "$1" "$2" "Location: /payments/" "$3"
}
refused() {
    pay fails "$1" "$3" "$4" "$2" "$5"
}

# ---------------------------------------------------------------- what succeeds

sends 200 '{"id":"ada-1","balance":"30.00","currency":"EUR","suspended":false}' -H "$ada" /accounts/ada-1
paid "$ada" 1 '{"from":"ada-1","to":"bob-1","amount":"12.5","currency":"EUR","execute_on":"2026-12-24"}'
sends 200 '"balance":"17.50"' -H "$ada" /accounts/ada-1
sends 200 '"balance":"512.50"' -H "$bob" /accounts/bob-1
sends 200 '"amount":"12.50"' -H "$ada" "/payments/$payment"
sends 200 '"execute_on":"2026-12-24"' -H "$bob" "/payments/$payment"
sends 200 '"payments":[{"id":"7f3d2a1c' -H "$ada" '/accounts/ada-1/payments?limit=1'
sends 200 'Content-Length: ' -I -H "$ada" /accounts/ada-1

# ---------------------------------------------------------------- what fails

fails 404 not-found /
fails 404 not-found -H "$ada" /accounts/ada-9
fails 404 not-found -H "$ada" /payments/00000000-0000-4000-8000-000000000000
fails 405 method-not-allowed -X DELETE /accounts/ada-1
says 'Allow: GET, HEAD'
fails 405 method-not-allowed /payments
says 'Allow: POST'

fails 401 authentication-required /accounts/ada-1
says 'WWW-Authenticate: Bearer realm="payments"'
fails 401 authentication-required -H 'Authorization: Bearer key-of-nobody' /accounts/ada-1

while [ "$(date +%S)" -ge 55 ]; do sleep 1; done # a new minute counts anew
fails 404 not-found:access-denied -H "$bob" /accounts/ada-1
records '"problem.member.key_owner":"ada"'
records '"problem.causes":["account ada-1 asked for by bob"]'
fails 404 not-found:access-denied -H "$trial" "/accounts/ada-1"

# The trial key has three requests a minute, one of which is gone.
sends 200 bob-1 -H "$trial" /accounts/bob-1
sends 200 bob-1 -H "$trial" /accounts/bob-1
fails 429 rate-limited -H "$trial" /accounts/bob-1
says 'You sent 4 requests in a minute and 3 are allowed.'
says 'Retry-After: '

refused 403 insufficient-funds "$ada" 2 '{"from":"ada-1","to":"bob-1","amount":"50","currency":"EUR"}'
says '"balance":17.50,"cost":50.00}'
records '"problem.member.shard":"shard-7"'
refused 403 account-suspended "$ada" 3 '{"from":"ada-2","to":"bob-1","amount":"50","currency":"EUR"}'
says '"reason":"fraud-review","since":"2026-11-02"'
records '"problem.member.case_number":"case-17"'
refused 422 currency-mismatch "$bob" 4 '{"from":"bob-2","to":"ada-1","amount":"50","currency":"EUR"}'
refused 422 unknown-payee "$ada" 5 '{"from":"ada-1","to":"ada-9","amount":"5","currency":"EUR"}'
refused 409 duplicate-payment "$ada" 1 '{"from":"ada-1","to":"bob-1","amount":"500","currency":"EUR"}'
records '"problem.source.name":"sqlite","problem.source.code":"1555"'
refused 404 not-found:access-denied "$bob" 6 '{"from":"ada-1","to":"bob-1","amount":"5","currency":"EUR"}'
sends 200 '"balance":"17.50"' -H "$ada" /accounts/ada-1

fails 422 validation-failed -H "$ada" -H "$json" -d '{"amount":"0.99","currency":"euro","execute_on":"tomorrow"}' /payments
says '{"header":"Idempotency-Key","detail":"Must be present.","rule":"required"}'
says '{"pointer":"#/from","detail":"Must be present.","rule":"required"}'
says '{"pointer":"#/amount","detail":"Must be at least 1.","rule":"minimum"}'
says '{"pointer":"#/currency","detail":"Must be a currency code.","rule":"format"}'
says '{"pointer":"#/execute_on","detail":"Must be a date.","rule":"format"}'
fails 422 validation-failed -H "$ada" -H "$json" -H 'Idempotency-Key: 1' -d '{"from":"A/B","amount":"100000.01"}' /payments
says '{"header":"Idempotency-Key","detail":"Must be a UUID.","rule":"format"}'
says '{"pointer":"#/amount","detail":"Must be at most 100000.","rule":"maximum"}'
refused 400 malformed-request "$ada" 7 '{"from":"ada-1","to":"bob-1","amount":"5","currency":"EUR\u0000x"}'
refused 422 validation-failed "$ada" 7 '{"from":1,"to":"bob-1","amount":"-5.00","currency":"EUR"}'
says '{"pointer":"#/from","detail":"Must be an account number.","rule":"format"}'
says '{"pointer":"#/amount","detail":"Must be at least 1.","rule":"minimum"}'
fails 422 validation-failed -H "$ada" '/accounts/ada-1/payments?limit=101'
says '{"parameter":"limit","detail":"Must be at most 100.","rule":"maximum"}'
fails 422 validation-failed -H "$ada" /payments/1
says '{"parameter":"id","detail":"Must be a UUID.","rule":"format"}'

for amount in '' 1. .5 1.234 -1 1e3 1,00 0x10 1000000000000000 'DROP TABLE key'; do
    fails 422 validation-failed -H "$ada" -H "$json" -d "{\"amount\":\"$amount\"}" /payments
    says '{"pointer":"#/amount","detail":"Must be '
done

fails 400 malformed-request -H "$ada" -H "$json" -d '{"from":' /payments
fails 400 malformed-request -H "$ada" -H "$json" -d '{} trailing' /payments
fails 400 malformed-request -H "$ada" -H "$json" -X POST /payments
fails 415 unsupported-media-type -H "$ada" -H 'Content-Type: text/xml' -d '<a/>' /payments
records 'text/xml'
head -c 65537 /dev/zero | tr '\0' x >large
fails 413 payload-too-large -H "$ada" --data-binary @large /payments
head -c 3000000 /dev/zero >large
fails 413 payload-too-large -H "$ada" --data-binary @large /payments

# ---------------------------------------------------------------- the database fails

# Somebody else holds a lock until `end` has been read.
mkfifo commands
sqlite3 data/payments.db <commands >held &
exec 3>commands
echo "BEGIN EXCLUSIVE; SELECT 'held';" >&3
while [ ! -s held ]; do sleep 0.05; done
fails 503 service-unavailable -H "$ada" /accounts/ada-1
says 'Retry-After: 5'
records '"problem.causes":["looking up a key","'
records 'database is locked'
exec 3>&-
wait $!
sends 200 ada-1 -H "$ada" /accounts/ada-1

sqlite3 data/payments.db 'DROP TABLE payment' || fail "can't drop a table"
fails 500 internal-error -H "$ada" "/accounts/ada-1/payments"
records 'listing payments'
records 'no such table: payment'
refused 500 internal-error "$ada" 7 '{"from":"ada-1","to":"bob-1","amount":"5","currency":"EUR"}'
sends 200 '"balance":"17.50"' -H "$ada" /accounts/ada-1

printf 'This was a database until somebody came by.' | dd of=data/payments.db conv=notrunc status=none
fails 500 internal-error -H "$ada" /accounts/ada-1
records '"problem.source.name":"sqlite","problem.source.code":"26"'

# ---------------------------------------------------------------- the end

stop_payments
[ "$(grep -c '^{.*}$' log)" -eq "$(wc -l <log)" ] || fail "the log has other lines: $(cat log)"

# One that can't open its database says so, as a record.
expect 1 "$1" nowhere
prints stderr '"error.type":"internal-error"'
prints stderr 'unable to open database file'
expect 2 "$1"
