# docs.sh REGISTRY...: the reference site: every link in it leads somewhere, it asks nobody else for anything, examples are what
# `problemc render` prints, and nothing that is not for callers is in the public one.

. "$(dirname "$0")/lib.sh"

guests=$SOURCE/tests/docs/guests.yaml
other=$SOURCE/tests/docs/other.yaml

site() {
    directory=$1
    shift
    expect 0 "$PROBLEMC" docs "$@" -o "$directory"
    silent stdout
    silent stderr
}

pages() {
    find "$1" -name '*.html' | sort
}

# ---------------------------------------------------------------- what holds for every page

# A line for each start tag of a page, and for each end tag.
tags() {
    tr '\n' ' ' <"$1" | sed 's/<!DOCTYPE html>//; s/</\n</g' | sed -n 's/^\(<[^>]*>\).*/\1/p'
}

# Tags are nested as they should be; ids are unique; texts have no markup of their own.
well_formed() {
    tags "$1" | awk -v file="$1" '
        /^<\// { name = substr($1, 3); sub(/>.*/, "", name)
                 if (depth == 0 || open[depth] != name) { print file ": " $0 " closes " open[depth]; exit 1 }
                 depth--; next }
        { name = substr($1, 2); sub(/>.*/, "", name)
          if (name !~ /^(a|article|aside|body|br|button|code|dd|div|dl|dt|em|footer|form|h[1-6]|head|header|html|input|label|li|link|main|meta|nav|ol|option|p|pre|script|search|section|select|span|strong|table|tbody|td|th|thead|title|tr|ul)$/) {
              print file ": unexpected " $0; exit 1 }
          if (match($0, / id="[^"]*"/)) {
              id = substr($0, RSTART, RLENGTH)
              if (id in ids) { print file ": twice " id; exit 1 }
              ids[id] = 1 }
          if ($0 ~ / (style|on[a-z]+)=/) { print file ": inline " $0; exit 1 }
          if (name !~ /^(br|input|link|meta)$/) open[++depth] = name }
        END { if (depth) { print file ": not closed: " open[depth]; exit 1 } }' || fail "not well-formed"
}

# The attribute's values in a page.
values() {
    tags "$2" | sed -n "s/.* $1=\"\([^\"]*\)\".*/\1/p"
}

links_lead_somewhere() {
    folder=$(dirname "$1")
    values href "$1" >"$OUT/hrefs"
    values src "$1" >>"$OUT/hrefs"
    while IFS= read -r href; do
        case $href in
        https:* | mailto:* | http:* | data:, | ../../guides/) ;;
        '#'*) grep -q "id=\"${href#\#}\"" "$1" || fail "$1: no $href" ;;
        *) [ -f "$folder/${href%%#*}" ] || fail "$1: $href leads nowhere" ;;
        esac
    done <"$OUT/hrefs"
}

# What a browser fetches by itself is beside the page; nothing runs or styles but those two files.
asks_nobody() {
    tags "$1" | grep -E '^<(script|link|img|iframe|object|embed|video|audio|source|base|form|input|style)' |
        grep -vE '^<link rel="(canonical|alternate|describedby)"|^<link rel="icon" href="data:,">|^<(form|input) ' >"$OUT/fetched"
    grep -vE '^<link rel="stylesheet" href="(\.\./)*style\.css">$|^<script src="(\.\./)*site\.js" defer>$' "$OUT/fetched" &&
        fail "$1 fetches that"
    grep -q "content=\"default-src 'none'; style-src 'self'; script-src 'self';" "$1" || fail "$1 has no policy"
    tags "$1" | grep '^<script' | grep -qv ' src=' && fail "$1: inline script"
    return 0
}

every_page() {
    count=0
    for page in $(pages "$1"); do
        well_formed "$page"
        links_lead_somewhere "$page"
        asks_nobody "$page"
        count=$((count + 1))
    done
    [ "$count" -gt 1 ] || fail "$1 has no pages"
}

# Assets don't grow, and ask for nothing either.
assets() {
    [ "$(cat "$1/style.css" "$1/site.js" | wc -c)" -lt 30000 ] || fail "the assets have grown"
    grep -nE 'https?:|fetch\(|XMLHttpRequest|import|url\(' "$1/style.css" "$1/site.js" && fail "assets that fetch"
    return 0
}

# ---------------------------------------------------------------- examples

decode() {
    sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/'"'"'/g; s/&amp;/\&/g'
}

