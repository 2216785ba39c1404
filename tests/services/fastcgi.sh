#!/bin/sh
# fastcgi.sh LOGFILE: fastcgi_server behind nginx, set up as problem_fastcgi.h says. Run as serving.h
# says: listens at 127.0.0.1, prints its port, serves until standard input ends or SIGTERM comes,
# five minutes at most.
#
#   FASTCGI_SERVER  the program fastcgi_server
#   NGINX_LISTEN    the program nginx_listen

. "$(dirname "$0")/nginx_run.sh"

log=$(realpath "$1")
cat >"$dir/nginx.conf" <<END
$nginx_common
events {
    worker_connections 256;
}
http {
    $http_common
    include /etc/nginx/fastcgi_params;
    map \$request \$method_received {
        default          \$request_method;
        "~^(?<word>\S+)" \$word;
    }
    map \$request_id \$occurrence {
        "~^(.{8})(.{4}).(.{3}).(.{3})(.{12})\$" "\$1-\$2-4\$3-8\$4-\$5";
    }
    log_format unavailable escape=json
        '{"timestamp":"\$time_iso8601","event_name":"problem",'
        '"problem.occurrence":"\$occurrence","error.type":"internal-error",'
        '"http.response.status_code":500,"http.request.method":"\$method_received",'
        '"url.path":"\$request_uri"}';
    server {
        include $dir/listen.conf;
        recursive_error_pages on;
        error_page 400 = /problem/400;
        error_page 404 = /problem/404;
        error_page 405 = /problem/405;
        error_page 413 = /problem/413;
        error_page 414 = /problem/414;
        error_page 494 = /problem/431;
        error_page 501 = /problem/501;
        error_page 505 = /problem/505;
        error_page 502 504 =500 /unavailable;
        location / {
            fastcgi_pass unix:$dir/socket;
        }
        location ~ "^/problem/(?<problem_status>\d\d\d)\$" {
            internal;
            fastcgi_param REQUEST_METHOD \$method_received;
            include /etc/nginx/fastcgi_params;
            fastcgi_param PROBLEM_STATUS \$problem_status;
            fastcgi_pass_request_body off;
            fastcgi_pass unix:$dir/socket;
        }
        location = /unavailable {
            internal;
            default_type application/problem+json;
            add_header Cache-Control no-store always;
            access_log $log unavailable;
            return 500 '{"type":"https://api.example.com/errors/internal-error","title":"Internal server error","status":500,"detail":"An unexpected error occurred. Quote the instance when you ask for support.","instance":"urn:uuid:\$occurrence"}';
        }
    }
}
END
# It stops when it is told to, after nginx, and not at the end of any input.
mkfifo "$dir/input"
exec 4<>"$dir/input"
"$FASTCGI_SERVER" "$dir/socket" "$log" <&4 >"$dir/ready" 3<&- &
processes=$!
written "$dir/ready"
run_nginx
