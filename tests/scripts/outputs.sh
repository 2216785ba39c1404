# outputs.sh: output files are written completely or not at all, together, and left alone where they say the same already.

. "$(dirname "$0")/lib.sh"

payments >good.yaml
sed 's/title: Payments API/title: Payments API, next/; s/Too many requests/Too much/; s/7: not-found/8: not-found/' good.yaml >next.yaml
sed 's/status: 429/status: 200/' good.yaml >bad.yaml

compile() {
    "$PROBLEMC" compile "$@"
}

# The files in a directory: names, times, contents.
state() {
    find "$1" -type f -printf '%p %T@ %m\n' | sort
    find "$1" -type f -exec cksum {} + | sort
}

no_temporaries() {
    found=$(find "$1" -name '.*.tmp')
    [ -z "$found" ] || fail "left behind: $found"
}

# ---------------------------------------------------------------- untouched

expect 0 compile good.yaml -o out --depfile out/good.d
silent stderr
silent stdout
[ "$(ls -A out | tr '\n' ' ')" = "good.d $payments_files " ] || fail "made $(ls -A out)"
touch -t 200001010000 out/*
state out >before
expect 0 compile good.yaml -o out --depfile out/good.d
state out >after
same before after

# Only what differs is written.
echo changed >>out/payments_problems.h
touch -t 200001010000 out/*
expect 0 compile good.yaml -o out --depfile out/good.d
[ -n "$(find out -name payments_problems.h -newer good.yaml)" ] || fail "the changed header was left alone"
[ -z "$(find out -name payments_problems.c -newer good.yaml)" ] || fail "the source was written for nothing"

# ---------------------------------------------------------------- failing runs

touch -t 200001010000 out/*
state out >before
expect 1 compile bad.yaml -o out --depfile out/good.d
prints stderr "status-range"
state out >after
same before after
expect 2 compile missing.yaml -o out --depfile out/good.d
state out >after
same before after
expect 1 compile bad.yaml -o never
[ ! -e never ] || fail "a failing run makes directories"

# A file that can't be written keeps the others as they were.
for where in /dev/full/x.d /proc/none/x.d out; do
    expect 2 compile next.yaml -o out --depfile "$where"
    prints stderr "cannot write ${where%/*}"
    state out >after
    same before after
done
mkdir taken && mkdir taken/payments_problems.c
expect 2 compile good.yaml -o taken
prints stderr "Is a directory"
no_temporaries taken
expect 2 compile good.yaml -o good.yaml
prints stderr "Not a directory"

# ---------------------------------------------------------------- directories

expect 0 compile good.yaml -o deep/er/and/deeper
[ -f deep/er/and/deeper/payments_problems.c ] || fail "no directories were made"
expect 0 compile good.yaml -o slash/
[ -f slash/payments_problems.c ] || fail "a directory with a slash at its end"
if [ "$(id -u)" -ne 0 ]; then
    mkdir closed && chmod 555 closed
    expect 2 compile good.yaml -o closed
    prints stderr "Permission denied"
fi

# ---------------------------------------------------------------- what is in the way

# A symbolic link is replaced; what it leads to stays as it is.
mkdir links && echo victim >victim && ln -s ../victim links/payments_problems.h
ln -s nowhere links/payments_problems.c
expect 0 compile good.yaml -o links
[ "$(cat victim)" = victim ] || fail "a link's target was overwritten"
[ ! -h links/payments_problems.h ] && [ ! -h links/payments_problems.c ] || fail "links are still there"
same links/payments_problems.h out/payments_problems.h

# The temporary may be a link that somebody has laid there, or a pipe.
mkdir traps && ln -s ../victim traps/.payments_problems.h.tmp
expect 2 compile good.yaml -o traps
[ "$(cat victim)" = victim ] || fail "a link in place of the temporary was followed"
rm traps/.payments_problems.h.tmp && mkfifo traps/.payments_problems.h.tmp
expect 2 compile good.yaml -o traps

# Devices and pipes are nothing to replace.
mkdir pipes && mkfifo pipes/payments_problems.c
expect 2 compile good.yaml -o pipes
[ -p pipes/payments_problems.c ] && [ ! -e pipes/payments_problems.h ] || fail "a pipe was replaced: $(ls -l pipes)"

# The last file of a run is no exception.
mkdir last && mkdir last/payments_from_codes.c
expect 2 compile good.yaml -o last
[ "$(ls -A last)" = payments_from_codes.c ] || fail "others were written: $(ls -A last)"

# What a killed run has left is taken over.
mkdir stale && yes stale | head -n 100000 >stale/.payments_problems.c.tmp
expect 0 compile good.yaml -o stale
no_temporaries stale
same stale/payments_problems.c out/payments_problems.c

# ---------------------------------------------------------------- side by side

pids=
for i in 1 2 3 4 5 6 7 8; do
    registry=good.yaml
    [ $((i % 2)) -eq 0 ] && registry=next.yaml
    "$PROBLEMC" compile $registry -o together --depfile together/all.d 2>"errors.$i" &
    pids="$pids $!"
done
for pid in $pids; do
    wait "$pid" || fail "a run beside others: $(cat errors.*)"
done
no_temporaries together
gcc -std=c11 -Itogether -I"$SOURCE/runtime/include" -fsyntax-only together/payments_problems.c together/payments_from_codes.c ||
    fail "runs side by side leave a mixed pair"

# ---------------------------------------------------------------- a full disk

[ "$(id -u)" -eq 0 ] || exit 0
mkdir small
mount -t tmpfs -o size=20k none small 2>/dev/null || exit 0
"$PROBLEMC" compile good.yaml -o small 2>stderr
status=$?
left=$(ls -A small)
umount small
[ $status -eq 2 ] || fail "exit status $status on a full disk"
prints stderr "No space left on device"
[ -z "$left" ] || fail "left on a full disk: $left"
