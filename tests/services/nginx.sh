#!/bin/sh
# nginx.sh LOGFILE: nginx with the module nginx_payments.so, two workers. Run as serving.h says:
# listens at 127.0.0.1, prints its port, serves until standard input ends or SIGTERM comes, five
# minutes at most.
#
#   NGINX_MODULE   the module
#   NGINX_LISTEN   the program nginx_listen
#   NGINX_PRELOAD  libraries for nginx to load first: a sanitizer's, when the module has one
#   NGINX_MORE     a file of further directives for the server; may be unset

. "$(dirname "$0")/nginx_run.sh"

log=$(realpath "$1")
[ -z "${NGINX_MORE-}" ] || cp "$NGINX_MORE" "$dir/more.conf"
cat >"$dir/nginx.conf" <<END
load_module $(realpath "$NGINX_MODULE");
worker_processes 2;
$nginx_common
events {
    worker_connections 256;
}
http {
    payments_log $log;
    $http_common
    server {
        include $dir/listen.conf;
        error_page 400 401 403 404 405 411 412 413 414 415 416 421 429 495 496 497
                   500 501 502 503 504 505 507 /problem;
        error_page 494 =431 /problem;
        include $dir/more*.conf;
        location / {
            payments;
        }
        location = /problem {
            internal;
            payments_error;
        }
    }
}
END
run_nginx
