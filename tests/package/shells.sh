# shells.sh INSTALLED: the completions of bash, zsh and fish, and the manual.

. "$(dirname "$0")/../scripts/lib.sh"
. "$(dirname "$0")/lib.sh"

prefix=$1
PATH=$prefix/bin:$PATH
cp "$SOURCE/registry/payments.yaml" shop.yaml

# ---------------------------------------------------------------- bash

# bash_offers WORD... : what is offered for the last word, one a line, in `offered`.
bash_offers() {
    bash --norc -c '
        . "$0"
        COMP_WORDS=(problemc "$@")
        COMP_CWORD=$#
        _problemc
        printf "%s\n" "${COMPREPLY[@]}"' "$prefix/share/bash-completion/completions/problemc" "$@" >offered || fail "bash: $*"
}
offers() {
    grep -qxF -e "$1" offered || fail "not offered: $1: $(cat offered)"
}
only() {
    [ "$(wc -l <offered)" -eq 1 ] || fail "more is offered than $1: $(cat offered)"
    offers "$1"
}
if command -v bash >/dev/null; then
    bash_offers ''
    offers compile
    offers diff
    bash_offers che
    only check
    bash_offers compile --dept
    only --deptarget
    bash_offers check --format ''
    offers sarif
    bash_offers explain shop.yaml insuff
    only insufficient-funds
    bash_offers compile sho
    only shop.yaml
    bash_offers init --st && [ -z "$(cat offered)" ] || fail "init has no options: $(cat offered)"
fi

# ---------------------------------------------------------------- fish

if command -v fish >/dev/null; then
    fish_offers() {
        HOME=$OUT fish --no-config -c "source '$prefix/share/fish/vendor_completions.d/problemc.fish'; complete -C '$1'" | cut -f1 >offered
    }
    fish_offers 'problemc che'
    only check
    fish_offers 'problemc compile --dept'
    only --deptarget
    fish_offers 'problemc check --format '
    offers sarif
    fish_offers 'problemc explain shop.yaml insuff'
    only insufficient-funds
fi

# ---------------------------------------------------------------- zsh

# On a terminal of its own, as somebody types and presses Tab.
zsh_file=$(find "$prefix" -name _problemc)
cat >type.zsh <<'END'
zmodload zsh/zpty
zpty shell "zsh -f -i"
zpty -w shell "fpath=('$1' \$fpath); autoload -Uz compinit; compinit -u -D; PROMPT='> '; cd $PWD"
sleep 1
while zpty -r -t shell chunk; do :; done
zpty -w -n shell "$2"$'\t'
for i in {1..50}; do
    sleep 0.1
    while zpty -r -t shell chunk; do out+=$chunk; done
    [[ $out == *$3* ]] && break
done
zpty -d shell
print -r -- "$out"
END
zsh_offers() {
    HOME=$OUT TERM=dumb timeout 30 zsh -f type.zsh "$(dirname "$zsh_file")" "$1" "$2" >offered 2>&1
    grep -qF -e "$2" offered || fail "zsh makes \"$1\" to: $(cat offered)"
}
if command -v zsh >/dev/null; then
    zsh -fn "$zsh_file" || fail "zsh does not read $zsh_file"
    zsh_offers 'problemc che' 'problemc check'
    zsh_offers 'problemc compile --dept' 'problemc compile --deptarget='
    zsh_offers 'problemc explain shop.yaml insuff' 'problemc explain shop.yaml insufficient-funds'
fi

# ---------------------------------------------------------------- the manual

for page in man1/problemc.1 man5/problemc-registry.5; do
    [ -f "$prefix/share/man/$page.gz" ] || fail "no $page"
done
if command -v man >/dev/null; then
    MANPATH=$prefix/share/man MANWIDTH=80 man -P cat --warnings problemc >page 2>warnings || fail "man problemc"
    [ ! -s warnings ] || fail "$(cat warnings)"
    grep -q 'OLD NEW | REGISTRY' page || fail "the manual does not have the commands"
    MANPATH=$prefix/share/man MANWIDTH=80 man -P cat --warnings problemc-registry >page 2>warnings || fail "man problemc-registry"
    [ ! -s warnings ] || fail "$(cat warnings)"
    grep -q 'unknown-placeholder' page || fail "the manual does not have the checks"
fi
exit 0