# An operator's JSON says what `render` takes for the example: all forms of the page have what it prints.
examples() {
    registry=$1
    rendered=0
    for json in $(find "$2" -mindepth 2 -name index.json | sort); do
        grep -q '^    "render": \[' "$json" || continue
        set --
        while IFS= read -r argument; do
            set -- "$@" "$argument"
        done <<LIST
$(sed -n '/^    "render": \[/,/^    \]/s/^      "\(.*\)",\{0,1\}$/\1/p' "$json")
LIST
        expect 0 "$PROBLEMC" render "$registry" "$@"
        tr -d '\r' <stdout >wanted
        tail -1 wanted >body
        folder=$(dirname "$json")
        sed -n 's/^    "body": \(.*\),$/\1/p' "$json" | cmp - body || fail "$json: another body"
        sed -n '/^```http/,/^```$/p' "$folder/index.md" | sed '1d;$d' | cmp - wanted || fail "$folder/index.md: another message"
        sed -n '/<pre class="message"/,/<\/pre>/p' "$folder/index.html" | sed 's/<[^>]*>//g' | decode | cmp - wanted ||
            fail "$folder/index.html: another message"
        rendered=$((rendered + 1))
    done
    [ "$rendered" -gt 0 ] || fail "$2 has no examples"
}

# ---------------------------------------------------------------- the real registries

for registry in "$@" "$guests"; do
    name=$(basename "$registry" .yaml)
    site "public/$name" "$registry"
    site "operator/$name" "$registry" --audience operator
    every_page "public/$name"
    every_page "operator/$name"
    examples "$registry" "operator/$name"
    echo "$name: $count pages, $rendered examples"
done
assets "public/$name"

# ---------------------------------------------------------------- who may read what

grep -rniE 'secret' public/guests && fail "the public site has what only operators may know"
[ ! -e public/guests/guest-hidden ] || fail "a concealed problem has a page"
grep -rqi 'guest-hidden' public/guests && fail "the public site names a concealed problem"
for text in 'SECRET desk' 'https://wiki.example.com/SECRET' '<em>SECRET</em> drawer' 'SECRET cabinet' JAMMED_SECRET 'a SECRET place' \
    'SECRET guest' 'Operator edition'; do
    grep -rqF "$text" operator/guests || fail "the operator's site does not have: $text"
done
grep -q '"audience": "operator"' operator/guests/problems.json || fail "problems.json does not say for whom it is"

# ---------------------------------------------------------------- what pages say

# says FILE TEXT...
says() {
    file=$1
    shift
    for text in "$@"; do
        grep -qF -e "$text" "public/guests/$file" || fail "$file does not have: $text"
    done
}
says room-taken/index.html '<h1>Room &lt;taken&gt; &amp; &quot;gone&quot;</h1>' '>409</span> Conflict' 'since 1.5' \
    'Somebody else <em>has</em> it. &lt;b&gt;Not you.&lt;/b&gt;' '<h3>Why</h3>' 'A bed and a script, <a href="../../guides/">' \
    '<strong>Retry after a delay.</strong> Wait as long as the Retry-After header says' 'header only' 'at most 3 items, each: 1 to 4' \
    '<code>low</code> Near the ground.' '<dt><code>Retry-After</code></dt>' 'href="https://rooms.example.com/bookings?a=1&amp;b=2"' \
    '<a href="../room-closed/index.html">Room closed</a>' '<link rel="canonical" href="https://rooms.example.com/errors/room-taken/">' \
    'property="og:title" content="Room &lt;taken&gt; &amp; &quot;gone&quot;"' 'data-copy="type"'
says room-closed/index.html '<strong>Deprecated since 1.6.</strong> Sent instead: <a href="../room-taken/index.html">' 'gone after 2027-02-28'
says room-locked/index.html '<strong>No longer sent since 1.4.</strong>' '<a href="../room-taken/index.html">' 'Rooms aren&#39;t &lt;locked&gt; any more.'
says no-bed/index.html 'No longer sent'
says form-wrong/index.html 'at most 4 entries' 'Has to have {least} to {most} letters.' 'The longest &lt;one&gt;.'
says not-found/index.html 'about:blank'
says index.html 'What <em>may</em> go wrong' '<option value="409">409 Conflict</option>' '<option>a &amp; b</option>' 'desk@example.com' \
    'id="room-taken" data-status="409" data-retry="after-delay" data-tags="rooms&#10;a &amp; b&#10;c | d&#10;"'
says room-taken/index.md '# Room \<taken\> \& "gone"' 'title: "Room <taken> & \"gone\""' 'Take another | room, or `wait`.'
says sitemap.xml '<loc>https://rooms.example.com/errors/room-taken/</loc>'
says llms.txt '(room-taken/index.md)'
says problems.json '"code": "room-taken"' '"code": "room-locked"'

