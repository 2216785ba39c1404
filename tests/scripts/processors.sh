# processors.sh: what problemc makes and says of a large registry is the same on one processor, where one parser reads it, and on
# several, where it is parsed in pieces.

. "$(dirname "$0")/lib.sh"

command -v taskset >/dev/null || skip "taskset is not installed"
[ "$(nproc)" -gt 1 ] || skip "there is but one processor"
one=$(taskset -cp $$ | sed 's/.*: *//; s/[,-].*//')

# both STATUS COMMAND [ARGUMENT...]: the command on one processor and on several, each in a directory of its own with the registry.
both() {
    wanted=$1
    shift
    for way in one several; do
        rm -rf $way && mkdir $way && cp ./*.yaml $way && cd $way || fail "no directory"
        if [ $way = one ]; then
            expect "$wanted" taskset -c "$one" "$PROBLEMC" "$@"
        else
            expect "$wanted" "$PROBLEMC" "$@"
        fi
        cp ../stdout ../stderr . && cd .. || fail "no outputs"
    done
    diff -r one several >differences || {
        head -20 differences >&2
        fail "not the same: $*"
    }
}

# broken SCRIPT: the registry with sed's SCRIPT done to it is not accepted, in the same words.
broken() {
    sed "$1" b.yaml >broken.yaml
    both 1 check broken.yaml
    both 1 compile broken.yaml -o out
}

awk -v count=1000 -v name=b -v gaps=8 -f "$SOURCE/tests/bench/registry.awk" >b.yaml || fail "no registry"
both 0 compile b.yaml -o out
[ -s several/out/b_problems.h ] || fail "nothing was made"
both 0 openapi b.yaml

broken '9000s/^/\t/'
broken '7000s/: /: [/'
broken '5000,$s/^  \([a-z-]*\):$/   \1:/'
broken '5000s/^/---\n/'
broken '5000s/^/...\n/'
broken '12001s/: \(.*\)/: "\1/'
broken '$s/$/\nproblems:\n  again: {status: 400, title: Again}/'
broken 's/status: 409/status: 777/'
broken '4000s/: /: *x /'
broken '1,/^problems:/{/^problems:/!s/^/ /}' # what is outermost is indented, and then is not
broken '3001s/: .*/: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[/'
exit 0
