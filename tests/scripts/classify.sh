# classify.sh FOREIGN REGISTRY...: the C of `classify` compiles everywhere beside the headers in FOREIGN, and not beside others; what
# does not compile says why.

. "$(dirname "$0")/lib.sh"

foreign=$1
shift
include="-I. -I$foreign -I$SOURCE/runtime/include"
strict="$STRICT -Wstrict-prototypes -Wmissing-prototypes -Wvla -Werror"

# passes COMMAND...: it compiles, without a word.
passes() {
    expect 0 "$@"
    silent stderr
}

# refuses TEXT COMMAND...
refuses() {
    text=$1
    shift
    expect 1 "$@"
    prints stderr "error: "
    prints stderr "$text"
}

# compile DIRECTORY REGISTRY
compile() {
    "$PROBLEMC" compile "$2" -I "$SOURCE/registry" -o "$1" || fail "$2 does not compile"
}

# ---------------------------------------------------------------- every compiler and standard

for registry in "$@"; do
    compile all "$registry"
done
for header in all/*_from_*.h; do
    echo "#include \"${header#all/}\"" >"$(basename "$header" .h).c"
done
# shellcheck disable=SC2086
for compiler in $(compilers gcc clang); do
    for header in *_from_*.c; do
        for standard in c99 c11 c17 c2x; do
            passes "$compiler" -std=$standard $strict -Iall $include -fsyntax-only -x c "$header"
        done
    done
    for source in all/*_from_*.c; do
        name=$(basename "$source" .c)
        public="^${name}$|^${name%%_from_*}_raise_from_${name#*_from_}_$"
        for options in "-std=c11 -O0" "-std=c11 -O2" "-std=c17 -Os" "-std=c2x -O3"; do
            passes "$compiler" $options $strict -Iall $include -fPIC -c -o object.o "$source"
            nm --defined-only --extern-only object.o | awk '{ print $3 }' | grep -Ev "$public" >symbols &&
                fail "$compiler $source: $(cat symbols)"
            # Nothing to write to or to set up: a switch's table and the outcomes are constant, and relative to themselves.
            readelf -SW object.o | grep -E ' \.(data|bss|tdata|tbss|init_array|ctors)[^ ]* +(PROGBITS|NOBITS|INIT_ARRAY) ' |
                sed 's/.*\(BITS\|ARRAY\)//' | awk '$3 != "000000"' >unwanted
            [ -s unwanted ] && fail "$compiler $source has data: $(readelf -SW object.o)"
        done
    done
done
# shellcheck disable=SC2086
for compiler in $(compilers g++ clang++); do
    for header in *_from_*.c; do
        for standard in c++11 c++14 c++17 c++20; do
            passes "$compiler" -std=$standard $STRICT -Werror -Iall $include -fsyntax-only -x c++ "$header"
        done
    done
done
rm ./*_from_*.c

# ---------------------------------------------------------------- an enum and its header

boxlite=$SOURCE/registry/boxlite.yaml
compile boxlite "$boxlite"
source=boxlite/boxlite_from_boxlite.c

# header DIRECTORY SED: boxlite.h, changed.
header() {
    mkdir -p "$1"
    sed "$2" "$foreign/boxlite.h" >"$1/boxlite.h"
    cmp -s "$1/boxlite.h" "$foreign/boxlite.h" && fail "sed $2 changes nothing"
}

# registry DIRECTORY SED: what boxlite.yaml becomes, changed.
registry() {
    sed "$2" "$boxlite" >boxlite.yaml
    cmp -s boxlite.yaml "$boxlite" && fail "sed $2 changes nothing"
    compile "$1" boxlite.yaml
}

header gained 's/ResourceExhausted = 20/ResourceExhausted = 20, Gained = 21 + 1/'
header named 's/ResourceExhausted = 20/ResourceExhausted = 20, SessionReaped = 21/'
header renamed 's/RpcTransport/RpcWire/'
header twice 's/ResourceExhausted = 20/ResourceExhausted = 20, NotThere = NotFound/'
header number 's/^typedef enum BoxliteErrorCode/enum Codes/; s/^} BoxliteErrorCode/}; typedef int BoxliteErrorCode/'
header unsigned 's/^typedef enum BoxliteErrorCode/enum Codes/; s/^} BoxliteErrorCode/}; typedef unsigned BoxliteErrorCode/'
header tag 's/^typedef enum BoxliteErrorCode/enum BoxliteErrorCode/; s/^} BoxliteErrorCode/}; typedef int BoxliteErrorCode/'
registry short '/^      Rpc: /d'
registry both 's/^      NotFound: .*/&\n      NotThere: not-found/'
registry reaped 's/^      NotFound: .*/&\n      SessionReaped: session-reaped/'
registry tagged 's/enum: BoxliteErrorCode/enum: enum BoxliteErrorCode/'
registry negative 's/^      21: session-reaped.*/      -21: session-reaped/'