# ---------------------------------------------------------------- a portal

# Registries of different bases have a folder each, which is a reference by itself.
site portal "$@" "$guests" "$other"
every_page portal
[ ! -e portal/sitemap.xml ] || fail "a sitemap of places that nobody knows"
grep -q '<h2><a href="guests/index.html">Guests &amp; rooms &lt;API&gt;</a></h2>' portal/index.html || fail "the portal does not name its registries"
grep -q '<a href="guests/room-taken/index.html">' portal/index.html || fail "the portal does not lead to its pages"
grep -q '(guests/room-taken/index.md)' portal/llms.txt || fail "the portal's llms.txt does not lead to its pages"
grep -q '"place": "guests/room-taken"' portal/problems.json || fail "problems.json does not say where pages are"
grep -q '<a href="../../index.html">All APIs</a>' portal/guests/room-taken/index.html || fail "pages do not lead back to the portal"
grep -q canonical portal/other/broken/index.html && fail "a page that is nowhere has a canonical place"
for file in index.html llms.txt problems.json room-taken/index.json room-taken/schema.json room-taken/index.md sitemap.xml; do
    [ -f "portal/guests/$file" ] || fail "the portal has no guests/$file"
done
for file in llms.txt problems.json room-taken/index.json room-taken/index.md sitemap.xml; do
    same "public/guests/$file" "portal/guests/$file"
done

# Those of one base share a folder, as their type URIs do, and can't both have a code.
sed 's/^registry: other/registry: third/; s|^base: .*|base: https://rooms.example.com/errors/|' "$other" >third.yaml
site shared "$guests" third.yaml
every_page shared
[ -f shared/broken/index.html ] && [ -f shared/room-taken/index.html ] || fail "registries of one base are not side by side"
grep -q '<h2>Other API</h2>' shared/index.html || fail "the portal does not name its registries"
grep -q '<loc>https://rooms.example.com/errors/broken/</loc>' shared/sitemap.xml || fail "the sitemap lacks a page"
sed 's/  broken:/  not-found:/; s/fallback: broken/fallback: not-found/' third.yaml >clash.yaml
expect 1 "$PROBLEMC" docs "$guests" clash.yaml -o clash
prints stderr 'clash.yaml:8:3: error: the page of not-found would be that of another registry'"'"'s problem [page-clash]'
prints stderr 'note: declared here too'
[ ! -e clash ] || fail "wrote a part of the site"
sed 's/status: 500/status: 200/' third.yaml >wrong.yaml
expect 1 "$PROBLEMC" docs "$guests" wrong.yaml -o wrong
[ ! -e wrong ] || fail "wrote a site from a registry with errors"

# ---------------------------------------------------------------- pages that are gone

# A directory that had the operator's edition has nothing of it once the public one is written there.
site moved "$guests" --audience operator
mkdir moved/of-others
echo mine >moved/guest-hidden/mine
expect 0 "$PROBLEMC" docs "$guests" -o moved/
prints stderr 'problemc: warning: moved/guest-hidden/ is removed: nothing has that page any more [page-removed]'
[ "$(cat moved/guest-hidden/*)" = mine ] || fail "what problemc did not write is gone, or what it did is not"
rm -r moved/guest-hidden
diff -r public/guests moved | grep -vF 'Only in moved: of-others' && fail "the directory is not as if written anew"
site moved "$guests"
# What the list names outside of the directory is not for it to say.
echo mine >outside
printf '../outside\n/outside\nno-bed/../../outside\n\n.\n' >>moved/.problemc-files
site moved "$guests"
[ "$(cat outside)" = mine ] || fail "a file outside of the site was removed"
expect 0 "$PROBLEMC" docs "$other" -o moved
[ "$(grep -c 'help: a retired code keeps a page' stderr)" = 1 ] || fail "not one help for all pages that are gone"
[ ! -e moved/room-taken ] && [ -d moved/of-others ] || fail "pages of another registry stay"

# ---------------------------------------------------------------- what says the same stays untouched

sed 's/Nobody gets in\./Everybody stays out./' "$guests" >edited.yaml
touch -t 200001010000 public/guests/index.html public/guests/room-closed/index.html
site public/guests "$guests"
[ -z "$(find public/guests -newermt 2000-01-02 -name index.html -path '*room-closed*')" ] || fail "an unchanged page was written again"
site public/guests edited.yaml
[ -n "$(find public/guests -newermt 2000-01-02 -name index.html -path '*room-closed*')" ] || fail "a changed page was not written"
