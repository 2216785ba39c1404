# What scripts that talk to a server begin with, after lib.sh.

# serve COMMAND...: starts a server (see serving.h) and waits until it listens, at $address.
serve() {
    rm -f port until
    mkfifo until
    "$@" <until >port &
    server=$!
    exec 3>until # the server ends when this does
    i=0
    while [ ! -s port ]; do
        i=$((i + 1))
        [ $i -lt 100 ] || fail "no port after ten seconds"
        sleep 0.1
    done
    address=http://127.0.0.1:$(cat port)
}

# Ends it.
served() {
    exec 3>&-
    wait "$server" || fail "the server's exit status is $?"
}
