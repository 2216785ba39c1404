# portable.sh GENERATED REGISTRY...: the runtime without vector instructions (PROBLEM_PORTABLE) gives the same bytes as with them: texts
# of every shape, ids, and every case of every problem of the registries. GENERATED is tests/generated.

. "$(dirname "$0")/lib.sh"

generated=$1
shift
cc -dM -E -x c /dev/null 2>/dev/null | grep -q __SSE2__ || skip "no vector code for this machine"
pkg-config libcjson || skip "no cJSON"
cjson="$(pkg-config --cflags --libs libcjson)"
runtime=$SOURCE/runtime
flags="-std=c11 -O2 -g -D_GNU_SOURCE $STRICT -Werror -I$runtime/include -I$runtime/src -I$generated"

# The runtime, once in each way.
for kind in vector portable; do
    mkdir $kind && cd $kind || fail "no directory $kind"
    [ $kind = portable ] && flags="$flags -DPROBLEM_PORTABLE"
    # shellcheck disable=SC2086 # a list of flags
    cc $flags -c "$runtime"/src/*.c || fail "the runtime does not compile: $kind"
    cd ..
done

# both NAME sources...: programs NAME.vector and NAME.portable
both() {
    name=$1
    shift
    # shellcheck disable=SC2086 # lists of flags
    {
        cc ${flags% *} "$@" "$OUT"/vector/*.o $cjson -lm -o "$name.vector" || fail "$name does not compile"
        cc $flags "$@" "$OUT"/portable/*.o $cjson -lm -o "$name.portable" || fail "$name does not compile portably"
    }
}

both texts "$generated/portable.c"
texts=$PROBLEMC_CORPORA/utf8tests/utf8tests.bin
[ -n "$PROBLEMC_CORPORA" ] && [ -r "$texts" ] || {
    echo "no PROBLEMC_CORPORA: without hostile UTF-8"
    texts=
}
for kind in vector portable; do
    # shellcheck disable=SC2086
    ./texts.$kind $texts >"texts.$kind.out" || fail "texts.$kind"
done
[ -s texts.vector.out ] || fail "no texts"
same texts.vector.out texts.portable.out

for registry in "$@"; do
    name=$(basename "$registry" .yaml)
    mkdir "$name" && cd "$name" || fail "no directory $name"
    expect 0 "$PROBLEMC" compile "$registry" -o .
    "$PROBLEMC" template "$registry" "$generated/raise.c.mustache" >raise.c || fail "no raise.c"
    "$PROBLEMC" view "$registry" >view.json || fail "no view"
    both cases -I. raise.c ./*_problems.c "$generated/render_cases.c" "$generated/cases.c" "$generated/text_values.c" \
        "$generated/answer.c" "$generated/strict_json.c"
    for kind in vector portable; do
        mkdir $kind
        ./cases.$kind view.json $kind >"$kind.count" || fail "cases.$kind of $name"
    done
    [ "$(cat vector.count)" -gt 0 ] || fail "no cases of $name"
    diff -r vector portable >/dev/null || fail "cases of $name differ"
    cd ..
done
exit 0
