#!/bin/sh
# The README's tutorial, followed by its own code blocks: the registry, its response, the service.
. "$(dirname "$0")/lib.sh"

# block LANGUAGE NUMBER: that code block of the README.
block() {
    awk -v fence="\`\`\`$1" -v wanted="$2" '
        /^```/ { inside = !inside; if (inside) count += ($0 == fence); shown = $0 == fence; next }
        inside && shown && count == wanted' "$SOURCE/README.md"
}

block yaml 1 >shop.yaml
block c 1 >main.c
expect 0 "$PROBLEMC" check --strict shop.yaml
expect 0 "$PROBLEMC" render shop.yaml out-of-stock article=A-7 left=1
tr -d '\r' <stdout >rendered
while IFS= read -r line; do
    grep -qxF -e "$line" "$SOURCE/README.md" || fail "the README does not have: $line"
done <rendered

sed 's/{article} are left/{artikle} are left/' shop.yaml >mistaken.yaml
expect 1 "$PROBLEMC" check mistaken.yaml
prints stderr 'detail names {artikle}, which is not a member of out-of-stock [unknown-placeholder]'
sed -n 2,4p stderr >shown
while IFS= read -r line; do
    grep -qxF -e "$line" "$SOURCE/README.md" || fail "the README does not have: $line"
done <shown

# The gate for pull requests: as in a clone whose main is where it was.
if command -v git >/dev/null; then
    mkdir gate && cp shop.yaml gate && cd gate || fail "no directory gate"
    git init -q . && git add shop.yaml &&
        git -c user.name=Ada -c user.email=ada@example.com commit -q -m shop &&
        git update-ref refs/remotes/origin/main HEAD || fail "git"
    sed 's/max: 32/max: 16/; /^      left:/d; s/Only {left} of {article} are left/Not enough of {article} is left/' ../shop.yaml >shop.yaml
    expect 1 "$PROBLEMC" diff shop.yaml --against git:origin/main
    silent stderr
    cd ..
    sed -n '/^Breaking/,/^$/p' stdout >shown
    grep -q . shown || fail "nothing breaks"
    while IFS= read -r line; do
        grep -qxF -e "$line" "$SOURCE/README.md" || fail "the README does not have: $line"
    done <shown
fi

# What verify says there of a success that is none is what it says.
sed '1d; /^$/d; /^exit status/d' "$SOURCE/tests/verify/bad-success-false.expected" >shown
while IFS= read -r line; do
    grep -qxF -e "$line" "$SOURCE/README.md" || fail "the README does not have: $line"
done <shown

expect 0 "$PROBLEMC" compile shop.yaml -o .
cause='problem_because(problem, "reserving %s", article);'
grep -qF "\`$cause\`" "$SOURCE/README.md" || fail "the README does not have: $cause"
sed -i "s/^    int64_t stock = 1;/&\n    $cause/" main.c
gcc -std=c11 $STRICT -Werror -I. -I"$SOURCE/runtime/include" main.c shop_problems.c \
    "$SOURCE"/runtime/src/*.c -o shop || fail "the README's service does not compile"
expect 0 ./shop
prints stdout '"detail":"Only 1 of A-7 are left."'
prints stderr '"problem.member.warehouse":"wh-3"'
prints stderr '"problem.causes":["reserving A-7"]'
id=$(sed -n 's/.*"urn:uuid:\([0-9a-f-]*\)".*/\1/p' stdout)
prints stderr "\"problem.occurrence\":\"$id\""
exit 0
