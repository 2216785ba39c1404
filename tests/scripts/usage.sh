# usage.sh: the command line: help, mistakes, exit statuses, and what goes to which stream.

. "$(dirname "$0")/lib.sh"

payments | sed '/^classify:/d' >good.yaml
sed 's/status: 429/status: 200/' good.yaml >bad.yaml
sed '/^    description: The resource does not exist/d' good.yaml >warned.yaml

# ---------------------------------------------------------------- help and mistakes

for arguments in --help help -h 'check --help' 'check -h' 'compile --help' 'diff --help' 'docs --help' 'render --help' 'openapi --help' 'view --help' \
    'template --help' 'init --help' 'schema --help' 'verify --help' --version; do
    # shellcheck disable=SC2086
    expect 0 "$PROBLEMC" $arguments
    silent stderr
    prints stdout problemc
done
expect 0 "$PROBLEMC" --help
for command in compile docs check diff render openapi view template init schema verify; do
    prints stdout "problemc $command"
done

# wrong TEXT ARGUMENT...: exit status 2, TEXT on standard error, nothing on standard output.
wrong() {
    text=$1
    shift
    expect 2 "$PROBLEMC" "$@"
    silent stdout
    prints stderr "$text"
}

wrong 'problemc compiles'
wrong 'there is no command frob' frob
wrong 'did you mean check' chek good.yaml
wrong 'takes REGISTRY' check
wrong 'takes REGISTRY CODE' render good.yaml
wrong 'takes REGISTRY FILE' template good.yaml
wrong 'no option --frob' check --frob good.yaml
wrong 'no option -x' check -x good.yaml
wrong 'no option --depfile' check --depfile x good.yaml
wrong 'text|json|sarif|github' check --format xml good.yaml
wrong '--format needs a value' check good.yaml --format
wrong '--strict takes no value' check --strict=yes good.yaml
wrong 'needs -o' compile good.yaml
wrong 'takes REGISTRY' openapi
wrong 'ends in neither' openapi good.yaml -o out.txt
wrong 'diff takes OLD NEW' diff good.yaml
wrong 'diff takes OLD NEW' diff
wrong 'one operand too many' diff good.yaml good.yaml good.yaml
wrong 'one operand too many' diff good.yaml good.yaml --against git:main
wrong '--against is git:REV' diff good.yaml --against main
wrong 'is not a date' diff good.yaml good.yaml --today soon
wrong 'no option --against' check good.yaml --against git:main
wrong 'one operand too many: good.yaml' compile good.yaml good.yaml -o out
wrong 'one operand too many' init x
wrong 'has no problem not-foudn' render good.yaml not-foudn
prints stderr 'did you mean not-found'
wrong 'no member balanse' render good.yaml insufficient-funds balanse=1
prints stderr 'did you mean balance'
wrong 'does not fit' render good.yaml insufficient-funds balance=x
wrong 'is not a UUID' render good.yaml not-found --id 7
wrong 'takes REGISTRY' verify
wrong 'text|json|tap' verify good.yaml --format github
wrong '<stdin> is empty' verify good.yaml
wrong 'no problem not-foudn' verify good.yaml --expect not-foudn
prints stderr 'did you mean not-found'
wrong 'no finding has the id leaks' verify good.yaml --allow leaks
wrong 'no rule' render good.yaml validation-failed --violation '/amount frob'
wrong 'no field errors' render good.yaml not-found --violation '/amount required'
[ ! -e out ] || fail "a mistake makes directories"

expect 0 "$PROBLEMC" check -- good.yaml
expect 0 "$PROBLEMC" compile -oattached good.yaml
expect 0 "$PROBLEMC" compile --output=long good.yaml
same attached/payments_problems.c long/payments_problems.c
expect 0 "$PROBLEMC" init
"$PROBLEMC" init >starter.yaml
expect 0 "$PROBLEMC" check --strict starter.yaml

# ---------------------------------------------------------------- exit statuses

expect 0 "$PROBLEMC" check good.yaml
silent stdout
silent stderr
expect 1 "$PROBLEMC" check bad.yaml
silent stdout
prints stderr 'error:'
expect 1 "$PROBLEMC" check good.yaml bad.yaml good.yaml
expect 0 "$PROBLEMC" check warned.yaml
prints stderr 'warning:'
expect 1 "$PROBLEMC" check --strict warned.yaml
expect 1 "$PROBLEMC" view bad.yaml
silent stdout
expect 2 "$PROBLEMC" check bad.yaml missing.yaml
prints stderr 'missing.yaml'
prints stderr 'status-range'

# ---------------------------------------------------------------- what has changed

sed 's/status: 429/status: 503/' good.yaml >changed.yaml
expect 0 "$PROBLEMC" diff good.yaml good.yaml
silent stdout
silent stderr
expect 1 "$PROBLEMC" diff good.yaml changed.yaml
silent stderr
prints stdout '[status-changed]'
expect 1 "$PROBLEMC" diff --format sarif good.yaml changed.yaml
silent stderr
prints stdout '"ruleId":"status-changed"'
expect 0 "$PROBLEMC" diff --strict good.yaml warned.yaml
silent stderr
expect 2 "$PROBLEMC" diff good.yaml bad.yaml
silent stdout
prints stderr 'status-range'
expect 2 "$PROBLEMC" diff missing.yaml good.yaml
prints stderr 'cannot read missing.yaml'
expect 2 "$PROBLEMC" diff good.yaml bad.yaml --format json
prints stdout '"id":"status-range"'
# The day is the real one, unless another is given.
for sunset in 2000-01-01 9999-12-31; do
    sed "s/^  not-found:/&\\n    deprecated: {since: '1', replaced-by: internal-error, sunset: $sunset}/" good.yaml >old.yaml
    sed 's/^    status: 404/    status: 410/' old.yaml >new.yaml
    case $sunset in 2*) expect 0 "$PROBLEMC" diff old.yaml new.yaml ;; *) expect 1 "$PROBLEMC" diff old.yaml new.yaml ;; esac
    expect 1 "$PROBLEMC" diff old.yaml new.yaml --today 1999-12-31
