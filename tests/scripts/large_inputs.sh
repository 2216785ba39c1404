# large_inputs.sh: inputs of a megabyte and more that are made to take long. Each is explained within 20 seconds.

. "$(dirname "$0")/lib.sh"

begin() {
    printf 'problemc: 1\nregistry: large\ntitle: Large\nbase: https://large.example.com/\nfallback: internal-error\n'
}

problems() {
    printf 'problems:\n  internal-error: {status: 500, title: Internal error}\n'
}

# repeat TEXT BYTES: the text over and over.
repeat() {
    yes -- "$1" | tr -d '\n' | head -c "$2"
}

# try STATUS NAME: reads the file from standard input.
try() {
    cat >"$2.yaml"
    started=$(date +%s)
    expect "$1" timeout 20 "$PROBLEMC" check "$2.yaml"
    echo "$2: $(wc -c <"$2.yaml") bytes, $(($(date +%s) - started)) s"
    [ "$(wc -c <stderr)" -lt 200000 ] || fail "$2: $(wc -c <stderr) bytes of messages"
    rm "$2.yaml"
}

{ repeat '[' 1048576; } | try 1 'nested lists'
{ repeat '{a: ' 1048576; } | try 1 'nested mappings'
{ repeat '- ' 1048576; } | try 1 'lists in lists'
{ repeat '? ' 1048576; } | try 1 'keys in keys'
{ begin; problems; awk 'BEGIN { for (i = 0; i < 40000; i++) { printf "%*s%s:\n", i % 60 + 2, "", "k" i } }'; } |
    try 1 'a staircase'
{ repeat 'x' 1048576; } | try 1 'one word'
{ repeat 'x y ' 1048576; } | try 1 'one line'
{ printf 'title: "'; repeat '\u4E2D' 1048576; printf '"\n'; } | try 1 'one line of escapes'
{ printf 'title: '; repeat '"' 1048576; } | try 1 'quotes'
{ printf 'title: '; repeat "'x' " 1048576; } | try 1 'quoted words'
{ repeat 'a: 1
' 1048576 | sed 's/a: 1/a: 1\n/g'; } | try 1 'the same key'
awk 'BEGIN { for (i = 0; i < 100000; i++) print "key-" i ": 1" }' | try 1 'unknown keys'
awk 'BEGIN { for (i = 0; i < 60000; i++) print "k" i ": &a" i " x" }' | try 1 'anchors'
awk 'BEGIN { print "a: &a x"; for (i = 0; i < 60000; i++) print "k" i ": *a" }' | try 1 'aliases'
awk 'BEGIN { for (i = 0; i < 60000; i++) print "---\na: 1" }' | try 1 'documents'
awk 'BEGIN { for (i = 0; i < 1048576; i++) print "" }' | try 1 'empty lines'
awk 'BEGIN { for (i = 0; i < 500000; i++) print "#" }' | try 1 'comments'
head -c 1048576 /dev/zero | try 1 'NULs'
head -c 1048576 /dev/zero | tr '\0' '\377' | try 1 'no UTF-8'
repeat "$(printf '\342\200\256')" 1048576 | try 1 'bidirectional controls'
{ begin; problems; awk 'BEGIN { printf "  a: {status: 400, title: A, detail: \""; for (i = 0; i < 500000; i++) printf "{{"; print "\"}" }'; } |
    try 1 'braces'
{ begin; problems; printf '  a: {status: 400, title: A, tags: ['; repeat 'x, ' 1048576; printf 'x]}\n'; } | try 0 'tags'
{ begin; problems; awk 'BEGIN { print "  a:\n    status: 400\n    title: A\n    members:"
    for (i = 0; i < 20000; i++) print "      member_" i ": {type: integer, example: 1, description: x}" }'; } | try 1 'members'
{ begin; problems; awk 'BEGIN { print "  a:\n    status: 400\n    title: A\n    detail: x {m}\n    members:\n      m:\n        type: enum\n        values:"
    for (i = 0; i < 60000; i++) print "          - value-" i }'; } | try 1 'values'
{ begin; problems; awk 'BEGIN { p = "(a|aa)+"; for (i = 0; i < 200; i++) p = p "(a|aa)+"
    print "  a: {status: 400, title: A, members: {m: {type: identifier, pattern: \"^" p "$\"}}}" }'; } | try 1 'a pattern'
{ begin; problems; awk 'BEGIN { print "  a: {status: 400, title: A, detail: \"x {mm}\", members: {mm: {type: identifier, pattern: \"^(a|b)*a(a|b){30}$\"}}}" }'; } |
    try 1 'a pattern with many states'
{ begin; awk 'BEGIN { print "reserved:"; for (i = 0; i < 30000; i++) print "  - {code: r-" i ", id: 7}" }'; problems; } |
    try 1 'reserved codes'
{ begin; printf 'checks:\n  missing-help: {level: off, because: many}\n  missing-description: {level: off, because: many}\n'; problems
    awk 'BEGIN { for (i = 0; i < 100000; i++) printf "  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-%06d: {status: 400, title: A}\n", i }'; } |
    try 0 'many problems'
{ begin; problems; awk 'BEGIN { for (i = 0; i < 50000; i++) printf "  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-%06d: {staus: 400, titel: A}\n", i }'; } |
    try 1 'many mistakes'
{ begin; problems; awk 'BEGIN { printf "  a: {status: 400, title: A, detail: \""; for (i = 0; i < 150000; i++) printf "{m" i "}"; print "\"}" }'; } |
    try 1 'placeholders'
{ begin; problems; awk 'BEGIN { printf "  a: {status: 400, title: A, description: \""; for (i = 0; i < 70000; i++) printf "/etc/passwd %d,", i; print "\"}" }'; } |
    try 0 'leaks'
{ begin; problems; awk 'BEGIN { for (i = 0; i < 5000; i++) printf "  p-%06d: {status: 400, title: A, violations: {member: errors}}\n", i
    print "rules:"; for (i = 0; i < 12000; i++) printf "  r-%06d: {detail: Must be.}\n", i }'; } | try 1 'rules'
