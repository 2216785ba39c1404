# What scripts that talk to a server begin with, after lib.sh.

# await FILE: waits until something stands in it.
await() {
    i=0
    while [ ! -s "$1" ]; do
        i=$((i + 1))
        [ $i -lt 100 ] || fail "no $1 after ten seconds"
        sleep 0.1
    done
}

# serve COMMAND...: starts a server (see serving.h) and waits until it listens, at $address.
serve() {
    rm -f port until
    mkfifo until
    "$@" <until >port &
    server=$!
    exec 3>until # the server ends when this does
    await port
    address=http://127.0.0.1:$(cat port)
}

# Ends it.
served() {
    exec 3>&-
    wait "$server" || fail "the server's exit status is $?"
}

# start_payments PROGRAM: starts the service of payments/ at $address, with an empty directory, `data`. It logs to `log`, and ends with the
# script.
start_payments() {
    mkdir data
    "$1" data >address 2>log &
    service=$!
    trap 'kill $service 2>/dev/null' EXIT
    await address
    address=$(cat address)
}

# Ends it.
stop_payments() {
    kill -INT $service
    wait $service || fail "exit status $? after SIGINT"
}
