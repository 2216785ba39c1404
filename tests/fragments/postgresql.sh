# PostgreSQL has no header of conditions for clients. Its server brings errcodes.txt, from which its own are made.

list_of_states() {
    find /usr/share/postgresql /usr/local/share/postgresql /usr/share/pgsql -name errcodes.txt 2>/dev/null | sort -V | tail -n 1
}

missing_header() {
    [ -n "$(list_of_states)" ] || echo "errcodes.txt of a PostgreSQL server is not installed"
}

named_version() {
    list_of_states | sed -n 's|.*/\([0-9]*\)/errcodes.txt|PostgreSQL \1|p'
}

# A name that an earlier state has, too, gets its class in front. Lines without a name are older macros for the same state.
header_codes() {
    sort "$(list_of_states)" | awk '
        BEGIN { class["01"] = "warning_"; class["38"] = class["39"] = "external_routine_" }
        NF == 4 && $1 ~ /^[0-9A-Z]+$/ && length($1) == 5 { state[++count] = $1; name[count] = $4; uses[$4]++ }
        END {
            for (i = 1; i <= count; i++)
                print (uses[name[i]] > 1 ? class[substr(state[i], 1, 2)] : "") name[i], state[i]
        }'
}

# A point release may bring a state. The fragment has those that are known, and older servers of the same version do without.
grows=yes
elsewhere() {
    for state in 'datum_version_mismatch 22P07'; do
        header_codes | grep -qxF "$state" || echo "$state"
    done
}

assertions() {
    echo 'typedef int no_header_of_c;'
}

server_programs() {
    find /usr/lib/postgresql /usr/local/pgsql /usr/bin -name initdb 2>/dev/null | sort -V | tail -n 1 | xargs -r dirname
}

missing_system() {
    [ -n "$(server_programs)" ] || echo "no PostgreSQL server is installed"
    [ "$(id -u)" -ne 0 ] || command -v setpriv >/dev/null || echo "a PostgreSQL server does not run as root"
}

# The server refuses to run as root.
as_nobody() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}

# A single backend without any socket, which reads statements and ends with its input. Its directory must be one that nobody,
# too, can get to.
provoke() {
    directory=$(mktemp -d) && chmod 777 "$directory" || fail "no temporary directory"
    trap 'rm -rf "$directory"' EXIT
    programs=$(server_programs)
    ./real sql >"$directory/sql"
    (
        cd "$directory" &&
            as_nobody "$programs/initdb" -D data --no-sync --no-instructions -A trust -U postgres --locale=C &&
            as_nobody "$programs/postgres" --single -D data -F -c log_error_verbosity=verbose postgres <sql
    ) >log 2>&1
    ./real check <log || fail "$(tail -n 20 log)"
    rm -rf "$directory"
    trap - EXIT
}
