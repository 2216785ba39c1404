# one_source.sh: an edit of a registry moves everything that is made of it, together: code and what a service says that is linked with
# it, the problem's page in all its forms, its schema, OpenAPI. All show the new fact and none the old one, and what is about other
# problems stays as it was, byte for byte.

. "$(dirname "$0")/lib.sh"

command -v gcc >/dev/null || skip "gcc is not installed"

# What is known of each problem, then the response of the one that RAISE raises.
cat >service.c <<'C'
#include "payments_problems.h"
#include <stdio.h>

int main(void)
{
    static const char *const retries[] = {"never", "same-request", "after-delay", "after-fix"};
    static char buffer[PAYMENTS_RESPONSE_MAX], head[1024];
    struct problem problem = PROBLEM_INIT;
    struct problem_request request = {.method = "POST"};
    struct problem_response response;
    struct problem_info info;
    for (unsigned number = 1; number < 100; number++)
        if (problem_describe(PAYMENTS_REGISTRY, number, &info))
            printf("%u: %s, %d, %s, %s\n", number, info.code, info.status, info.title, retries[info.retry]);
    RAISE;
    problem_respond(PAYMENTS_REGISTRY, &problem, &request, buffer, sizeof buffer, &response);
    fwrite(head, 1, problem_write_head(&response, head, sizeof head), stdout);
    fwrite(response.body, 1, response.body_length, stdout);
}
C
mkdir runtime
for source in "$SOURCE"/runtime/src/*.c; do
    gcc -std=c11 -I"$SOURCE/runtime/include" -c "$source" -o "runtime/$(basename "$source" .c).o" || fail "no runtime"
done

# ---------------------------------------------------------------- all that is made of DIR/payments.yaml

# Each entry of an OpenAPI document as a file of its own, in two directories down: schemas/InsufficientFunds.
entries() {
    rm -rf "$2"
    mkdir "$2"
    awk -v into="$2" '
        /^  [a-z][A-Za-z]*:$/ { section = $1; sub(/:/, "", section); system("mkdir -p " into "/" section); next }
        /^    [^ ]*:/ { entry = $1; gsub(/[:"]/, "", entry) }
        section && /^    / { print >(into "/" section "/" entry) }' "$1"
}

# The header without what belongs to all problems together: paragraphs that name none, and the numbers of shared functions.
raises() {
    awk 'BEGIN { RS = ""; ORS = "\n\n" } /#define payments_(raise|set)_/' "$1" | sed 's/payments_\(raise\|set\)_[0-9]*_\(([0-9]*, [0-9]*,\)*/\1/'
}

# make DIR STATEMENT
make() {
    expect 0 "$PROBLEMC" compile "$1/payments.yaml" -o "$1/c"
    expect 0 "$PROBLEMC" docs "$1/payments.yaml" -o "$1/site"
    expect 0 "$PROBLEMC" openapi "$1/payments.yaml" -o "$1/openapi.json"
    expect 0 "$PROBLEMC" openapi "$1/payments.yaml" -o "$1/openapi.yaml"
    # Beside the problem's page, whatever its code.
    cat "$1"/site/payload-too-large/schema.json "$1"/site/body-too-long/schema.json >"$1/schema" 2>/dev/null
    entries "$1/openapi.yaml" "$1/entries"
    raises "$1/c/payments_problems.h" >"$1/raises"
    # Texts in tables are cut into pieces.
    tr -d '\n' <"$1/c/payments_problems.c" | sed 's/" *"//g' >"$1/tables"
    # shellcheck disable=SC2086
    gcc -std=c11 $STRICT -Werror "-DRAISE=$2" -I"$1/c" -I"$SOURCE/runtime/include" service.c "$1/c/payments_problems.c" runtime/*.o \
        -o "$1/service" || fail "$1 does not compile"
    expect 0 "$1/service"
    sed 's/urn:uuid:[0-9a-f-]*/urn:uuid:/' stdout >"$1/says"
}

# ---------------------------------------------------------------- what an edit does

# edit NAME SED-SCRIPT [STATEMENT]: the registry so edited, and all that is made of it.
edit() {
    edited=$1
    mkdir "$edited"
    sed "$2" before/payments.yaml >"$edited/payments.yaml"
    cmp -s before/payments.yaml "$edited/payments.yaml" && fail "$edited edits nothing"
    make "$edited" "${3:-$raise}"
    moved=0
}

