# meson.sh INSTALLED: the README's snippet for Meson.

. "$(dirname "$0")/../scripts/lib.sh"
. "$(dirname "$0")/lib.sh"

for tool in meson ninja pkg-config; do
    command -v $tool >/dev/null || skip "$tool is not installed"
done
# Meson takes a path with blanks as pkg-config writes it, escaped.
ln -s "$1" prefix
PKG_CONFIG_PATH=$(find "$OUT/prefix/" -name '*.pc' -exec dirname {} + | sort -u | tr '\n' ':')
export PKG_CONFIG_PATH

consumer 'a project'
cd 'a project' || fail "no project"
mv 'the registry'/*.yaml .
awk '$0 == "```meson" { inside = 1; next } /^```/ { inside = 0 } inside' "$SOURCE/README.md" >meson.build
[ -s meson.build ] || fail "the README has no meson.build"
run meson setup build
run ninja -C build
answers build 'Only 3 are left.'
nothing() {
    run ninja -C build
    logged 'no work to do'
}
nothing
edit shop.yaml 's/Sold out/All gone/'
run ninja -C build
answers build 'All gone'
nothing
edit 'more problems.yaml' 's/Internal server error/It broke/'
run ninja -C build
grep -q 'It broke' build/shop_problems.h || fail "an included file is no dependency"
nothing
rm 'more problems.yaml'
ninja -C build >"$OUT/log" 2>&1 && fail "a registry without its included file builds"
logged '[include-missing]'
exit 0