done

# ---------------------------------------------------------------- sources that a build system expects

sed 's/^problems:/classify: {disk: {values: {5: not-found}}, tills: {values: {3: not-found}}}\n&/' good.yaml >classified.yaml
expect 0 "$PROBLEMC" compile classified.yaml -o classified --sources disk,tills
expect 0 "$PROBLEMC" compile good.yaml -o expected --sources=
rm -r classified
for sources in '' disk tills,disk disk,tills, 'disk tills' 'disk,tills,x'; do
    expect 2 "$PROBLEMC" compile classified.yaml -o classified "--sources=$sources"
    prints stderr "problemc: classified.yaml classifies disk tills, and --sources is \"$sources\""
    prints stderr 'problemc_add_library(... CLASSIFY disk tills)'
done
expect 2 "$PROBLEMC" compile good.yaml -o classified --sources disk
prints stderr 'good.yaml classifies nothing, and --sources is "disk"'
[ ! -e classified ] || fail "files for other sources than were expected"

# ---------------------------------------------------------------- files that can't be read

mkfifo pipe
mkdir directory
: >empty.yaml
for file in missing.yaml directory pipe /dev/zero /dev/null good.yaml/x ''; do
    expect 2 timeout 10 "$PROBLEMC" check "$file"
    silent stdout
    prints stderr 'cannot read'
done
expect 1 "$PROBLEMC" check empty.yaml
if [ "$(id -u)" -ne 0 ]; then
    cp good.yaml secret.yaml && chmod 000 secret.yaml
    expect 2 "$PROBLEMC" check secret.yaml
    prints stderr 'Permission denied'
fi

# ---------------------------------------------------------------- output that can't be written

"$PROBLEMC" render good.yaml not-found >rendered
if [ -w /dev/full ]; then
    for arguments in --help --version init schema 'view good.yaml' 'openapi good.yaml' 'check --format json good.yaml' 'diff good.yaml changed.yaml' \
        'render good.yaml not-found' 'verify good.yaml rendered'; do
        # shellcheck disable=SC2086
        "$PROBLEMC" $arguments >/dev/full 2>stderr
        [ $? -eq 2 ] || fail "problemc $arguments to a full device is fine"
        prints stderr 'No space left on device'
    done
fi
# A reader that has gone.
{ "$PROBLEMC" view good.yaml 2>stderr; echo $? >status; } | true
case $(cat status) in 0 | 2) ;; *) fail "exit status $(cat status) when nobody reads" ;; esac

# ---------------------------------------------------------------- a file that is there and can't be asked about

ln -s loop.yaml loop.yaml
{ cat good.yaml; echo 'include: [loop.yaml]'; } >includes.yaml
expect 2 "$PROBLEMC" check includes.yaml
prints stderr 'Too many levels of symbolic links'
{ cat good.yaml; echo 'classify: {loop: {use: loop, otherwise: internal-error}}'; } >uses.yaml
expect 2 "$PROBLEMC" check uses.yaml
prints stderr 'Too many levels of symbolic links'

# ---------------------------------------------------------------- colour

escape=$(printf '\033')
expect 1 "$PROBLEMC" check bad.yaml
grep -q "$escape" stderr && fail "colour in a file"
expect 1 "$PROBLEMC" check --color=always bad.yaml
grep -q "$escape\[" stderr || fail "--color=always gives no colour"
expect 1 "$PROBLEMC" diff good.yaml changed.yaml
grep -q "$escape" stdout && fail "diff: colour in a file"
expect 1 "$PROBLEMC" diff --color=always good.yaml changed.yaml
grep -q "$escape\[" stdout || fail "diff: --color=always gives no colour"
expect 1 "$PROBLEMC" diff --color=always --format github good.yaml changed.yaml
grep -q "$escape" stdout && fail "diff: colour for GitHub"
expect 1 env NO_COLOR=1 "$PROBLEMC" check --color=auto bad.yaml
grep -q "$escape" stderr && fail "colour although NO_COLOR is set"
# script(1) gives the program a terminal, where the machine has any to give.
if script -qec true /dev/null </dev/null >typescript 2>&1; then
    TERM=xterm NO_COLOR='' script -qec "'$PROBLEMC' check bad.yaml" /dev/null >typescript </dev/null
    grep -q "$escape\[" typescript || fail "no colour on a terminal"
    for setting in NO_COLOR=1 TERM=dumb; do
        env TERM=xterm $setting script -qec "'$PROBLEMC' check bad.yaml" /dev/null >typescript </dev/null
        grep -q "$escape\[" typescript && fail "colour on a terminal although $setting"
    done
fi
exit 0
