# nginx.sh INSTALLED NGINX_LISTEN: a module of nginx that keeps what problemc has made and the runtime as a source file, built by nginx's own
# ./configure --add-dynamic-module, where there is no problemc; its `config` is the README's.

. "$(dirname "$0")/../scripts/lib.sh"
. "$(dirname "$0")/lib.sh"

prefix=$1
PATH=$PATH:/usr/sbin
sources=/usr/share/nginx/src
[ -f $sources/conf_flags ] || skip "nginx-dev is not installed"
for tool in nginx make curl bash; do
    command -v $tool >/dev/null || skip "$tool is not installed"
done

consumer project
mkdir module nginx
cp "$SOURCE/tests/package/nginx/module.c" "$prefix"/share/problemc/runtime/problem.[ch] "$prefix"/include/problem_nginx.h \
    "$prefix"/include/problem_edge.h module/
run "$prefix/bin/problemc" compile 'project/the registry/shop.yaml' -o module
rm module/shop_from_errno.*
awk '$0 == "```sh" { block++; inside = 1; next } /^```/ { inside = 0 } inside { text[block] = text[block] $0 "\n" }
    END { for (i = 1; i <= block; i++) if (text[i] ~ /ngx_addon_name/) printf "%s", text[i] }' "$SOURCE/README.md" >module/config
[ -s module/config ] || fail "the README has no config of a module"

# nginx's configure works in the directory where it is run.
ln -s $sources/auto $sources/src nginx/
cat >configure.sh <<END
set -e
cd nginx
. $sources/conf_flags
sh $sources/configure "\${NGX_CONF_FLAGS[@]}" --add-dynamic-module=../module
make -f objs/Makefile modules
END
run bash configure.sh
nm -D --defined-only nginx/objs/ngx_http_shop_module.so | grep ' problem_' && fail "the module shows its runtime"

# Answers, from the nginx that the package goes with.
user=
[ "$(id -u)" -ne 0 ] || user="user $(id -un) $(id -gn);"
cat >nginx.conf <<END
load_module $OUT/nginx/objs/ngx_http_shop_module.so;
daemon off;
$user
pid $OUT/nginx.pid;
error_log $OUT/error.log;
events {}
http {
    access_log off;
    client_body_temp_path $OUT/body;
    proxy_temp_path $OUT/proxy;
    fastcgi_temp_path $OUT/fastcgi;
    uwsgi_temp_path $OUT/uwsgi;
    scgi_temp_path $OUT/scgi;
    server {
        include $OUT/listen.conf;
        location / { shop; }
    }
}
END
"$2" "$OUT/listen.conf" timeout 60 nginx -c "$OUT/nginx.conf" -p "$OUT" -e "$OUT/error.log" >log 2>&1 &
server=$!
trap 'kill $server 2>/dev/null' EXIT
i=0
until [ -s nginx.pid ]; do
    i=$((i + 1))
    [ $i -lt 100 ] || fail "nginx does not start: $(cat error.log log)"
    sleep 0.1
done
port=$(sed 's/.*:\([0-9]*\);/\1/' listen.conf)
run curl -si "http://127.0.0.1:$port/orders"
logged 'HTTP/1.1 409 Conflict'
logged 'Content-Type: application/problem+json'
logged '"detail":"Only 3 are left."'
exit 0
