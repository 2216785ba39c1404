# page_examples.sh PAGE_EXAMPLES REGISTRY: the example on every page is what the linked program sends.

. "$(dirname "$0")/lib.sh"

"$PROBLEMC" view "$2" >view.json || fail "no view of $2"
expect 0 "$PROBLEMC" docs "$2" --audience operator -o site
"$1" view.json site/problems.json || fail "$2"
