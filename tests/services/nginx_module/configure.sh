#!/bin/bash
# configure.sh SOURCES DIR: writes objs/ngx_auto_config.h and objs/ngx_auto_headers.h to DIR, as nginx
# was configured whose headers are at SOURCES. nginx's script works in the directory where it is run.
set -e
sources=$1
mkdir -p "$2"
cd "$2"
ln -sfn "$sources/auto" auto
ln -sfn "$sources/src" src
. "$sources/conf_flags"
sh "$sources/configure" "${NGX_CONF_FLAGS[@]}" >configure.log || {
    tail -20 configure.log >&2
    exit 1
}
