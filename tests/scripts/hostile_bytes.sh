# hostile_bytes.sh: what a terminal would obey or reorder never reaches it, wherever it comes from.

. "$(dirname "$0")/lib.sh"

# The bytes: ESC, DEL, the C1 control CSI, RIGHT-TO-LEFT OVERRIDE, a line separator, a byte that is no UTF-8.
evil=$(printf 'a\033[31m\177\302\233b\342\200\256c\342\200\250d\342\201\246e\377f')

# clean FILE: has none of them.
clean() {
    for bytes in '[\001-\010\013-\037\177]' '\302[\200-\237]' '\342\200[\216\217\250-\256]' '\342\201[\246-\251]' '\377'; do
        # shellcheck disable=SC2059
        grep -aq "$(printf "$bytes")" "$1" || continue
        od -c "$1" | head -40 >&2
        fail "$2: raw bytes $bytes on $1"
    done
    [ -s "$1" ] || fail "$2: prints nothing"
}

# try ARGUMENT...: whatever the exit status, both formats for people are clean.
try() {
    "$PROBLEMC" "$@" >stdout 2>stderr </dev/null
    cat stdout >>stderr
    clean stderr "problemc $*"
}

registry() {
    sed -n '1,/^problems:/p' "$SOURCE/registry/payments.yaml" | sed '/^rules:/,/^problems:/d; s/^fallback: .*/fallback: x/'
}

cp "$SOURCE/registry/payments.yaml" good.yaml
{
    registry
    printf 'problems:\n  x: {status: 500, title: "%s", detail: "{nobody} %s", %s: 1}\n' "$evil" "$evil" "$evil"
} >texts.yaml
# YAML's own escapes bring control characters into values that are clean in the file.
{
    registry
    # shellcheck disable=SC2028
    echo 'problems: {x: {status: 500, title: "\e[31m \x9b \u202E \u2028 {nobody}", "\e]0;k\u202E\u2066": 1, retry: "\e[2J\u2067"}}'
} >escapes.yaml
cp texts.yaml "$evil.yaml"
{
    registry
    printf 'include: ["%s.yaml", "\\e[31m\\u202E.yaml"]\nproblems: {x: {status: 500, title: y}}\n' "$evil"
} >includes.yaml

for format in text github; do
    for file in texts.yaml escapes.yaml includes.yaml "$evil.yaml" "$evil/none.yaml"; do
        try check --format $format "$file"
        try check --color=never --format $format "$file"
    done
done
try "$evil"
try check "--$evil"
try check "-$evil"
try check --format "$evil" good.yaml
try check --strict="$evil" good.yaml
try check --today "$evil" good.yaml
try compile good.yaml "$evil" -o x
try compile good.yaml -o "/dev/null/$evil"
try compile good.yaml -o x --depfile "/dev/null/$evil"
try render good.yaml "$evil"
try render good.yaml not-found "$evil"
try render good.yaml not-found "$evil=1"
try render good.yaml insufficient-funds balance="$evil"
try render good.yaml not-found --id "$evil"
try render good.yaml validation-failed --violation "$evil"
try render good.yaml validation-failed --violation "/a $evil"
try render good.yaml validation-failed --violation "/a minimum limit=$evil"
printf '%s {{nothing}} {{%s}} {{#%s}}' "$evil" "$evil" "$evil" >"$evil.mustache"
try template good.yaml "$evil.mustache"
try diff "$evil" good.yaml
try diff good.yaml "$evil"
try diff good.yaml --against "$evil"
try diff good.yaml --against "git:$evil"
try diff "/$evil/$evil" --against git:HEAD
# An old registry that no check has seen.
sed 's|^base: .*|base: "https://example.com/\\u202e\\u2028/"|' good.yaml >old.yaml
for format in text json github sarif; do
    try diff --format $format old.yaml good.yaml
    grep -qF 'base is' stderr || fail "diff --format $format: $(cat stderr)"
done
exit 0
