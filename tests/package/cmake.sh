# cmake.sh WAY GENERATOR INSTALLED: the consumer gets problemc in one of its ways, and is built by a generator of CMake's.
#
#   installed      find_package alone, from an installed prefix with a blank in its name
#   build          the same from problemc's own build tree
#   subdirectory   add_subdirectory
#   fetched        FetchContent, from a local path

. "$(dirname "$0")/../scripts/lib.sh"
. "$(dirname "$0")/lib.sh"

way=$1
generator=$2
prefix=$3
configuration=
build_type=Debug
case $generator in
*Makefiles) command -v make >/dev/null || skip "make is not installed" ;;
*Multi-Config)
    configuration=Release
    build_type=
    ;;
esac

case $way in
installed) consumer 'a project' "list(APPEND CMAKE_PREFIX_PATH \"$prefix\")" ;;
build) consumer 'a project' "set(problemc_DIR \"$prefix/../build\")" ;;
subdirectory) consumer 'a project' "add_subdirectory(\"$SOURCE\" problemc)" ;;
fetched)
    consumer 'a project' 'include(FetchContent)' \
        "FetchContent_Declare(problemc SOURCE_DIR \"$SOURCE\" OVERRIDE_FIND_PACKAGE)"
    ;;
esac

# From another directory, in the cheapest way to build a compiler.
run cmake -G "$generator" ${build_type:+-DCMAKE_BUILD_TYPE=Debug} -S 'a project' -B 'a project/build'
not_logged 'CMake Warning'
set -- ${configuration:+--config "$configuration"}
program="a project/build${configuration:+/$configuration}"
run cmake --build 'a project/build' -j2 "$@"
edits "$@"
run ctest --test-dir 'a project/build' ${configuration:+-C "$configuration"}
exit 0
