# explain.sh: a problem's page in the terminal: plain in a pipe, coloured and through a pager on a terminal.

. "$(dirname "$0")/lib.sh"

payments=$SOURCE/registry/payments.yaml
guests=$SOURCE/tests/docs/guests.yaml

# ---------------------------------------------------------------- in a pipe

expect 0 "$PROBLEMC" explain "$payments" insufficient-funds
silent stderr
prints stdout 'Insufficient funds'
prints stdout '    HTTP/1.1 403 Forbidden'
prints stdout '      "balance":30.00,'
prints stdout '  - `cost`, number (decimal; 2 digits after the point), such as 50.00'
grep -q "$(printf '\033')" stdout && fail "colours in a pipe"
[ "$(awk '{ print length }' stdout | sort -n | tail -1)" -le 100 ] || fail "lines of over 100 columns"

expect 0 "$PROBLEMC" explain "$payments" insufficient-funds --color always
prints stdout "$(printf '\033[1mInsufficient funds\033[22m')"

expect 0 "$PROBLEMC" explain "$guests" room-locked
prints stdout 'No longer sent since 1.4.'

# ---------------------------------------------------------------- who may read what

expect 2 "$PROBLEMC" explain "$payments" access-denied
silent stdout
prints stderr 'problemc: access-denied is concealed: callers have no page of it'
expect 0 "$PROBLEMC" explain "$payments" access-denied --audience operator
prints stdout 'For the operator'
expect 0 "$PROBLEMC" explain "$guests" room-taken
grep -i secret stdout && fail "callers read what is for the operator"

expect 2 "$PROBLEMC" explain "$payments" insufficient-fund
silent stdout
prints stderr 'has no problem insufficient-fund'
prints stderr 'did you mean insufficient-funds?'
expect 2 "$PROBLEMC" explain "$payments"
prints stderr 'explain takes REGISTRY CODE'
sed 's/status: 403/status: 200/' "$payments" >wrong.yaml
expect 1 "$PROBLEMC" explain wrong.yaml insufficient-funds
silent stdout

# Every page of every registry, and all that the site says in Markdown.
for registry in "$SOURCE"/registry/*.yaml "$guests"; do
    grep -q '^registry:' "$registry" || continue
    expect 0 "$PROBLEMC" docs "$registry" -o site
    for page in site/*/index.md; do
        code=$(basename "$(dirname "$page")")
        expect 0 "$PROBLEMC" explain "$registry" "$code"
        [ -s stdout ] || fail "$code has an empty page"
    done
    rm -r site
done

# ---------------------------------------------------------------- on a terminal

command -v script >/dev/null || skip "no program script: nothing was tried on a terminal"

# on_terminal COMMAND: what it writes to a terminal of 60 columns, in `shown`.
on_terminal() {
    TERM=xterm script -qec "stty cols 60 rows 10; $1" /dev/null </dev/null | tr -d '\r' >shown
}

explain="'$PROBLEMC' explain '$payments' insufficient-funds"
on_terminal "NO_COLOR= PAGER='sed s/^/paged:/' $explain"
grep -q '^paged:.*Insufficient funds' shown || fail "not through the pager: $(cat shown)"
grep -q "$(printf '\033\\[1m')" shown || fail "no colours on a terminal"
grep -q '^paged:  https://api.example.com/errors/insufficient-funds is$' shown || fail "not as wide as the terminal: $(cat shown)"
on_terminal "NO_COLOR=1 PAGER=cat $explain"
grep -q "$(printf '\033\\[1m')" shown && fail "colours with NO_COLOR"
on_terminal "PAGER=/no/such/pager $explain"
grep -q 'Insufficient funds' shown || fail "nothing without a pager: $(cat shown)"
on_terminal "PAGER='head -1' $explain; echo status \$?"
grep -q 'status 0' shown || fail "a reader who leaves early is an error: $(cat shown)"
exit 0
