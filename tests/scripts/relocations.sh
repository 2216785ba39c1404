# relocations.sh REGISTRY...: what the registries become is constant data that needs nothing done to it when a program starts.

. "$(dirname "$0")/lib.sh"

command -v readelf >/dev/null || skip "readelf is not installed"

for registry in "$@"; do
    "$PROBLEMC" compile "$registry" -o "$(basename "$registry" .yaml)" || fail "$registry does not compile"
done
for compiler in $(compilers gcc clang); do
    for level in -O0 -O2; do
        for source in */*_problems.c; do
            "$compiler" -std=c11 $level -fPIC -I"$SOURCE/runtime/include" -c -o object.o "$source" ||
                fail "$compiler $level $source"
            readelf -rW object.o | grep -q 'There are no relocations' ||
                fail "$compiler $level $source: $(readelf -rW object.o)"
            # [ 1] .text PROGBITS address offset size ...
            readelf -SW object.o | sed -n 's/^ *\[ *[0-9]*\] *\(\.[^ ]*\) *[A-Z_]* *[0-9a-f]* *[0-9a-f]* *\([0-9a-f]*\).*/\1 \2/p' >sections
            grep -q '^\.rodata' sections || fail "no .rodata: $(cat sections)"
            grep -E '^\.(text|data|bss|tdata|tbss|init_array|ctors|eh_frame)' sections |
                grep -v ' 000000$' >unwanted && fail "$compiler $level $source: $(cat unwanted)"
        done
    done
done
exit 0
