# install.sh: what the tests of this directory find installed, in OUT/an installed prefix; built in OUT/build.

. "$(dirname "$0")/../scripts/lib.sh"
. "$(dirname "$0")/lib.sh"

run cmake -G Ninja -S "$SOURCE" -B build -DCMAKE_BUILD_TYPE=Release -DPROBLEMC_TESTS=OFF -DCMAKE_INSTALL_PREFIX=/usr
run cmake --build build
run cmake --install build --prefix "$OUT/an installed prefix"
DESTDIR=$OUT/root run cmake --install build
[ -x root/usr/bin/problemc ] || fail "DESTDIR is not minded"
[ -x 'an installed prefix/bin/problemc' ] || fail "problemc is not installed"
