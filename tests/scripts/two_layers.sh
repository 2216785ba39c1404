# two_layers.sh TWO_LAYERS REGISTRY: runs the program of two_layers.c on the registry's view, with all that really leaked elsewhere.

. "$(dirname "$0")/lib.sh"

corpora=${PROBLEMC_CORPORA:-}
[ -d "$corpora/leak-samples" ] || skip "there is no leak-samples: PROBLEMC_CORPORA is not set"

"$PROBLEMC" view "$2" >view.json || fail "no view of $2"
"$1" view.json "$corpora" || fail "$2"
