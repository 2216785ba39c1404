# library.sh INSTALLED: the shared runtime's name and what of it is visible; components, versions and the shared library in CMake.

. "$(dirname "$0")/../scripts/lib.sh"
. "$(dirname "$0")/lib.sh"

prefix=$1
library=$(find "$prefix" -name 'libproblem.so.1.*')
readelf -d "$library" | grep -q 'SONAME.*\[libproblem.so.1\]' || fail "another soname: $(readelf -d "$library" | grep SONAME)"
readelf -d "$library" | grep NEEDED | grep -v '\[libc.so.6\]\|ld-linux' && fail "the runtime needs more than libc"

# What headers declare is visible, and nothing else.
nm -D --defined-only "$library" | awk '{ print $3 }' | sort >visible
cat "$prefix"/include/problem.h "$prefix"/include/problem_client.h "$prefix"/include/problem_tables.h | tr '\n' ' ' | sed 's/;/;\n/g' >headers
while read -r symbol; do
    grep -q "[ *]$symbol(" headers || fail "visible, but in no header: $symbol"
done <visible
[ "$(wc -l <visible)" -gt 40 ] || fail "only $(wc -l <visible) functions are visible"

# project NAME LINE...: a project that finds problemc in another way; configured in NAME/build.
find_it() {
    mkdir "$1"
    {
        echo 'cmake_minimum_required(VERSION 3.25)'
        echo 'project(finds LANGUAGES C)'
        echo "list(APPEND CMAKE_PREFIX_PATH \"$prefix\")"
        printf '%s\n' "$2"
    } >"$1/CMakeLists.txt"
    cmake -G Ninja -S "$1" -B "$1/build" >log 2>&1
}

find_it runtime 'find_package(problemc 1.0 REQUIRED COMPONENTS runtime)
if(COMMAND problemc_add_library OR NOT TARGET problemc::problem OR NOT TARGET problemc::client OR NOT TARGET problemc::adapters)
  message(FATAL_ERROR "not the runtime alone")
endif()' || fail "$(cat log)"
find_it tool 'find_package(problemc 1.0 REQUIRED COMPONENTS tool)
if(NOT COMMAND problemc_add_library OR NOT TARGET problemc::problemc)
  message(FATAL_ERROR "no tool")
endif()' || fail "$(cat log)"
find_it other 'find_package(problemc 1.0 REQUIRED COMPONENTS cobol)' && fail "found a component that there is not"
find_it newer 'find_package(problemc 1.7 REQUIRED)' && fail "version 1.0 is found for 1.7"
logged '1.0.0'
find_it next 'find_package(problemc 2.0 REQUIRED)' && fail "version 1.0 is found for 2.0"
find_it without 'find_package(problemc 1.0 COMPONENTS runtime OPTIONAL_COMPONENTS tool)
message(STATUS "runtime ${problemc_runtime_FOUND}, tool ${problemc_tool_FOUND}")' || fail "$(cat log)"
logged 'runtime TRUE, tool TRUE'

# A tool of another version does not go with the runtime.
mkdir stranger
printf '#!/bin/sh\necho problemc 0.9.9\n' >stranger/problemc
chmod +x stranger/problemc
find_it stranger/project "set(PROBLEMC_EXECUTABLE \"$OUT/stranger/problemc\")
find_package(problemc 1.0 REQUIRED)" && fail "problemc 0.9.9 goes with runtime 1.0"
logged 'problemc 0.9.9, but the runtime is 1.0'

# The shared library, where the project builds shared ones.
consumer shared "set(BUILD_SHARED_LIBS ON)" "list(APPEND CMAKE_PREFIX_PATH \"$prefix\")"
run cmake -G Ninja -S shared -B shared/build
run cmake --build shared/build
readelf -d shared/build/service | grep -q 'NEEDED.*libproblem.so.1' || fail "not linked with the shared library"
run ctest --test-dir shared/build
exit 0
