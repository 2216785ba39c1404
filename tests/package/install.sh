# install.sh: what the tests of this directory find installed, in OUT/an installed prefix; built in OUT/build.

. "$(dirname "$0")/../scripts/lib.sh"
. "$(dirname "$0")/lib.sh"

run cmake -G Ninja -S "$SOURCE" -B build -DCMAKE_BUILD_TYPE=Release -DPROBLEMC_TESTS=OFF -DCMAKE_INSTALL_PREFIX="$OUT/elsewhere"
run cmake --build build
run cmake --install build --prefix "$OUT/an installed prefix"
[ ! -e elsewhere ] || fail "installed where it was not told to"
[ -x 'an installed prefix/bin/problemc' ] || fail "problemc is not installed"
