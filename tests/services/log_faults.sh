# log_faults.sh SERVER [ARGUMENT...]: what happens to the log never shows in a response. A full disk,
# a pipe whose reader does not read, and one whose reader has gone: the same answers as with a log
# that works, at once, from a server that lives on.

here=$(cd "$(dirname "$0")" && pwd)
. "$here/../scripts/lib.sh"
. "$here/serve.sh"

command -v curl >/dev/null || skip "curl is not installed"
[ -w /dev/full ] || skip "there is no /dev/full"

codes=$("$PROBLEMC" view "$SOURCE/registry/payments.yaml" | sed -n 's/^ *"code": "\([a-z-]*\)",$/\1/p')
[ "$(echo "$codes" | wc -l)" -gt 10 ] || fail "hardly a code: $codes"

# answers NAME: every problem by GET and HEAD, and what is no problem, in the file NAME. Ids and the
# time are as they come.
answers() {
    for code in $codes; do
        curl -s -i --max-time 5 "$address/problems/$code" || fail "$1: no answer to GET $code"
        curl -s -I --max-time 5 "$address/problems/$code" || fail "$1: no answer to HEAD $code"
    done >responses
    curl -s -i --max-time 5 "$address/ok" >>responses || fail "$1: no answer to GET /ok"
    sed -e 's/urn:uuid:[0-9a-f-]\{36\}/ID/g' -e '/^[Dd]ate:/d' responses >"$1"
}

serve "$@" "$OUT/log"
answers working
served
[ "$(wc -l <log)" -ge "$(echo "$codes" | wc -l)" ] || fail "hardly a record"

serve "$@" /dev/full
answers full
served
same working full

# Its buffer is full from the beginning, and a reader is there that never reads.
mkfifo pipe
sleep 300 <pipe &
reader=$!
exec 4>pipe
dd if=/dev/zero of=/dev/fd/4 bs=1 count=1000000 oflag=nonblock 2>/dev/null
serve "$@" "$OUT/pipe"
answers stuck
same working stuck

# The same pipe, and now nobody is there.
kill $reader
wait $reader 2>/dev/null
exec 4>&-
answers closed
served
same working closed
