# faults.sh EIO|KILL: every system call of a compile run fails once, or is the run's last.
#
# After a failure: exit status 0 or 2, a message with 2, each output old or new, no temporary left. After a kill: each output old or
# new, and the next run heals everything.

. "$(dirname "$0")/lib.sh"

mode=$1
command -v strace >/dev/null || skip "strace is not installed"
strace -o trace true 2>/dev/null || skip "strace does not work here"
ASAN_OPTIONS=$ASAN_OPTIONS:detect_leaks=0 # which does not work under strace
export ASAN_OPTIONS

calls='openat,open,read,write,rename,renameat,renameat2,close,ftruncate,flock,dup,fstat,newfstatat,lstat,mkdir,unlink'
payments >payments.yaml
mkdir old new
"$PROBLEMC" compile payments.yaml -o old --depfile old/all.d || fail "payments.yaml does not compile"
sed 's/Too many requests/Too much/; s/title: Payments API/title: Payments API, next/; s/7: not-found/8: not-found/' payments.yaml >next.yaml
mv next.yaml payments.yaml
"$PROBLEMC" compile payments.yaml -o new --depfile new/all.d || fail "the next payments.yaml does not compile"
for file in old/all.d new/all.d; do
    sed 's/old\//out\//g; s/new\//out\//g' "$file" >fixed && mv fixed "$file"
done
echo old >>old/all.d

restore() {
    rm -rf out && cp -pR old out
}

# Every file is the old one or the new one.
check_outputs() {
    for file in $payments_files all.d; do
        cmp -s "out/$file" "old/$file" || cmp -s "out/$file" "new/$file" ||
            fail "$1: out/$file is neither the old one nor the new one"
    done
}

# What the run itself does begins where it opens the registry. Lines `NAME N`: the Nth call of NAME.
restore
strace -f -o trace -e trace="$calls" "$PROBLEMC" compile payments.yaml -o out --depfile out/all.d ||
    fail "a run under strace fails"
sed 's/^[0-9]* *//' trace | awk -F'(' '
    /^[a-z0-9]+\(/ { count[$1]++; if (/payments\.yaml/) begun = 1; if (begun) print $1, count[$1] }' >points
check_outputs "an undisturbed run"
cmp -s out/payments_problems.c new/payments_problems.c || fail "an undisturbed run writes nothing"

fail_at() {
    strace -f -o trace -e trace="$1" -e inject="$1:error=EIO:when=$2" \
        "$PROBLEMC" compile payments.yaml -o out --depfile out/all.d >stdout 2>stderr
    status=$?
    [ $status -eq 0 ] || [ $status -eq 2 ] || fail "$1 $2: exit status $status: $(cat stderr)"
    # A lost message is one that could not be written.
    [ $status -eq 0 ] || [ -s stderr ] || grep -q 'write(2, .*INJECTED' trace || fail "$1 $2: no message"
    [ -z "$(find out -name '.*.tmp')" ] || [ "$1" = unlink ] || fail "$1 $2: left $(ls -A out)"
}

kill_at() {
    strace -f -o trace -e trace="$1" -e inject="$1:signal=KILL:when=$2" \
        "$PROBLEMC" compile payments.yaml -o out --depfile out/all.d >stdout 2>stderr
}

count=0
while read -r call number; do
    restore
    if [ "$mode" = EIO ]; then
        fail_at "$call" "$number"
    else
        kill_at "$call" "$number"
    fi
    check_outputs "$call $number"
    "$PROBLEMC" compile payments.yaml -o out --depfile out/all.d || fail "$call $number: the next run fails"
    for file in $payments_files all.d; do
        same "out/$file" "new/$file"
    done
    [ -z "$(find out -name '.*.tmp')" ] || fail "$call $number: the next run leaves $(ls -A out)"
    count=$((count + 1))
done <points
[ "$count" -gt 20 ] || fail "only $count system calls were tried"
echo "$count system calls"
