# diff_git.sh: `problemc diff --against git:REV`: files as a revision has them, from wherever git is, and what can be wrong with that.

. "$(dirname "$0")/lib.sh"

command -v git >/dev/null || skip 'git is not installed'

# Nobody's own settings, and no repository around this one.
HOME=$OUT
GIT_CONFIG_NOSYSTEM=1
GIT_CEILING_DIRECTORIES=$OUT
GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.com GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.com
export HOME GIT_CONFIG_NOSYSTEM GIT_CEILING_DIRECTORIES GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL

commit() {
    git -C "$1" add -A && git -C "$1" commit -q -m "$2" || fail "git commit: $2"
}

# registry STATUS: one that includes a problem from beside it, a type from a directory above, and a fragment that problemc ships.
registry() {
    cat <<EOF
problemc: 1
registry: shop
title: Shop API
base: https://shop.example.com/errors/
fallback: internal-error
include: [parts/sold.yaml, ../common/types.yaml]
problems:
  gone: {id: 2, status: $1, title: Gone, members: {price: {type: money}}}
  internal-error: {id: 1, status: 500, title: Internal server error}
classify: {errno: {use: errno, map: {denied: sold}}}
EOF
}
sold() {
    printf 'problemc: 1\nproblems:\n  sold: {id: 3, status: %s, title: Sold}\n' "$1"
}
types() {
    printf 'problemc: 1\ntypes:\n  money: {type: decimal, scale: %s}\n' "$1"
}

work='a repository'
mkdir "$work" && git -C "$work" init -q -b main || skip 'this git knows no init -b'
mkdir -p "$work/the registry/parts" "$work/common"
registry 410 >"$work/the registry/shop.yaml"
sold 410 >"$work/the registry/parts/sold.yaml"
types 2 >"$work/common/types.yaml"
commit "$work" first
git -C "$work" tag v1

# ---------------------------------------------------------------- the file and what it includes

shop="$work/the registry/shop.yaml"
expect 0 "$PROBLEMC" diff "$shop" --against git:main
silent stdout
silent stderr

registry 409 >"$shop"
sold 404 >"$work/the registry/parts/sold.yaml"
types 1 >"$work/common/types.yaml"
expect 1 "$PROBLEMC" diff "$shop" --against git:main
silent stderr
prints stdout "  $shop:8:25: gone: status is 409, was 410 [status-changed]"
prints stdout "      was git:main:$shop:8:25"
prints stdout "  $work/the registry/parts/sold.yaml:3:25: sold: status is 404, was 410 [status-changed]"
prints stdout "      was git:main:$work/the registry/parts/sold.yaml:3:25"
prints stdout "      was git:main:$work/the registry/../common/types.yaml:3:33"
cp stdout expected

# The same wherever it is asked from, and however it is named.
(cd "$work/the registry" && "$PROBLEMC" diff shop.yaml --against git:main >"$OUT/stdout")
[ $? -eq 1 ] || fail "from the directory itself"
prints stdout '  shop.yaml:8:25: gone: status is 409, was 410 [status-changed]'
prints stdout '      was git:main:shop.yaml:8:25'
prints stdout '      was git:main:parts/sold.yaml:3:25'
prints stdout '      was git:main:../common/types.yaml:3:33'
(cd "$work/common" && "$PROBLEMC" diff '../the registry/shop.yaml' --against=git:main >"$OUT/stdout")
[ $? -eq 1 ] || fail "from the directory beside"
prints stdout '      was git:main:../the registry/parts/sold.yaml:3:25'
expect 1 "$PROBLEMC" diff "$OUT/$shop" --against git:main
prints stdout "      was git:main:$OUT/$work/the registry/parts/sold.yaml:3:25"
expect 1 "$PROBLEMC" diff --format json "$shop" --against git:main
prints stdout '"old":{"file":"git:main:a repository/the registry/shop.yaml","line":8,'
expect 1 "$PROBLEMC" diff --format github "$shop" --against git:main
prints stdout "::error file=$shop,line=8,col=25,"

# A hook's environment names a repository for git: it is that of the file all the same.
expect 1 env GIT_DIR=.git GIT_WORK_TREE=. GIT_INDEX_FILE=index GIT_PREFIX=x/ "$PROBLEMC" diff "$shop" --against git:main
same stdout expected

# ---------------------------------------------------------------- revisions

commit "$work" second
commit=$(git -C "$work" rev-parse v1)
short=$(git -C "$work" rev-parse --short v1)
for revision in v1 HEAD~1 main~1 'HEAD^' "$commit" "$short" refs/tags/v1 ':/first' 'v1^{tree}' 'HEAD@{0}~1'; do
    case $revision in
    *tree*) expect 2 "$PROBLEMC" diff "$shop" --against "git:$revision" ;;
    *)
        expect 1 "$PROBLEMC" diff "$shop" --against "git:$revision"
        prints stdout "was git:$revision:$shop:8:25"
        ;;
    esac
done
git -C "$work" branch feature/one
expect 0 "$PROBLEMC" diff "$shop" --against git:feature/one
(cd "$work/the registry" && "$PROBLEMC" diff shop.yaml --against git:feature/one) || fail "a revision with a slash"

