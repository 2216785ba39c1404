# What nginx.sh and fastcgi.sh begin with: a directory `dir` of their own, which goes with the script,
# and nginx in it. They write nginx.conf, from
#
#   nginx_common   directives of the top level
#   http_common    directives of http
#
# where a server says "include $dir/listen.conf;", and end with run_nginx. Exit status 1: a process
# ended badly, or nginx had cause for alarm, as when a worker crashed.

set -eu
PATH=$PATH:/usr/sbin
dir=$(mktemp -d)
: >"$dir/error.log"
lifetime=300 # seconds
processes=   # the newest first
input=       # the process that waits for the end of standard input
exec 3<&0

stop() {
    status=$?
    trap '' TERM INT
    [ -z "$input" ] || kill "$input" 2>/dev/null || true
    for process in $processes; do
        kill -TERM "$process" 2>/dev/null || true
        wait "$process" || status=1
    done
    # A worker's standard error goes there, too.
    if grep -vE '\[(info|notice|warn|error|crit)\]' "$dir/error.log" >&2 ||
        grep 'exited with code [^0]' "$dir/error.log" >&2; then
        status=1
    fi
    rm -rf "$dir"
    exit "$status"
}
trap stop EXIT
trap 'exit 0' TERM INT

# Workers run as who runs this. Who sends more than he may is cut off; by default nginx would go on
# reading for half a minute, so that he sees the answer.
user=
[ "$(id -u)" -ne 0 ] || user="user $(id -un) $(id -gn);"
nginx_common="
$user
daemon off;
pid $dir/nginx.pid;
lock_file $dir/nginx.lock;
error_log $dir/error.log info;"
http_common="
    access_log off;
    client_body_temp_path $dir/body;
    proxy_temp_path $dir/proxy;
    fastcgi_temp_path $dir/fastcgi;
    uwsgi_temp_path $dir/uwsgi;
    scgi_temp_path $dir/scgi;
    client_max_body_size 64k;
    lingering_close off;"

# written FILE: waits until there is something in FILE, as long as the newest process lives.
written() {
    until [ -s "$1" ]; do
        kill -0 "${processes%% *}" 2>/dev/null || {
            cat "$dir/error.log" >&2
            exit 1
        }
        sleep 0.05
    done
}

run_nginx() {
    "$NGINX_LISTEN" "$dir/listen.conf" timeout --foreground "$lifetime" \
        env "LD_PRELOAD=${NGINX_PRELOAD-}" "ASAN_OPTIONS=${ASAN_OPTIONS-}:detect_leaks=0" \
        nginx -c "$dir/nginx.conf" -p "$dir" -e "$dir/error.log" </dev/null >&2 3<&- 4<&- &
    processes="$! $processes"
    written "$dir/nginx.pid"
    sed 's/.*:\([0-9]*\);/\1/' "$dir/listen.conf"
    timeout --foreground "$lifetime" cat <&3 >/dev/null 4<&- &
    input=$!
    wait "$input" || true
}
