# strict_json.sh STRICT_JSON_FILES: the checker that the other tests rely on, tried with JSONTestSuite.

. "$(dirname "$0")/lib.sh"

suite=${PROBLEMC_CORPORA:-}/jsontestsuite/test_parsing
[ -d "$suite" ] || skip "there is no JSONTestSuite: PROBLEMC_CORPORA is not set"

"$1" "$suite"/*.json >answers || fail "$1"
# RFC 8259 leaves duplicate keys to those who read them; here they are refused.
grep -q '^yes y_object_duplicated_key' answers && fail "duplicate keys pass"
grep ' y_' answers | grep -v duplicated_key | grep -v '^yes ' && fail "these are JSON"
grep ' n_' answers | grep -v '^no ' && fail "these are not JSON"
grep -c . answers