git -C "$work" worktree add -q "$OUT/other tree" v1 2>stderr || fail "git worktree"
expect 1 "$PROBLEMC" diff 'other tree/the registry/shop.yaml' --against git:main
prints stdout 'was git:main:other tree/the registry/parts/sold.yaml:3:25'

# An included file that the disk no longer has, with the directory that it was in; one that the revision lacks.
registry 409 | sed 's|parts/sold.yaml, ||; s/^problems:/&\n  sold: {id: 3, status: 404, title: Sold}/' >"$shop"
rm -r "$work/the registry/parts"
expect 0 "$PROBLEMC" diff "$shop" --against git:HEAD
commit "$work" third
mkdir "$work/parts"
echo 'problemc: 1' >"$work/parts/more.yaml"
sed 's|\[\.\.|[../parts/more.yaml, ..|' "$shop" >copy && cp copy "$shop"
expect 0 "$PROBLEMC" diff "$shop" --against git:HEAD
commit "$work" fourth
git -C "$work" rm -q --cached parts/more.yaml && git -C "$work" commit -q -m fifth
expect 2 "$PROBLEMC" diff "$shop" --against git:HEAD
prints stderr "git:HEAD:$shop:6:11: error: there is no file ../parts/more.yaml [include-missing]"

# Links are followed within the revision, and not out of it.
ln -s shop.yaml "$work/the registry/link.yaml"
ln -s "$OUT/elsewhere.yaml" "$work/the registry/out.yaml"
cp "$shop" elsewhere.yaml
commit "$work" links
git -C "$work" checkout -q main
expect 0 "$PROBLEMC" diff "$work/the registry/link.yaml" --against git:HEAD
expect 2 "$PROBLEMC" diff "$work/the registry/out.yaml" --against git:HEAD
prints stderr "cannot read git:HEAD:$work/the registry/out.yaml: it is a link that leads out of the repository"

# ---------------------------------------------------------------- what can't be

# refused TEXT ARGUMENT...: exit status 2, TEXT on standard error.
refused() {
    text=$1
    shift
    expect 2 "$PROBLEMC" diff "$@"
    silent stdout
    prints stderr "$text"
}

refused 'has no revision "nope"' "$shop" --against git:nope
prints stderr 'fetch-depth: 0'
refused 'has no revision "--help"' "$shop" --against git:--help
refused 'has no revision "-C/"' "$shop" --against=git:-C/
refused 'has no revision "HEAD:common/types.yaml"' "$shop" --against git:HEAD:common/types.yaml
refused 'has no revision "v1..HEAD"' "$shop" --against git:v1..HEAD
refused 'has no revision "^HEAD"' "$shop" --against 'git:^HEAD'
refused 'has no revision "HEAD;touch x"' "$shop" --against 'git:HEAD;touch x'
refused '--against is git:REV, not main' "$shop" --against main
refused '--against is git:REV, not git:' "$shop" --against git:
refused 'one operand too many' "$shop" "$shop" --against git:main
cp "$shop" "$work/the registry/new.yaml"
refused "cannot read git:HEAD:$work/the registry/new.yaml: the revision has no such file [file-unreadable]" \
    "$work/the registry/new.yaml" --against git:HEAD
mkdir outside && cp "$shop" outside/shop.yaml
refused 'outside/ is in no repository that git can read' outside/shop.yaml --against git:HEAD
prints stderr 'git says: fatal: '
refused 'missing/ is in no repository' missing/shop.yaml --against git:HEAD
expect 2 env PATH=/nowhere "$PROBLEMC" diff "$shop" --against git:HEAD
prints stderr 'git is not installed'
[ ! -e x ] && [ ! -e "$work/x" ] || fail "a revision was run"

# Names that git could take for something else.
mkdir -- "$work/-c"
for name in --help.yaml -x.yaml 'a:b.yaml' ':top.yaml' '*.yaml' 'HEAD^{tree}.yaml' "it's.yaml"; do
    registry 409 | sed 's|parts/sold.yaml, ||; s/denied: sold/denied: internal-error/' >"$work/-c/$name"
    git -C "$work" add -A && git -C "$work" commit -q -m "$name"
    sed 's/status: 409/status: 410/' "$work/-c/$name" >copy && cp copy "$work/-c/$name"
    (cd "$work/-c" && "$PROBLEMC" diff --against git:HEAD -- "$name" >"$OUT/stdout" 2>"$OUT/stderr")
    [ $? -eq 1 ] || fail "a file called $name: $(cat stderr)"
    prints stdout "was git:HEAD:$name:8:"
    (cd "$work" && "$PROBLEMC" diff --against git:HEAD -- "-c/$name" >"$OUT/stdout" 2>"$OUT/stderr")
    [ $? -eq 1 ] || fail "a file called -c/$name: $(cat stderr)"
done
name=$(printf 'a\nb.yaml')
cp "$shop" "$work/$name"
refused "git can't be asked for a name with a line break" "$work/$name" --against git:HEAD
exit 0
