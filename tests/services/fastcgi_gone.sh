# fastcgi_gone.sh LISTEN: what nginx answers when there is no FastCGI application is, byte for byte,
# the fallback that problemc renders, and its id is in the log.

here=$(cd "$(dirname "$0")" && pwd)
. "$here/../scripts/lib.sh"
. "$here/serve.sh"

command -v curl >/dev/null || skip "curl is not installed"

# ---------------------------------------------------------------- nobody behind nginx

cat >nobody <<'END'
#!/bin/sh
trap 'exit 0' TERM
echo 0
while :; do
    sleep 0.1
done
END
chmod +x nobody
FASTCGI_SERVER=$OUT/nobody NGINX_LISTEN=$1 TMPDIR=$OUT
export FASTCGI_SERVER NGINX_LISTEN TMPDIR
serve sh "$here/fastcgi.sh" "$OUT/log"

# answers METHOD PATH [CURL-ARGUMENTS...]: the fallback.
answers() {
    method=$1 path=$2
    shift 2
    seen=$(cat log 2>/dev/null | wc -l)
    status=$(curl -s --max-time 10 -D head -o body -w '%{http_code}' "$@" "$address$path") ||
        fail "no response: $method $path"
    [ "$status" = 500 ] || { cat head body >&2; fail "$status: $method $path"; }
    # nginx writes its log when the response is out.
    i=0
    until [ "$(wc -l <log)" -gt "$seen" ]; do
        i=$((i + 1))
        [ $i -lt 100 ] || fail "no record: $method $path"
        sleep 0.05
    done
    tail -1 log >record
    id=$(sed -n 's/.*"problem.occurrence":"\([0-9a-f-]*\)".*/\1/p' record)
    grep -qF "\"http.request.method\":\"$method\"" record || { cat record >&2; fail "$method"; }
    "$PROBLEMC" render "$SOURCE/registry/payments.yaml" internal-error --id "$id" >rendered ||
        fail "no such id: $id"
    sed '1,/^\r$/d' rendered | tr -d '\n' >wanted
    for field in HTTP/1.1 Content-Type: Cache-Control: Content-Length:; do
        grep "^$field" head >got
        grep "^$field" rendered | cmp - got || { cat head >&2; fail "$field $method $path"; }
    done
}

answers GET /ok
tr -d '\n' <body | cmp - wanted || fail "another body"
answers GET /problems/not-found
tr -d '\n' <body | cmp - wanted || fail "another body"
answers HEAD /ok --head
answers POST /ok --data-binary x

# Errors of nginx's own, which the application would have answered.
head -c 100000 /dev/zero >large
answers POST /ok --data-binary @large
tr -d '\n' <body | cmp - wanted || fail "another body"
answers GET /%zz
answers TRACE /ok -X TRACE
answers GET /problem/413

sed 's/.*"problem.occurrence":"\([^"]*\)".*/\1/' log | sort | uniq -d >twice
[ ! -s twice ] || fail "ids that came twice: $(cat twice)"

served
