# errno.h: its codes are macros that begin with E.

header_of() {
    echo '#include <errno.h>'
}

named_version() {
    printf '#include <linux/version.h>\n%s\n' '"kernel headers" LINUX_VERSION_MAJOR.LINUX_VERSION_PATCHLEVEL' |
        "$1" -E -P - | sed -n 's/^"\(.*\)" *\([0-9]*\) *\. *\([0-9]*\)$/\1 \2.\3/p'
}

header_codes() {
    header_of | "$1" -dM -E - | sed -n 's/^#define \(E[A-Z0-9]*\) .*/\1/p'
}

# What Linux does not have: macOS, the BSDs, WASI.
elsewhere() {
    printf '%s\n' EAUTH ECAPMODE EFTYPE EINTEGRITY ENEEDAUTH ENOATTR ENOTCAPABLE EPROCLIM EQFULL
}
