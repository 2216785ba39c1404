# install.sh: what the tests of this directory find installed, in OUT/an installed prefix; built in OUT/build.

. "$(dirname "$0")/../scripts/lib.sh"
. "$(dirname "$0")/lib.sh"

configure() {
    run cmake -G Ninja -S "$SOURCE" -B build -DCMAKE_BUILD_TYPE=Release -DPROBLEMC_TESTS=OFF -DCMAKE_INSTALL_PREFIX=/usr "$@"
    run cmake --build build
}

# Wherever each kind of file goes, the program finds its registries, and pkg-config both.
configure -DCMAKE_INSTALL_BINDIR=some/tools -DCMAKE_INSTALL_DATADIR=data -DCMAKE_INSTALL_LIBDIR=libraries -DCMAKE_INSTALL_INCLUDEDIR=headers
run cmake --install build --prefix "$OUT/elsewhere"
mkdir made
run elsewhere/some/tools/problemc compile "$SOURCE/tests/package/consumer/the registry/shop.yaml" -o made
if command -v pkg-config >/dev/null; then
    PKG_CONFIG_PATH=$OUT/elsewhere/libraries/pkgconfig:$OUT/elsewhere/data/pkgconfig
    export PKG_CONFIG_PATH
    [ -f "$(pkg-config --variable=registrydir problemc)/errno.yaml" ] || fail "pkg-config does not know where registries are"
    # shellcheck disable=SC2046
    run cc -std=c11 -Imade "$SOURCE/tests/package/consumer/service.c" made/*.c $(pkg-config --cflags --libs problem) -o made/service
fi

configure -U'CMAKE_INSTALL_*DIR'
run cmake --install build --prefix "$OUT/an installed prefix"
DESTDIR=$OUT/root run cmake --install build
[ -x root/usr/bin/problemc ] || fail "DESTDIR is not minded"
[ -x 'an installed prefix/bin/problemc' ] || fail "problemc is not installed"
