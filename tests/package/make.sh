# make.sh INSTALLED: the README's snippet for Make, and its one for a program with nothing but pkg-config.

. "$(dirname "$0")/../scripts/lib.sh"
. "$(dirname "$0")/lib.sh"

for tool in make pkg-config; do
    command -v $tool >/dev/null || skip "$tool is not installed"
done
prefix=$1
unset PROBLEMC # the Makefile is to find it by itself
PKG_CONFIG_PATH=$(find "$prefix" -name '*.pc' -exec dirname {} + | sort -u | tr '\n' ':')
export PKG_CONFIG_PATH

[ "$(pkg-config --modversion problem problemc | sort -u)" = 1.0.0 ] || fail "pkg-config tells no version"
# pkg-config escapes blanks, for shells and makefiles.
variable() {
    eval "echo $(pkg-config --variable="$1" problemc)"
}
for file in "$(variable problemc)" "$(variable registrydir)/errno.yaml" "$(variable schemadir)/registry.schema.json" \
    "$(variable runtimedir)/problem.c"; do
    [ -f "$file" ] || fail "no $file"
done

snippet() {
    awk -v fence="\`\`\`$1" '$0 == fence { inside = 1; next } /^```/ { inside = 0 } inside' "$SOURCE/README.md"
}

# make cannot have blanks in names.
consumer project
cd project || fail "no project"
mv 'the registry/more problems.yaml' more.yaml
sed 's/more problems/more/' 'the registry/shop.yaml' >shop.yaml
snippet make >Makefile
[ -s Makefile ] || fail "the README has no Makefile"
# The library is in no place where the system looks for it.
LD_LIBRARY_PATH=$(dirname "$(find "$prefix" -name libproblem.so)")
export LD_LIBRARY_PATH
run make service
answers . 'Only 3 are left.'
nothing() {
    run make service
    logged "up to date"
}
nothing
edit shop.yaml 's/Sold out/All gone/'
run make service
answers . 'All gone'
nothing
edit more.yaml 's/Internal server error/It broke/'
run make service
logged 'problemc compile'
nothing
edit shop.yaml '1s/^/# A comment.\
/'
run make service
logged 'problemc compile'
not_logged ' -c '
nothing
rm more.yaml
make service >"$OUT/log" 2>&1 && fail "a registry without its included file builds"
logged '[include-missing]'
exit 0
