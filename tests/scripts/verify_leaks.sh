# verify_leaks.sh: real error messages and traces, in every place of a response where they may come out: each is refused, and not for
# its form alone.

. "$(dirname "$0")/lib.sh"

corpora=${PROBLEMC_CORPORA:-}
[ -d "$corpora/leak-samples" ] || skip "there are no corpora: PROBLEMC_CORPORA is not set"

registry=$SOURCE/tests/verify/leaks.yaml
id=urn:uuid:7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12
count=0

# escaped: standard input as the content of a JSON string.
escaped() {
    LC_ALL=C tr -d '\000-\010\013-\037\177-\377' | sed 's/[\\"]/\\&/g; s/\t/\\t/g' | awk '{printf "%s%s", sep, $0; sep = "\\n"}'
}

# respond [HEADER...]: the response whose body is `body`.
respond() {
    printf '%s\r\n' 'HTTP/1.1 500 Internal Server Error' "Content-Type: ${type:-application/problem+json}" \
        'Cache-Control: no-store' "Content-Length: $(wc -c <body | tr -d ' ')" "$@" ''
    cat body
}

# refused WHAT: the response leaks, says the verifier.
refused() {
    expect 1 "$PROBLEMC" verify "$registry" response
    grep -q '\[leak-' stdout || { cat response stdout >&2; fail "$file as $1: no leak is found"; }
    count=$((count + 1))
}

for file in "$corpora"/leak-samples/samples/* "$corpora"/leak-traces/*.txt; do
    text=$(escaped <"$file")
    head='"type":"https://example.com/errors/failed","title":"Failed","status":500'
    for member in detail note extra; do
        case $member in
        detail) body="{$head,\"detail\":\"$text\",\"instance\":\"$id\"}" ;;
        note) body="{$head,\"instance\":\"$id\",\"note\":\"$text\"}" ;;
        extra) body="{$head,\"instance\":\"$id\",\"debug\":{\"causes\":[\"$text\"]}}" ;;
        esac
        printf '%s' "$body" >body
        respond >response
        refused "$member"
    done
    printf '%s' "{$head,\"instance\":\"$id\"}" >body
    respond "X-Debug: $(tr -d '\000-\010\016-\037' <"$file" | tr '\n\r' '  ')" >response
    refused 'a header'
    cp "$file" body
    type=text/plain respond >response
    refused 'the body'
done
[ "$count" -gt 350 ] || fail "only $count responses"
echo "$count responses"
