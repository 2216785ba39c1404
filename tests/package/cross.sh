# cross.sh INSTALLED: for aarch64, with Debian's cross compiler and qemu: the runtime, installed where the target's things are, and a project
# that is built with it and tested. problemc runs here, wherever the target's stands.

. "$(dirname "$0")/../scripts/lib.sh"
. "$(dirname "$0")/lib.sh"

prefix=$1
for tool in aarch64-linux-gnu-gcc qemu-aarch64; do
    command -v $tool >/dev/null || skip "$tool is not installed"
done

# The target's root, and no program of ours to run its programs.
mkdir -p root
cat >toolchain.cmake <<END
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_FIND_ROOT_PATH "$OUT/root" /usr/aarch64-linux-gnu)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
END
cross() {
    cmake -G Ninja -DCMAKE_TOOLCHAIN_FILE="$OUT/toolchain.cmake" "$@"
}
tool=-DPROBLEMC_EXECUTABLE="$prefix/bin/problemc"

# A PATH that has what is needed and no problemc, even where that is installed.
mkdir tools
for program in cmake ninja pkg-config sh gzip $(cd /usr/bin && ls aarch64-linux-gnu-*); do
    [ ! -x "/usr/bin/$program" ] || ln -s "/usr/bin/$program" tools/
done

# The runtime for the target. Without a problemc for this machine, what to do is said when it is configured.
PATH=$OUT/tools cross -S "$SOURCE" -B build -DPROBLEMC_TESTS=OFF >log 2>&1 && fail "configured without a problemc that runs here"
logged 'DPROBLEMC_EXECUTABLE'
run cross -S "$SOURCE" -B build -DPROBLEMC_TESTS=OFF -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX=/usr "$tool"
run cmake --build build
DESTDIR="$OUT/root" run cmake --install build
# What a distribution's package of the compiler would put there: a program of the target's.
mkdir -p root/usr/bin
echo 'int main(void) { return 0; }' | aarch64-linux-gnu-gcc -x c - -o root/usr/bin/problemc

# The target's problemc is not run, and not in the middle of a build.
consumer 'a project' ''
PATH=$OUT/tools cross -S 'a project' -B 'a project/build' >log 2>&1 && fail "the target's problemc is taken for this machine's"
logged 'There is no program problemc that runs on this'
logged '-DPROBLEMC_EXECUTABLE='
cross -S 'a project' -B 'a project/build' "-DPROBLEMC_EXECUTABLE=$OUT/root/usr/bin/problemc" >log 2>&1 && fail "a program that does not run here is taken"
logged 'not run on this machine (2)'
rm -r 'a project/build'

# With one in the PATH, the same three lines build, and qemu runs the project's test.
PATH="$prefix/bin:$PATH" run cross -S 'a project' -B 'a project/build' '-DCMAKE_CROSSCOMPILING_EMULATOR=qemu-aarch64;-L;/usr/aarch64-linux-gnu'
run cmake --build 'a project/build'
readelf -h 'a project/build/service' | grep -q AArch64 || fail "not built for the target"
run ctest --test-dir 'a project/build' -V
logged '"detail":"Only 3 are left."'

# In a subdirectory, too: the compiler is not built for the target, but named.
consumer 'other project' "add_subdirectory(\"$SOURCE\" problemc)"
run cross -S 'other project' -B 'other project/build' "$tool"
run cmake --build 'other project/build'
qemu-aarch64 -L /usr/aarch64-linux-gnu 'other project/build/service' >answer || fail "the service's exit status is $?"
grep -q '"detail":"Only 3 are left."' answer || fail "$(cat answer)"
exit 0
