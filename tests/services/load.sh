# load.sh STRICT_JSON_FILES SECONDS SERVER [ARGUMENT...]: many clients at once that get nothing but
# errors. Every response is looked at, and every record. LOAD_SECONDS, 10 at most, replaces SECONDS.

here=$(cd "$(dirname "$0")" && pwd)
. "$here/../scripts/lib.sh"
. "$here/serve.sh"

command -v wrk >/dev/null || skip "wrk is not installed"
command -v curl >/dev/null || skip "curl is not installed"

strict_json_files=$1 seconds=${LOAD_SECONDS:-$2}
shift 2
[ "$seconds" -le 10 ] || fail "LOAD_SECONDS=$seconds is more than 10"

TSAN_OPTIONS="${TSAN_OPTIONS-} suppressions=$here/tsan.supp"
export TSAN_OPTIONS

serve "$@" "$OUT/log"

# ---------------------------------------------------------------- what is expected

{
    echo 'return {'
    for path in /problems/insufficient-funds /problems/rate-limited /problems/validation-failed \
        /problems/access-denied /problems/internal-error /nothing; do
        head=$(curl -s -o body -w '%{http_code} %{content_type}' "$address$path") || fail "no $path"
        [ "$("$strict_json_files" body)" = "yes " ] || fail "no JSON: $(cat body)"
        sed 's/\(.*"urn:uuid:\)[0-9a-f-]*\(".*\)/\1\n\2\n/' body >parts
        printf '{path=[[%s]], status=%s, type=[[%s]], head=[[%s]], tail=[[%s]]},\n' "$path" \
            "${head%% *}" "${head#* }" "$(sed -n 1p parts)" "$(sed -n 2p parts)"
    done
    echo '}'
} >expected.lua
asked=6

# ---------------------------------------------------------------- the load

wrk -t 2 -c 32 -d "${seconds}s" --timeout 10s -s "$here/load.lua" "$address" -- expected.lua \
    >report || fail "wrk: $(cat report)"
served
answered=$(sed -n 's/^answered //p' report)
[ "${answered:-0}" -gt 100 ] || fail "hardly an answer: $(cat report)"
grep -qx 'malformed 0' report || fail "malformed: $(cat report)"
grep -qx 'broken 0' report || fail "broken: $(cat report)"

# ---------------------------------------------------------------- the records

# One a line and whole, none twice, and none missing; those of answers that wrk did not wait for
# come in addition.
records=$(wc -l <log)
[ "$records" -ge $((answered + asked)) ] || fail "$records records of $answered answers"
grep -cvE '^\{"timestamp":"[^"]*",.*"problem\.occurrence":"[0-9a-f-]{36}".*\}$' log >torn
[ "$(cat torn)" = 0 ] || fail "$(cat torn) torn records"
sed -n 's/.*"problem\.occurrence":"\([^"]*\)".*/\1/p' log | sort | uniq -d >twice
[ ! -s twice ] || fail "ids that came twice: $(head -3 twice)"
step=$((records / 200 + 1))
awk -v step=$step 'NR % step == 0 { file = "record." NR; print >file; close(file) }' log
"$strict_json_files" record.* | grep -v '^yes' && fail "records that are no JSON"
rm -f log record.*

echo "$answered answers and $records records in $seconds s, all well-formed"
grep -E 'Latency|Requests/sec' report
