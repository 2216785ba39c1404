# What the scripts of this directory begin with, after ../scripts/lib.sh: a copy of the consumer, and builds that are watched.

# consumer DIRECTORY LINE...: a copy of the project, whose way to get problemc are these lines of CMake.
consumer() {
    cp -r "$SOURCE/tests/package/consumer" "$1" || fail "no copy of the consumer"
    project=$1
    shift
    printf '%s\n' "$@" >"$project/get.cmake"
}

# run COMMAND...: its output is in `log`; it must go well.
run() {
    "$@" >"$OUT/log" 2>&1 || { cat "$OUT/log" >&2; fail "exit status of: $*"; }
}

# The last output has, or has not, this text.
logged() {
    grep -qF -e "$1" "$OUT/log" || { cat "$OUT/log" >&2; fail "not printed: $1"; }
}
not_logged() {
    ! grep -qF -e "$1" "$OUT/log" || { cat "$OUT/log" >&2; fail "printed: $1"; }
}

# build_nothing COMMAND...: a build that has nothing to do.
build_nothing() {
    run "$@"
    for text in 'Compiling' 'Building' 'Linking' 'Writing'; do
        not_logged "$text"
    done
}

# edit FILE SCRIPT: with sed, and later than what was built from it, whatever the file system's clock.
edit() {
    sed "$2" "$1" >"$OUT/edited" && cat "$OUT/edited" >"$1" || fail "can't edit $1"
    sleep 1
    touch "$1"
}

# answers DIRECTORY TEXT: the service there goes well, and prints this.
answers() {
    "$1/service" >"$OUT/answer" || fail "the service's exit status is $?"
    grep -qF -e "$2" "$OUT/answer" || fail "the service answers $(cat "$OUT/answer"), not $2"
}

# What edits make of the project in $project, built into its `build` by `$build`, whose program is in $program. Each change is built once,
# and nothing twice.
edits() {
    registry="$project/the registry/shop.yaml"
    more="$project/the registry/more problems.yaml"
    answers "$program" '409 {"type":"https://shop.example.com/errors/sold-out","title":"Sold out","status":409,"detail":"Only 3 are left."'
    [ -f "$project/build/reference/sold-out/index.html" ] || fail "no reference"
    grep -q 'Sold out' "$project/build/errors.yaml" || fail "no OpenAPI"
    build_nothing cmake --build "$project/build" "$@"

    edit "$registry" 's/title: Sold out/title: All gone/'
    run cmake --build "$project/build" "$@"
    logged 'Compiling shop problems'
    answers "$program" '"title":"All gone"'
    grep -q 'All gone' "$project/build/reference/sold-out/index.html" || fail "the reference is stale"
    grep -q 'All gone' "$project/build/errors.yaml" || fail "OpenAPI is stale"
    build_nothing cmake --build "$project/build" "$@"

    edit "$more" 's/title: Internal server error/title: It broke/'
    run cmake --build "$project/build" "$@"
    grep -q 'It broke' "$project/build/shop_errors/shop_problems.h" || fail "an included file is no dependency"
    build_nothing cmake --build "$project/build" "$@"

    # A comment changes nothing that is built from the registry.
    edit "$registry" '1s/^/# A comment.\
/'
    run cmake --build "$project/build" "$@"
    logged 'Compiling shop problems'
    not_logged 'Building'
    not_logged 'Linking'
    build_nothing cmake --build "$project/build" "$@"

    # A mistake stops each build, and what was built stays as it was.
    cp -p "$project/build/shop_errors/shop_problems.c" "$OUT/before.c"
    edit "$registry" 's/status: 409/status: 200/'
    for again in first second; do
        cmake --build "$project/build" "$@" >"$OUT/log" 2>&1 && fail "a registry with an error builds ($again)"
        logged '[status-range]'
    done
    [ -z "$(find "$project/build/shop_errors/shop_problems.c" -newer "$OUT/before.c")" ] || fail "a failed run touched an output"
    same "$OUT/before.c" "$project/build/shop_errors/shop_problems.c"
    edit "$registry" 's/status: 200/status: 409/'
    run cmake --build "$project/build" "$@"
    build_nothing cmake --build "$project/build" "$@"

    # An included file that is gone is problemc's to report.
    mv "$more" "$OUT/gone.yaml"
    cmake --build "$project/build" "$@" >"$OUT/log" 2>&1 && fail "a registry without its included file builds"
    logged '[include-missing]'
    mv "$OUT/gone.yaml" "$more"
    touch "$more"
    run cmake --build "$project/build" "$@"
    build_nothing cmake --build "$project/build" "$@"
}
