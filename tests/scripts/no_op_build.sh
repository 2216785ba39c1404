# no_op_build.sh: a project that uses problemc_add_library builds once, then has nothing to do until a registry, or a file that it
# includes, has changed.

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
problems:
  sold-out: {status: 409, title: Sold out}
END
cat >common.yaml <<'END'
problemc: 1
problems:
  internal-error: {status: 500, title: Internal server error}
END
cat >service.c <<'END'
#include "shop_errors_problems.h"

#include <stdio.h>

int main(void)
{
    struct problem problem = PROBLEM_INIT;
    struct problem_response response;
    char buffer[SHOP_ERRORS_RESPONSE_MAX];
    shop_errors_raise_internal_error(&problem);
    problem_respond(SHOP_ERRORS_REGISTRY, &problem, NULL, buffer, sizeof buffer, &response);
    printf("%.*s\n", (int)response.body_length, response.body);
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

# An included file that has gone is problemc's to report.
rm common.yaml
cmake --build build >log 2>&1 && fail "a registry without its included file builds"
grep -q 'include-missing' log || fail "$(cat log)"