# moves FILE OLD NEW: the old text is in it no longer, the new one is. Without OLD: there was none.
moves() {
    [ -z "$2" ] || grep -qF -e "$2" "before/$1" || fail "$edited: before, $1 has no: $2"
    ! grep -qF -e "$3" "before/$1" || fail "$edited: before, $1 already has: $3"
    [ -z "$2" ] || ! grep -qF -e "$2" "$edited/$1" || fail "$edited: $1 still has: $2"
    grep -qF -e "$3" "$edited/$1" || fail "$edited: $1 has no: $3"
    moved=$((moved + 1))
}

# moves_all OLD NEW FILE...
moves_all() {
    old=$1 new=$2
    shift 2
    for file in "$@"; do
        moves "$file" "$old" "$new"
    done
}

# stays FILE...
stays() {
    for file in "$@"; do
        same "before/$file" "$edited/$file"
    done
}

# only PATTERN: nothing else differs in the site, in OpenAPI and in what the header says of raising. Files are given as
# site/FILE and entries/SECTION/ENTRY, and raises.
only() {
    for part in site entries raises; do
        diff -rq "before/$part" "$edited/$part"
    done | sed -n "s,^Files before/\(.*\) and .* differ,\1,p; s,^Only in [a-z-]*/\([^:]*\): ,\1/,p" | sort -u >changed
    grep -vxE "$1" changed && fail "$edited: that changed, too"
    diff before/says "$edited/says" | grep '^[<>] [0-9]*:' | grep -v '^. 42:' && fail "$edited: that changed, too"
    echo "$edited: $moved facts, $(wc -l <changed) files or entries"
}

# ---------------------------------------------------------------- the edits

# One problem that is like no other, so that no page of another refers to it.
raise='payments_raise_payload_too_large(&problem, 88888)'
page=site/payload-too-large
pages="$page/index.html $page/index.md $page/index.json"
indexes='site/index.html site/llms.txt site/problems.json'
all_indexes='site/(index.html|llms.txt|problems.json)'
own='entries/(schemas|examples)/PayloadTooLarge'
mkdir before
payments | sed 's/limit: {type: integer, min: 0, example: 65536/limit: {type: integer, min: 0, max: 99999, example: 65536/' >before/payments.yaml
make before "$raise"
grep -q '"limit":88888}' before/says || fail "the service has no limit to say"

edit title 's/title: Payload too large/title: Body too long/'
# shellcheck disable=SC2086
moves_all 'Payload too large' 'Body too long' raises tables says c/payments_problems.h $pages $indexes openapi.json openapi.yaml
moves schema 'Payload too large' 'Body too long'
only "raises|$page/.*|$all_indexes|$own|entries/responses/ContentTooLarge"

edit status 's/status: 413/status: 507/'
moves raises '413 Payload' '507 Payload'
moves c/payments_problems.h '413 Payload' '507 Payload'
moves tables '\"status\":413,' '\"status\":507,'
moves_all 'HTTP/1.1 413 Content Too Large' 'HTTP/1.1 507 Insufficient Storage' says "$page/index.html" "$page/index.md" "$page/index.json"
moves says '42: payload-too-large, 413,' '42: payload-too-large, 507,'
moves says '"status":413,' '"status":507,'
moves "$page/index.html" '>413</span>' '>507</span>'
moves "$page/index.md" 'status: 413' 'status: 507'
moves_all '"status": 413,' '"status": 507,' "$page/index.json" site/problems.json openapi.json
moves site/index.html '>413</span>' '>507</span>'
moves site/llms.txt ': 413 `' ': 507 `'
moves openapi.json '"const": 413' '"const": 507'
moves openapi.yaml 'const: 413' 'const: 507'
moves openapi.yaml '    ContentTooLarge:' '    InsufficientStorage:'
moves schema 413 507
only "raises|$page/.*|$all_indexes|$own|entries/responses/(ContentTooLarge|InsufficientStorage)"

