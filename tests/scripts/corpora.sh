# corpora.sh: problemc reads whatever it is given, explains, and never crashes.

. "$(dirname "$0")/lib.sh"

corpora=${PROBLEMC_CORPORA:-}
[ -d "$corpora/yaml-test-suite" ] || skip "there are no corpora: PROBLEMC_CORPORA is not set"

mkdir seeds
for archive in "$corpora"/fuzz-seeds/*.tar.gz; do
    tar -xzf "$archive" -C seeds || fail "$archive"
done

# Each run reads many files. Whatever they are, they are findings (1) or fine (0).
cat >check.sh <<'END'
timeout 60 "$PROBLEMC" check "$@" >stdout 2>stderr
status=$?
[ $status -le 1 ] && exit 0
tail -n 40 stderr
echo "exit status $status: problemc check $*"
exit 255
END
find "$corpora/yaml-test-suite/data" -name in.yaml | sort >files
find seeds -type f | sort >>files
count=$(grep -c . files)
[ "$count" -gt 1500 ] || fail "only $count files"
xargs -n 32 sh check.sh <files >log || fail "$(cat log)"

# Not one of them is a registry.
find "$corpora/yaml-test-suite/data" -name in.yaml | sort | head -n 50 | while read -r file; do
    "$PROBLEMC" check "$file" >stdout 2>stderr </dev/null && fail "$file is fine"
    [ -s stderr ] || fail "$file: no message"
done || exit 1
echo "$count files"
