# control_plane.sh CONTROL_PLANE SERVER: a client that decides by the registry whether to try again
# is right about every problem of a real server.

here=$(cd "$(dirname "$0")" && pwd)
. "$here/../scripts/lib.sh"
. "$here/serve.sh"

control_plane=$1
shift
serve "$@" "$OUT/log"

# What the registry says: the code, or that of the problem which it hides behind, and whether to try
# again.
cat >expected.mustache <<'END'
{{#problems}}
{{code}} {{^concealed_as}}{{code}}{{/concealed_as}}{{#concealed_as}}{{concealed_as}}{{/concealed_as}} {{retry}}
{{/problems}}
END
"$PROBLEMC" template "$SOURCE/registry/payments.yaml" expected.mustache >declared || fail "no template"
[ "$(wc -l <declared)" -gt 10 ] || fail "hardly a problem: $(cat declared)"

while read -r code sent retry; do
    # What is sent decides: its own line says how often to try.
    retry=$(awk -v code="$sent" '$1 == code { print $3 }' declared)
    case $retry in same-request | after-delay) verdict=transient ;; *) verdict=permanent ;; esac
    "$control_plane" "$address/problems/$code" >decided || fail "no answer: $code"
    grep -q "^$sent $verdict " decided || fail "$code: $(cat decided), expected $sent $verdict"
done <declared
"$control_plane" "$address/problems/rate-limited" >decided
grep -qx 'rate-limited transient 30' decided || fail "Retry-After: $(cat decided)"
"$control_plane" "$address/nothing" "$address/ok" >decided
printf 'not-found permanent -1\nunknown permanent -1\n' >wanted
same wanted decided

served
