# fragments_use.sh CODES NAME: what a registry that uses registry/NAME.yaml becomes, in gcc and clang.
#
#   CODES      prints what a fragment holds, see fragments/codes.c
#
# The registry `groups` has a problem for every group, of the same name, and `otherwise`. Its code for the source has to compile
# against the real header without a warning. Every code, listed or not, then becomes what the fragment says (fragments/every_code.c),
# here and with the header of another system, where there is fragments/other/NAME; and so do failures of the real system, where
# there is fragments/real_NAME.c. fragments/NAME.sh may have
#
#   libraries        what a program needs to be linked with
#   missing_system   why nothing real can be tried; nothing where it can
#   provoke          runs ./real, which brings about the failures

. "$(dirname "$0")/lib.sh"

codes=$1
name=$2
program=$SOURCE/tests/fragments
fragment=$SOURCE/registry/$name.yaml

libraries() {
    :
}

missing_system() {
    :
}

provoke() {
    rm -rf place && mkdir place
    (cd place && ../real </dev/null) || fail "real_$name.c"
}

header_of() {
    :
}

. "$program/$name.sh"

# write_registry PROBLEM...: `classify` is in standard input.
write_registry() {
    cat <<END
problemc: 1
registry: groups
title: Groups of codes
base: https://errors.example.com/
fallback: otherwise
END
    cat
    echo problems:
    for problem in "$@" otherwise; do
        cat <<END
  $problem:
    status: 500
    title: The code is $problem
    detail: Something failed.
    description: Something failed, in the way that its name says.
    help: Try again later.
    retry: after-delay
END
    done
}

groups() {
    awk '$1 == "group" { print $2 }' list | uniq
}

use_groups() {
    printf '%s\n' 'classify:' "  $name:" "    use: $name" '    map:'
    groups | sed 's/.*/      &: &/'
}

# The example in the fragment's comment: indented there, its map in one line.
example() {
    sed -n '/^problemc:/q; s/^#   //p' "$fragment"
}

problems_of_example() {
    example | sed -n 's/^ *map: {\(.*\)}$/\1/p' | tr ',' '\n' | sed 's/.*: //' | sort -u
}

# For every_code.c: a row for each name with the code in C and the group; NONE: it is in none; 0: it is ignored.
write_rows() {
    awk -v source="$name" '
        function enumerator(group) { gsub("-", "_", group); return "GROUPS_" toupper(group) }
        $1 == "codes" { states = $2 == "sqlstate" }
        $1 == "header" { print "#include <" $2 ">" }
        $1 == "primary" { print "#define PRIMARY " $2 }
        $1 == "constant" { names[++count] = $2; same[$2] = $2; values[$2] = NF > 2 ? $3 : $2; macros = NF < 3 }
        $1 == "alias" { names[++count] = $2; same[$2] = $3; values[$2] = $2 }
        $1 == "group" { becomes[$3] = enumerator($2) }
        $1 == "ignore" { becomes[$2] = "0" }
        END {
            print "#include \"groups_from_" source ".h\""
            print "#define FROM groups_from_" source "\n#define RAISE groups_raise_from_" source
            print states ? "#define STATES\ntypedef const char *code_type;" : "typedef int code_type;"
            print "struct row {\n    const char *name;\n    code_type code;\n    int group;\n};"
            print "static const struct row rows[] = {"
            for (i = 1; i <= count; i++) {
                name = names[i]
                group = same[name] in becomes ? becomes[same[name]] : "NONE"
                if (macros) print "#ifdef " name
                print "    {\"" name "\", " (states ? "\"" values[name] "\"" : values[name]) ", " group "},"
                if (macros) print "#endif"
            }
            print "};"
            if (!states) exit
            print "static const struct row classes[] = {"
            for (class in becomes)
                if (class ~ /^[0-9A-Z][0-9A-Z]$/) print "    {\"" class "\", \"" class "\", " becomes[class] "},"
            print "};"
        }' list
}

"$codes" "$fragment" >list || fail "$fragment"
# shellcheck disable=SC2046 # lists of names
{
    use_groups | write_registry $(groups) >groups.yaml
    example | write_registry $(problems_of_example) >example.yaml
}
[ "$(problems_of_example | wc -l)" -ge 3 ] || fail "no example in $name.yaml"
for registry in groups.yaml example.yaml; do
    expect 0 "$PROBLEMC" check --strict -I "$SOURCE/registry" $registry
done
expect 0 "$PROBLEMC" compile -I "$SOURCE/registry" groups.yaml -o .
write_rows >rows.h

sanitize='-g -fsanitize=address,undefined -fno-sanitize-recover=all'
include="-I. -I$SOURCE/runtime/include"
strict="-std=c11 $STRICT -Wstrict-prototypes -Wmissing-prototypes -Wvla -Werror"

# build PROGRAM SOURCE [OPTION...]
# shellcheck disable=SC2086 # lists of options
build() {
    output=$1
    main=$2
    shift 2
    for source in groups_problems.c groups_from_$name.c; do
        "$compiler" $strict -O2 -c -o object.o "$@" $include $source || fail "$compiler -O2: $source $*"
    done
    "$compiler" $strict $sanitize -o "$output" "$@" $include "$main" groups_problems.c groups_from_$name.c runtime/*.o $(libraries) ||
        fail "$compiler: $main $*"
}

# shellcheck disable=SC2086 # lists of options
build_runtime() {
    rm -rf runtime && mkdir runtime
    (cd runtime && "$compiler" -std=c11 $sanitize -I"$SOURCE/runtime/include" -c "$SOURCE"/runtime/src/*.c) ||
        fail "$compiler: the runtime"
}

tried=0
for compiler in $(compilers gcc clang); do
    if grep -q '^header' list && ! header_of | "$compiler" -E - >/dev/null 2>&1; then
        echo "no $(header_of) for $compiler"
        continue
    fi
    build_runtime
    if [ -d "$program/other/$name" ]; then
        build every_other_code "$program/every_code.c" -I"$program/other/$name"
        ./every_other_code || fail "$compiler: every_code.c on another system"
    fi
    build every_code "$program/every_code.c"
    ./every_code || fail "$compiler: every_code.c"
    tried=$((tried + 1))
    [ -f "$program/real_$name.c" ] || continue
    why=$(missing_system)
    if [ -n "$why" ]; then
        echo "$why"
        continue
    fi
    build real "$program/real_$name.c"
    provoke
done
[ $tried -gt 0 ] || skip "nothing to try $name.yaml with"