# shellcheck disable=SC2086
for compiler in $(compilers gcc clang); do
    # -Wno-switch comes from others' build files, too; warnings that are not asked for must not be needed.
    for options in "" "-Wno-switch" "$strict"; do
        c="$compiler -std=c11 $options -I$SOURCE/runtime/include -fsyntax-only"
        passes $c -Iboxlite -I"$foreign" $source
        refuses "'Gained' not handled in switch" $c -Iboxlite -Igained $source
        prints stderr "switch (code_) { /* each enumerator needs a row in the registry: see above */"
        refuses "'Rpc' not handled in switch" $c -Ishort -I"$foreign" short/boxlite_from_boxlite.c
        passes $c -Iboxlite -Inamed $source
        passes $c -Iboxlite -Itwice $source
        passes $c -Inegative -I"$foreign" negative/boxlite_from_boxlite.c
        refuses "RpcTransport" $c -Iboxlite -Irenamed $source
        prints stderr "undeclared"
        refuses "duplicate case value" $c -Iboth -Itwice both/boxlite_from_boxlite.c
        refuses "duplicate case value" $c -Ireaped -Inamed reaped/boxlite_from_boxlite.c
        refuses "BoxliteErrorCode is a number to C" $c -Iboxlite -Inumber $source
        refuses "BoxliteErrorCode is a number to C" $c -Iboxlite -Iunsigned $source
        passes $c -Itagged -Itag tagged/boxlite_from_boxlite.c
    done
done
for text in "not handled" "duplicate case value" "undeclared"; do
    grep -q "^ \* - \"[^\"]*$text" $source || fail "the generated source does not say what to do: $text"
done

# ---------------------------------------------------------------- files of different runs

registry other 's/title: Not found/title: Not here/'
registry rows 's/^      Rpc: .*/      Rpc: engine/'
for mixed in "boxlite other" "other boxlite" "rows boxlite" "boxlite rows"; do
    for file in problems.h from_boxlite.h from_boxlite.c; do
        one=${mixed% *} another=${mixed#* }
        rm -rf mixed && cp -r "$one" mixed && cp "$another/boxlite_$file" mixed
        cmp -s "$one/boxlite_$file" "$another/boxlite_$file" && continue
        refuses "were not made in one run" gcc -std=c11 -Imixed -I"$foreign" -I"$SOURCE/runtime/include" -fsyntax-only \
            mixed/boxlite_from_boxlite.c
    done
done
same boxlite/boxlite_problems.h rows/boxlite_problems.h
same boxlite/boxlite_problems.c rows/boxlite_problems.c

# ---------------------------------------------------------------- a rule for messages goes

registry ruleless '/^    messages:/,/^        remove-by:/d'
same boxlite/boxlite_problems.h ruleless/boxlite_problems.h
same boxlite/boxlite_problems.c ruleless/boxlite_problems.c
for file in boxlite_from_boxlite.h boxlite_from_boxlite.c; do
    # What was added is that the message is of no use any more, and the digests.
    diff boxlite/$file ruleless/$file | grep '^>' | grep -v -e DIGEST -e '^>     (void)message_;$' >added &&
        fail "$file without its rule has more: $(cat added)"
    diff boxlite/$file ruleless/$file | grep -c '^<' >gone
    [ "$(cat gone)" -le 25 ] || fail "$file loses more than its rule: $(diff boxlite/$file ruleless/$file)"
done
cat >statuses.c <<'END'
#include "boxlite_from_boxlite.h"

#include <stdio.h>

int main(void)
{
    static const char *const messages[] = {
        NULL, "", "User 'x' not found in /etc/passwd", "not found in /etc/shadow", "/etc/passwd: %n%s", "/etc/passwd not found in image"};
    for (int code = -1; code < 24; code++)
        for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
            struct problem problem = PROBLEM_INIT;
            boxlite_raise_from_boxlite(&problem, (BoxliteErrorCode)code, messages[i]);
            printf("%d %zu %d %d\n", code, i, problem_status(&problem), boxlite_from_boxlite((BoxliteErrorCode)code, messages[i]) != 0);
        }
    return 0;
}
END
for directory in boxlite ruleless; do
    cc -std=c11 -I$directory -I"$foreign" -I"$SOURCE/runtime/include" -I"$SOURCE/runtime/src" -o $directory/statuses statuses.c \
        $directory/*.c "$SOURCE"/runtime/src/*.c || fail "$directory does not link"
    $directory/statuses >$directory.txt || fail "$directory/statuses"
done
diff boxlite.txt ruleless.txt >changed
cat >expected <<'END'
< 1 2 400 1
< 1 5 400 1
> 1 2 500 1
> 1 5 500 1
END
grep '^[<>]' changed | sort >lines
same lines expected
grep -qx '0 0 500 0' boxlite.txt || fail "Ok is a problem: $(cat boxlite.txt)"
grep -qx '21 0 410 1' boxlite.txt || fail "21 is not session-reaped: $(cat boxlite.txt)"
exit 0
