# digest.sh: a header and a source of different runs do not compile together, nor does a header with another runtime; in one
# unit, those of one run do.

. "$(dirname "$0")/lib.sh"

"$PROBLEMC" compile "$SOURCE/registry/payments.yaml" -o old || fail "payments.yaml does not compile"
sed 's/Too many requests/Too much/' "$SOURCE/registry/payments.yaml" >payments.yaml
"$PROBLEMC" compile payments.yaml -o new || fail "the other payments.yaml does not compile"
cmp -s old/payments_problems.c new/payments_problems.c && fail "another title gives the same source"

# refused TEXT COMMAND...
refused() {
    text=$1
    shift
    expect 1 "$@"
    prints stderr "error"
    prints stderr "$text"
}

mkdir abi
sed 's/^#define PROBLEM_ABI .*/#define PROBLEM_ABI 999/' "$SOURCE/runtime/include/problem.h" >abi/problem.h
for compiler in $(compilers gcc clang); do
    for pair in old:new new:old; do
        mkdir -p mixed && cp "${pair%:*}/payments_problems.h" "${pair#*:}/payments_problems.c" mixed
        refused "were not made in one run" \
            "$compiler" -std=c11 -I"$SOURCE/runtime/include" -fsyntax-only mixed/payments_problems.c
    done
    refused "run problemc again" "$compiler" -std=c11 -Iabi -fsyntax-only old/payments_problems.c
    expect 0 "$compiler" -std=c11 -I"$SOURCE/runtime/include" -fsyntax-only new/payments_problems.c

    # The tables take but the digest of their header: in one unit with a service, that has all of it.
    for order in "h c h" "c h"; do
        for kind in $order; do
            echo "#include \"payments_problems.$kind\""
        done >new/unit.c
        echo "enum payments_problem first(void) { return payments_find_code(\"\", 0); }" >>new/unit.c
        expect 0 "$compiler" -std=c11 -Wall -Wextra -Wpedantic -Werror -I"$SOURCE/runtime/include" -fsyntax-only new/unit.c
    done
done
