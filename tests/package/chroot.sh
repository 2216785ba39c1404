# chroot.sh INSTALLED: the packages in a fresh Debian: a service is built there, with three lines of CMake, and with pkg-config alone. Takes minutes
# and needs root and Debian's archive, so it runs only where PROBLEMC_CHROOT names a directory for the fresh system.

. "$(dirname "$0")/../scripts/lib.sh"
. "$(dirname "$0")/lib.sh"

[ -n "${PROBLEMC_CHROOT-}" ] || skip "set PROBLEMC_CHROOT to a directory for a fresh Debian"
[ "$(id -u)" = 0 ] || skip "needs root"
command -v debootstrap >/dev/null || skip "debootstrap is not installed"
root=$PROBLEMC_CHROOT
inside() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive "$@"
}

run cpack --config "$1/../build/CPackConfig.cmake" -G DEB
if [ ! -x "$root/usr/bin/dpkg" ]; then
    mirror=$(sed -n 's/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p; s/^URIs: *//p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -1)
    run debootstrap --variant=minbase bookworm "$root" ${mirror:+"$mirror"}
    cp -r /etc/apt/. "$root/etc/apt/"
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
fi
run inside apt-get update -qq
cp ./*.deb "$root/tmp/"
run inside sh -c 'apt-get install -y -qq --no-install-recommends gcc libc6-dev cmake ninja-build pkg-config man-db &&
    apt-get install -y -qq --no-install-recommends --reinstall /tmp/*.deb'
inside problemc --version | grep -q '^problemc 1' || fail "problemc does not run"
[ -n "$(inside sh -c 'ldconfig -p | grep libproblem.so.1')" ] || fail "the loader does not know the library"

rm -rf "$root/tmp/hello" && mkdir "$root/tmp/hello"
cp -r "$SOURCE/tests/package/consumer/." "$root/tmp/hello/"
: >"$root/tmp/hello/get.cmake"
run inside sh -ec 'cd /tmp/hello; cmake -G Ninja -B build . && cmake --build build && build/service'
logged 'Only 3 are left.'
run inside sh -ec 'cd "/tmp/hello/the registry" && problemc compile shop.yaml -o .. && cd .. &&
    gcc -std=c11 *.c $(pkg-config --cflags --libs problem) -I. -o by-hand && ./by-hand && ldd by-hand | grep libproblem'
logged 'Only 3 are left.'
logged 'libproblem.so.1 => '
run inside sh -ec 'cd "/tmp/hello/the registry" && problemc render shop.yaml sold-out left=3'
logged '409 Conflict'
exit 0
