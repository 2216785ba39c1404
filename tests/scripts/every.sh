# every.sh EVERY REGISTRY: runs the program of every.c on the registry's view.

. "$(dirname "$0")/lib.sh"

"$PROBLEMC" view "$2" >view.json || fail "no view of $2"
"$1" view.json || fail "$2"
