# fragments.sh CODES NAME: the fragment registry/NAME.yaml and the header that it follows know the same codes, in gcc and clang.
#
#   CODES   prints what a fragment holds, see fragments/codes.c
#
# fragments/NAME.sh says what there is to know about the header. Each function but `elsewhere` is given the compiler.
#
#   missing_header   why there is nothing to compare with; nothing where there is
#   named_version    the header's version, as the fragment names the one that it follows
#   header_codes     the header's codes, with their values where the fragment should have the same text
#   header_of        C that includes it
#   prefix           (a variable) what its names begin with and the fragment's do not
#   assertions       C that compiles where the codes in the file `list` that the header has, too, are the same
#   further          more that has to hold
#   elsewhere        codes of the fragment that this system does not have
#
# Where the header is of another version than the one that the fragment names, differences are told and are no failure.

. "$(dirname "$0")/lib.sh"

codes=$1
name=$2
fragment=$SOURCE/registry/$name.yaml

missing_header() {
    header_of | "$1" -E - >/dev/null 2>&1 || echo "no $(header_of) for $1"
}

# Numbers are the header's, and no two names stand for one number: C refuses a second case. Aliases that are here do so.
assertions() {
    printf '%s\n' "$(header_of)" '#include <assert.h>' 'int is_listed(int code);' 'int is_listed(int code)' '{' \
        '    switch (code) {'
    awk -v prefix="${prefix-}" '
        $1 == "constant" && NF == 2 { print "#ifdef " $2 "\n    case " $2 ":\n#endif" }
        FILENAME == "header" { known[$1]; next }
        $1 == "constant" && NF == 3 && $2 in known { print "    case " prefix $2 ":" }
        $1 == "constant" && NF == 3 && $2 in known { rest = rest "static_assert(" prefix $2 " == " $3 ", \"" $2 "\");\n" }
        $1 == "alias" { rest = rest "#ifdef " $2 "\nstatic_assert(" $2 " == " $3 ", \"" $2 "\");\n#endif\n" }
        END { print "        return 1;\n    default:\n        return 0;\n    }\n}\n" rest }' header list
}

further() {
    :
}

elsewhere() {
    :
}

# yes: versions of the header that the fragment follows may have more codes than it.
grows=no

. "$SOURCE/tests/fragments/$name.sh"

# Each code is listed once and stands in no more than one group, or in `ignore`. These and the aliases name codes that are listed.
consistent() {
    awk '$1 == "constant" { print $2 }' list | sort | uniq -d >twice
    awk '$1 == "constant" && NF == 3 { print $3 }' list | sort | uniq -d >>twice
    [ ! -s twice ] || fail "listed twice: $(cat twice)"
    awk '$1 == "group" { print $3 } $1 == "ignore" { print $2 }' list | sort | uniq -d >twice
    [ ! -s twice ] || fail "in two groups: $(cat twice)"
    awk '$1 == "constant" { known[$2]; known[substr($3, 1, 2)] }
         $1 == "group" && !($3 in known) { print $3 }
         $1 == "ignore" && !($2 in known) { print $2 }
         $1 == "alias" && !($3 in known) { print $3 }' list >unknown
    [ ! -s unknown ] || fail "not among the constants: $(cat unknown)"
}

# differ WHAT FILE: lines of FILE are a failure, where the fragment follows this version of the header.
differ() {
    [ -s "$2" ] || return 0
    [ "$follows" = no ] || fail "$1: $(head -n 40 "$2" | tr '\n' ' ')"
    echo "$1: $(tr '\n' ' ' <"$2")"
}

compare() {
    header_codes "$1" | sort -u >header
    [ "$(wc -l <header)" -gt 30 ] || fail "only $(wc -l <header) codes found in the header"
    awk -v fields="$(awk '{ print NF; exit }' header)" '$1 == "constant" || $1 == "alias" {
        print (fields > 1 ? $2 " " $3 : $2) }' list | sort -u >listed
    elsewhere | sort >foreign
    comm -13 listed header >unlisted
    comm -23 listed header | comm -23 - foreign >unknown
    comm -12 foreign header >familiar
    (
        [ $grows = no ] || follows=no
        differ "$1: in the header, not in $name.yaml" unlisted
    ) || exit 1
    differ "$1: in $name.yaml, not in the header" unknown
    [ ! -s familiar ] || fail "is here, not only elsewhere: $(cat familiar)"
}

"$codes" "$fragment" >list || fail "$fragment"
consistent
compared=0
for compiler in $(compilers gcc clang); do
    missing=$(missing_header "$compiler")
    if [ -n "$missing" ]; then
        echo "$missing"
        continue
    fi
    version=$(named_version "$compiler")
    [ -n "$version" ] || fail "$compiler does not tell the header's version"
    follows=no
    sed '/^problemc:/q' "$fragment" | grep -qwF "$version" && follows=yes
    [ $follows = yes ] || echo "$name.yaml does not follow $version, so differences are no failure"
    compare "$compiler"
    assertions >assertions.c
    # shellcheck disable=SC2086 # a list of options
    "$compiler" -std=c11 $STRICT -Werror -c -o assertions.o assertions.c || fail "$compiler: assertions.c"
    further "$compiler"
    echo "$compiler: $(wc -l <header) codes of $version"
    compared=$((compared + 1))
done
[ $compared -gt 0 ] || skip "nothing to compare $name.yaml with"
