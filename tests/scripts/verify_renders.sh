# verify_renders.sh RENDER_CASES REGISTRY [OPTION...]: `problemc verify` has nothing against whatever a service of the registry sends:
# every problem with its least and most, answers to HEAD, to those who refuse application/problem+json.

. "$(dirname "$0")/lib.sh"

program=$1 registry=$2
shift 2
"$PROBLEMC" view "$registry" >view.json || fail "no view of $registry"
mkdir cases
count=$("$program" view.json cases) || fail "$program gives no cases"
[ "$count" -gt 0 ] || fail "there are no cases"

i=0
while [ "$i" -lt "$count" ]; do
    head=
    grep -qx -e --head "cases/$i.arguments" && head=--head
    read -r code <"cases/$i.arguments"
    # What is sent for a concealed problem is another.
    expect=--expect=$code
    "$PROBLEMC" verify "$registry" "$expect" view.json 2>&1 | grep -q 'is concealed' && expect=
    expect 0 "$PROBLEMC" verify "$registry" $head $expect "$@" "cases/$i.response"
    i=$((i + 1))
done
echo "$count cases"
