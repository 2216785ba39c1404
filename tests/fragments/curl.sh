# curl/curl.h: codes are enumerators; those that it calls obsolete are not in the fragment. Older names of codes are macros.

header_of() {
    echo '#include <curl/curl.h>'
}

named_version() {
    { header_of; echo version LIBCURL_VERSION_MAJOR LIBCURL_VERSION_MINOR; } |
        "$1" -E -P - | sed -n 's/^version \([0-9]*\) \([0-9]*\)$/curl.h \1.\2/p'
}

header_codes() {
    header_of | "$1" -E -P - | tr ',{}' '\n\n\n' | sed -n '/CURLE_OK/,/CURL_LAST/s/^ *\(CURLE_[A-Z0-9_]*\).*/\1/p' |
        grep -v '^CURLE_OBSOLETE'
}

libraries() {
    echo -lcurl
}
