# no_op_build.sh: a project that uses problemc_add_library builds once, then has nothing to do until a registry, a file that it
# includes, or a definition that its sources use, has changed.

. "$(dirname "$0")/lib.sh"

for tool in cmake ninja; do
    command -v $tool >/dev/null || skip "$tool is not installed"
done

mkdir 'a project'
cd 'a project' || fail "no directory"
cat >CMakeLists.txt <<END
cmake_minimum_required(VERSION 3.25)
project(consumer LANGUAGES C)
add_subdirectory("$SOURCE" problemc)
problemc_add_library(shop_errors REGISTRY shop.yaml)
add_executable(service service.c)
target_link_libraries(service PRIVATE shop_errors)
END
cat >shop.yaml <<'END'
problemc: 1
registry: shopErrors
title: Shop
base: https://shop.example.com/errors/
fallback: internal-error
include: [common.yaml]
classify:    # others' errors
  errno:
    use: errno
    map: {missing: sold-out}

  "tills":
    use: tills
    map: {empty: sold-out}
problems:
  sold-out: {status: 409, title: Sold out}
END
cat >tills.yaml <<'END'
problemc: 1
classify:
  tills:
    constants: {NO_CHANGE: 3, NO_PAPER: 4}
    groups: {empty: [NO_CHANGE]}
END
cat >common.yaml <<'END'
problemc: 1
problems:
  internal-error: {status: 500, title: Internal server error}
END
cat >service.c <<'END'
#include "shop_errors_from_errno.h"
#include "shop_errors_from_tills.h"

#include <errno.h>
#include <stdio.h>

int main(void)
{
    struct problem problem = PROBLEM_INIT;
    struct problem_response response;
    char buffer[SHOP_ERRORS_RESPONSE_MAX];
    shop_errors_raise_internal_error(&problem);
    problem_respond(SHOP_ERRORS_REGISTRY, &problem, NULL, buffer, sizeof buffer, &response);
    printf("%.*s\n", (int)response.body_length, response.body);
    printf("%d\n", shop_errors_from_errno(ENOENT, NULL) == SHOP_ERRORS_SOLD_OUT);
    printf("%d\n", shop_errors_from_tills(4, NULL) == SHOP_ERRORS_SOLD_OUT);
    return 0;
}
END

# builds TEXT: the build's output has this text.
builds() {
    cmake --build build >log 2>&1 || fail "$(cat log)"
    grep -q "$1" log || fail "the build has no \"$1\": $(cat log)"
}

cmake -G Ninja -S . -B build -DCMAKE_BUILD_TYPE=Debug >log 2>&1 || fail "$(cat log)"
grep -i warning log && fail "$(cat log)"
builds 'Compiling shop_errors problems'
builds 'no work to do'
build/service | grep -q '"title":"Internal server error"' || fail "$(build/service)"
[ "$(build/service | tail -n 2 | tr '\n' ' ')" = '1 0 ' ] || fail "$(build/service)"

sed 's/\[NO_CHANGE\]/[NO_CHANGE, NO_PAPER]/' tills.yaml >changed && mv changed tills.yaml
builds 'Compiling shop_errors problems'
[ "$(build/service | tail -n 2 | tr '\n' ' ')" = '1 1 ' ] || fail "$(build/service)"
builds 'no work to do'

sed 's/Internal server error/Something failed/' common.yaml >changed && mv changed common.yaml
builds 'Compiling shop_errors problems'
build/service | grep -q '"title":"Something failed"' || fail "$(build/service)"
builds 'no work to do'

sed 's/Sold out/All gone/' shop.yaml >changed && mv changed shop.yaml
builds 'Compiling shop_errors problems'
builds 'no work to do'

# A mistake stops the build each time, and mending it starts it again.
sed 's/status: 409/status: 200/' shop.yaml >wrong && cp shop.yaml right && mv wrong shop.yaml
for again in 1 2; do
    cmake --build build >log 2>&1 && fail "a registry with an error builds ($again)"
    grep -q 'status-range' log || fail "$(cat log)"
done
mv right shop.yaml
builds 'Compiling shop_errors problems'
builds 'no work to do'

# CMake reads block style; where the sources stand otherwise the build says what to write.
cp shop.yaml block.yaml
sed '/^classify:/,/^    map: {empty/d; s/^include:.*/&\nclassify: {errno: {use: errno}, tills: {use: tills}}/' block.yaml >shop.yaml
cmake --build build >log 2>&1 && fail "sources that CMake does not know of build"
grep -q 'problemc_add_library(... CLASSIFY errno tills)' log || fail "$(cat log)"
sed 's/REGISTRY shop.yaml/& CLASSIFY errno tills/' CMakeLists.txt >changed && mv changed CMakeLists.txt
builds 'Compiling shop_errors problems'
builds 'no work to do'
cp block.yaml shop.yaml
builds 'Compiling shop_errors problems'

# An included file that has gone is problemc's to report.
rm common.yaml
cmake --build build >log 2>&1 && fail "a registry without its included file builds"
grep -q 'include-missing' log || fail "$(cat log)"
