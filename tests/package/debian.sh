# debian.sh INSTALLED: the Debian packages: what is in them, and what lintian says.

. "$(dirname "$0")/../scripts/lib.sh"
. "$(dirname "$0")/lib.sh"

for tool in dpkg-deb dpkg-shlibdeps lintian; do
    command -v $tool >/dev/null || skip "$tool is not installed"
done
run cpack --config "$1/../build/CPackConfig.cmake" -G DEB

# Each file in one package, and no other files.
for package in problemc libproblem1 libproblem-dev; do
    dpkg-deb -c ${package}_*.deb | awk '{ print $6 }' | grep -v '/$' | sed "s|^\./|$package |; s|$(dpkg-architecture -qDEB_HOST_MULTIARCH)|MULTIARCH|"
done | sort >contents
same "$SOURCE/tests/package/debian.contents" contents
dpkg-deb -f problemc_*.deb Depends | grep -q libyaml || fail "the compiler's package depends on none of its libraries"
dpkg-deb -f libproblem-dev_*.deb Depends | grep -qx 'libproblem1 (= 1.0.0)' || fail "the headers may go with another library"
dpkg-deb -f libproblem1_*.deb Depends | grep -q '^libc6 ([^,]*)$' || fail "the runtime needs more than libc"

run lintian --allow-root --fail-on error ./*.deb
not_logged 'E: '
exit 0
