# web.sh TEST ARGUMENTS...: tests/web/docs/TEST.mjs, which drives Chromium over what `problemc docs` writes.
. "$(dirname "$0")/lib.sh"

web "playwright-core axe-core html-validate yaml" $(cd "$SOURCE/tests/web" && echo docs/*.mjs)
CHROMIUM=$(command -v chromium) || skip "chromium is not installed"
export CHROMIUM PROBLEMC

test=$1
shift
expect 0 node "$test.mjs" "$@"
cat stdout