edit max 's/max: 99999/max: 77777/'
# The service says 88888, which does not fit any more.
moves says '"detail":"The request has more than 88888 bytes.","instance"' '"status":413,"instance"'
moves "$page/index.html" '0 to 99999' '0 to 77777'
moves "$page/index.md" '0 to 99999' '0 to 77777'
moves "$page/index.json" '0 to 99999' '0 to 77777'
moves openapi.json '"maximum": 99999' '"maximum": 77777'
moves openapi.yaml 'maximum: 99999' 'maximum: 77777'
moves schema 99999 77777
stays raises site/index.html site/llms.txt
only "$page/.*|site/problems.json|entries/schemas/PayloadTooLarge"

edit member 's/^\( *\)limit: {.*max: 99999.*/&\n\1size: {type: integer, min: 0, example: 70001, description: What was sent.}/' \
    'payments_raise_payload_too_large(&problem, 88888, 88889)'
moves_all '' ' * int64_t size: What was sent.' raises c/payments_problems.h
moves says '"limit":88888}' '"limit":88888,"size":88889}'
moves tables '' '\"size\":'
moves "$page/index.html" '' 'What was sent.'
moves "$page/index.html" '' '<span class="name">&quot;size&quot;:</span>70001'
moves "$page/index.md" '"limit":65536}' '"limit":65536,"size":70001}'
moves "$page/index.json" '"limit":65536}' '"limit":65536,"size":70001}'
moves openapi.json '' '"description": "What was sent."'
moves openapi.yaml '' '        size: 70001'
moves schema '' '"size"'
stays site/index.html site/llms.txt
only "raises|$page/.*|site/problems.json|$own"

edit description "s/description: The request's body is larger than the API accepts/description: It is too much/"
for file in raises c/payments_problems.h "$page/index.md" "$page/index.json" $indexes openapi.json openapi.yaml "$page/index.html"; do
    case $file in
    *.html) moves "$file" 'The request&#39;s body is larger than the API accepts.' 'It is too much.' ;;
    *) moves "$file" "The request's body is larger than the API accepts." 'It is too much.' ;;
    esac
done
moves schema "The request's body is larger than the API accepts." 'It is too much.'
stays says tables "entries/examples/PayloadTooLarge"
only "raises|$page/.*|$all_indexes|entries/schemas/PayloadTooLarge"

edit code 's/^  payload-too-large:/  body-too-long:/' 'payments_raise_body_too_long(&problem, 88888)'
moves c/payments_problems.h PAYMENTS_PAYLOAD_TOO_LARGE PAYMENTS_BODY_TOO_LONG
moves c/payments_problems.h payments_raise_payload_too_large payments_raise_body_too_long
moves_all errors/payload-too-large errors/body-too-long says openapi.json openapi.yaml site/problems.json site/sitemap.xml
moves tables '0payload-too-large' '0body-too-long' # the base is said once for all
moves schema errors/payload-too-large errors/body-too-long
moves_all PayloadTooLarge BodyTooLong openapi.json openapi.yaml
moves_all payload-too-large body-too-long site/index.html site/llms.txt
[ ! -e "code/$page" ] || fail "the old code still has a page"
for file in index.html index.md index.json; do
    sed 's/payload-too-large/body-too-long/g' "before/$page/$file" >renamed
    # Two bytes less in the body.
    sed -i 's/Content-Length: 223/Content-Length: 219/' renamed
    same renamed "code/site/body-too-long/$file"
done
only "raises|site/(payload-too-large|body-too-long)(/.*)?|$all_indexes|site/sitemap.xml|site/.problemc-files|entries/(schemas|examples)/(PayloadTooLarge|BodyTooLong|KnownProblem)|entries/responses/(ContentTooLarge|AnyProblem)"

# OpenAPI has no word for it.
edit retry '/^  payload-too-large:/,/retry:/s/retry: after-fix/retry: never/'
moves says '42: payload-too-large, 413, Payload too large, after-fix' '42: payload-too-large, 413, Payload too large, never'
moves "$page/index.html" 'Retry after a fix.' 'Do not retry.'
moves "$page/index.md" 'retry: after-fix' 'retry: never'
moves "$page/index.json" '"retry": "after-fix"' '"retry": "never"'
moves site/index.html 'data-status="413" data-retry="after-fix"' 'data-status="413" data-retry="never"'
moves site/llms.txt '`payload-too-large`, Retry after a fix.' '`payload-too-large`, Do not retry.'
stays raises openapi.json openapi.yaml
only "$page/.*|$all_indexes"
