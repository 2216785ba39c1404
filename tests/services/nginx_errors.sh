# nginx_errors.sh MODULE LISTEN [PRELOAD]: errors of nginx's other modules become problems, and
# directives that change other responses leave problems as they are.

here=$(cd "$(dirname "$0")" && pwd)
. "$here/../scripts/lib.sh"
. "$here/serve.sh"

command -v curl >/dev/null || skip "curl is not installed"

# ---------------------------------------------------------------- the service

mkdir files && echo hello >files/here.txt && echo 'user:{PLAIN}secret' >users
cat >more.conf <<END
charset utf-8;
charset_types *;
expires 1h;
add_header X-Always yes always;
add_header X-Success yes;
location /files/ {
    root $OUT;
}
location /secret/ {
    auth_basic secret;
    auth_basic_user_file $OUT/users;
    root $OUT;
}
location /forgotten/ {
    error_page 404 = /problem;
    return 404;
}
location /named/ {
    error_page 404 @named;
    return 404;
}
location @named {
    payments_error;
}
location /problems/rate-limited {
    error_page 429 /files/here.txt;
    payments;
}
END
NGINX_MODULE=$1 NGINX_LISTEN=$2 NGINX_PRELOAD=${3-} NGINX_MORE=$OUT/more.conf TMPDIR=$OUT
export NGINX_MODULE NGINX_LISTEN NGINX_PRELOAD NGINX_MORE TMPDIR
serve sh "$here/nginx.sh" "$OUT/log"

# answers STATUS CODE PATH [CURL-ARGUMENTS...]: that problem, recorded, with no field twice.
answers() {
    wanted=$1 code=$2 path=$3
    shift 3
    status=$(curl -s --max-time 10 -D head -o body -w '%{http_code}' "$@" "$address$path") ||
        fail "no response: $path"
    [ "$status" = "$wanted" ] || { cat head body >&2; fail "$status, not $wanted: $path"; }
    tr -d '\r' <head | sed 1d | cut -d: -f1 | sort >names
    [ -z "$(uniq -d names)" ] || { cat head >&2; fail "a field twice: $path"; }
    grep -q "^Content-Type: application/problem+json$(printf '\r')$" head || fail "type: $path"
    grep -q '^Cache-Control: no-store' head || fail "Cache-Control: $path"
    id=$(sed -n 's/.*"urn:uuid:\([0-9a-f-]*\)".*/\1/p' body)
    grep -F "\"problem.occurrence\":\"$id\"" log >record || fail "no record of $id: $path"
    grep -qF "\"error.type\":\"$code\"" record || { cat record >&2; fail "not $code: $path"; }
}
has() {
    grep -qi "^$1" head || { cat head >&2; fail "no $1"; }
}
lacks() {
    grep -qi "^$1" head && { cat head >&2; fail "a $1"; }
}
records() {
    grep -qF -e "$1" record || { cat record >&2; fail "the record has no: $1"; }
}

# ---------------------------------------------------------------- what it answers

[ "$(curl -s "$address/files/here.txt")" = hello ] || fail "a file that is there"

answers 404 not-found /files/missing.txt
has X-Always
lacks X-Success
lacks Expires
records '"url.path":"/files/missing.txt"'

# The method is what was sent, though error_page makes it GET.
answers 500 internal-error /files/here.txt -X DELETE
records '"http.request.method":"DELETE"'
records "the server's own 405"

# Nothing is left of a response that failed half-way: validators, ranges, challenges.
answers 500 internal-error /secret/here.txt
records "the server's own 401"
lacks WWW-Authenticate
status=$(curl -s -o body -D head -w '%{http_code}' -H 'Range: bytes=999-' "$address/files/here.txt")
[ "$status" = 500 ] || fail "$status for a range that is not there"
for field in Content-Range ETag Last-Modified Expires Accept-Ranges; do
    lacks $field
done

# A problem that a handler sends is not replaced; the default type and charset are not added.
answers 429 rate-limited /problems/rate-limited
has 'Retry-After: 30'
answers 401 authentication-required /problems/authentication-required
has 'WWW-Authenticate: Bearer realm="payments"'

# How not to set it up: "=" forgets the status, and a location asked for by name is no error.
answers 500 internal-error /forgotten/x
answers 404 not-found /problem
answers 404 not-found /named/x

# ---------------------------------------------------------------- the log is reopened

mv log old
kill -USR1 "$(cat "$OUT"/tmp.*/nginx.pid)"
i=0
until [ -e log ]; do
    i=$((i + 1))
    [ $i -lt 100 ] || fail "the log was not reopened"
    sleep 0.1
done
sleep 0.5 # each worker does it for itself
answers 404 not-found /nothing

served
