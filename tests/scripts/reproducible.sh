# reproducible.sh REGISTRY...: the same bytes wherever, whenever and in whatever language they are made.

. "$(dirname "$0")/lib.sh"

for registry in "$@"; do
    name=$(basename "$registry")
    rm -rf here "there and then" && mkdir -p here/out "there and then/deep"
    cp "$registry" here && cp "$registry" "there and then/deep"

    (cd here && umask 022 && TZ=UTC LC_ALL=C "$PROBLEMC" compile "$name" -o out) ||
        fail "$name does not compile by its name alone"
    (cd "there and then" && umask 077 && TZ=Asia/Kathmandu LC_ALL=tr_TR.UTF-8 LANGUAGE=tr COLUMNS=20 HOME=/ \
        "$PROBLEMC" compile "deep/$name" -o ./deep/../relative) || fail "$name does not compile by a relative path"
    (umask 027 && TZ=America/New_York LC_ALL=de_DE.UTF-8 SOURCE_DATE_EPOCH=1 \
        "$PROBLEMC" compile "$OUT/there and then/deep/$name" -o "$OUT/there and then/absolute") ||
        fail "$name does not compile by an absolute path"
    touch -t 200001010000 "here/$name"
    (cd here && "$PROBLEMC" compile "./$name" -o again) || fail "$name does not compile again"

    for suffix in yaml json; do
        "$PROBLEMC" openapi "here/$name" -o "openapi.$suffix" || fail "$name becomes no OpenAPI"
        (cd "there and then" && TZ=Asia/Kathmandu LC_ALL=de_DE.UTF-8 \
            "$PROBLEMC" openapi "./deep/$name" -o "$OUT/again.$suffix") || fail "$name becomes no OpenAPI again"
        same "openapi.$suffix" "again.$suffix"
        grep -n -e "$OUT" -e "$SOURCE" "openapi.$suffix" && fail "openapi.$suffix tells where it was made"
    done

    for file in here/out/*; do
        case $file in *_problems.[hc] | *_from_*.[hc]) continue ;; esac
        fail "$name becomes $file"
    done
    ls here/out/*_problems.h here/out/*_problems.c >found || fail "$name: $(ls here/out)"
    for file in here/out/*; do
        for other in "there and then/relative" "there and then/absolute" here/again; do
            same "$file" "$other/${file##*/}"
        done
        grep -n -e "$OUT" -e "$SOURCE" "$file" && fail "$file tells where it was made"
    done
done
exit 0
