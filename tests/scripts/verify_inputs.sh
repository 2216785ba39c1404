# verify_inputs.sh: what `problemc verify` takes, and from where: standard input, files, none; large, many and hostile ones.

. "$(dirname "$0")/lib.sh"

registry=$SOURCE/registry/payments.yaml
"$PROBLEMC" render "$registry" not-found >fine.http
"$PROBLEMC" render "$registry" not-found --id 7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12 >other.http
sed 's/"status":404/"status":500/' fine.http >bad.http

# verify STATUS ARGUMENT...: with `input` as standard input.
verify() {
    wanted=$1
    shift
    timeout 60 "$PROBLEMC" verify "$@" <input >stdout 2>stderr
    got=$?
    [ $got -eq "$wanted" ] || { head -c 2000 stdout stderr >&2; fail "exit status $got, not $wanted: verify $*"; }
}

# ---------------------------------------------------------------- from where

cp fine.http input
verify 0 "$registry"
[ "$(cat stdout)" = 'ok 404 not-found urn:uuid:00000000-0000-4000-8000-000000000000' ] || fail "prints $(cat stdout)"
silent stderr
verify 0 "$registry" fine.http other.http
[ "$(grep -c '^ok 404' stdout)" -eq 2 ] || fail "not two verdicts: $(cat stdout)"
verify 1 "$registry" fine.http bad.http
prints stdout 'bad.http:6:81: error: the body says status 500, and the status line 404 [status-mismatch]'
# Each occurrence has an id of its own, across files too.
verify 1 "$registry" fine.http fine.http
prints stdout 'instance-repeated'
prints stdout 'fine.http:1:1: note: that one'
# What is expected is expected of each file's last answer.
verify 0 "$registry" fine.http other.http --expect not-found
verify 2 "$registry" missing.http fine.http
prints stderr 'cannot read missing.http'
prints stdout 'ok 404'
verify 2 "$registry" .
"$PROBLEMC" verify "$registry" <&- >stdout 2>stderr
[ $? -eq 2 ] || fail "without a standard input all is well"
grep -qE 'cannot read standard input|is empty' stderr || fail "says $(cat stderr)"
verify 2 missing.yaml
sed 's/status: 404/status: 200/' "$registry" >wrong.yaml
verify 1 wrong.yaml
silent stdout
prints stderr '[status-range]'

# ---------------------------------------------------------------- sizes

head -c 17000000 /dev/zero | tr '\0' ' ' >input
verify 2 "$registry"
prints stderr '<stdin> is larger than 16 MiB'
i=0
: >input
while [ $i -lt 1250 ]; do
    printf 'HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n'
    i=$((i + 1))
done >some
cat some some >input
verify 0 "$registry"
cat some >>input
verify 2 "$registry"
prints stderr '<stdin> holds more than 10000 messages'

# padded BYTES: a body of that many, in one member.
head='HTTP/1.1 500 Oops\r\nContent-Type: application/problem+json\r\n\r\n'
for pattern in '[' '{"a":' '"' 'HTTP/1.1 5' 'at a.b(c.d:1) ' '{"a":1},' 'x: y\r\n'; do
    # shellcheck disable=SC2059
    { printf "$head"; yes "$(printf "$pattern")" | tr -d '\n' | head -c 4000000; } >input
    verify 1 "$registry"
    [ "$(wc -c <stdout)" -lt 100000 ] || fail "$pattern: $(wc -c <stdout) bytes of output"
    # shellcheck disable=SC2059
    { printf "$head"'{"a":['; yes "$(printf '%s,' '"/etc/passwd"')" | tr -d '\n' | head -c 4000000; printf '1]}'; } >input
    verify 1 "$registry"
done

# ---------------------------------------------------------------- what a terminal must not get

head -c 200000 /dev/urandom >noise
{ printf 'HTTP/1.1 500 '; cat noise; printf '\r\n\r\n'; cat noise; } >input
verify 1 "$registry"
LC_ALL=C tr -d '\012\040-\176\200-\377' <stdout >controls
silent controls
verify 1 "$registry" --format json
LC_ALL=C tr -d '\012\040-\176\200-\377' <stdout >controls
silent controls

# ---------------------------------------------------------------- strictness

sed 's/problem+json/problem+json; charset=utf-8/' fine.http >input
verify 0 "$registry"
prints stdout 'warning'
verify 1 "$registry" --strict
prints stdout 'not ok 404'
verify 0 "$registry" --strict --allow media-type-parameter
[ "$(wc -l <stdout)" -eq 1 ] || fail "says more: $(cat stdout)"
exit 0
