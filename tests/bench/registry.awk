# A registry of `count` problems, always the same: 14 lines and about 660 bytes for each. What all benchmarks measure with.
#
#     awk -v count=1000 -f registry.awk >FILE
#     awk -v count=1000 -v name=b1000 -v gaps=8 -v leaks=off -f registry.awk >FILE
#
# `name` is the registry's, else "bench"; an id is up to `gaps` beyond the one before, else the next; `leaks` is the level of the checks
# for leaks, each by itself. Codes are three words, and the problem's number where that is needed to tell them apart: 14 to 34 bytes,
# about 21 of them.

# So small that every awk gives the same.
function random(below) {
    state = (state * 1103 + 12345) % 65536
    return int(state / 65536 * below)
}

# The generator soon repeats itself: each thousand of problems begins elsewhere in the lists.
function one_of(list, size) {
    return list[(random(size) + int(i / 1000)) % size + 1]
}

BEGIN {
    state = 2026
    id = 1
    things = split("account amount balance booking card charge client code country credit currency customer date debit " \
                   "device discount event field file filter fund group image invoice item ledger level limit link list " \
                   "location member message method network note object offer order owner page parcel payment period phone " \
                   "plan point policy price product profile queue quota rate reason receipt record region request reserve", thing, " ")
    ends = split("blocked broken cancelled closed corrupt declined deleted disabled duplicate empty exhausted expired failed " \
                 "foreign frozen hidden incomplete invalid late limited locked lost malformed mismatched missing negative " \
                 "obsolete offline outdated overdue pending private rejected reserved restricted revoked stale suspended", end, " ")
    statuses = split("400 403 404 409 410 422 423 424", status, " ")
    print "problemc: 1\nregistry: " (name ? name : "bench") "\ntitle: Bench API"
    print "base: https://api.example.com/errors/\nfallback: internal-error"
    if (leaks) {
        kinds = split("address environment hostname path sql system token trace version", kind, " ")
        print "checks:"
        for (i = 1; i <= kinds; i++)
            printf "  leak-%s: {level: %s, because: The scan is measured by itself.}\n", kind[i], leaks
    }
    print "types:\n  money: {type: decimal, scale: 2}"
    print "problems:\n  internal-error:\n    id: 1\n    status: 500\n    title: Internal server error"
    print "    detail: An unexpected error occurred.\n    description: Something failed on our side.\n    help: Try again later."
    for (i = 2; i <= count; i++) {
        id += gaps ? 1 + random(gaps) : 1
        a = one_of(thing, things)
        b = one_of(thing, things)
        c = one_of(thing, things)
        code = a "-" b "-" one_of(end, ends)
        if (code in seen)
            code = code "-" i
        seen[code]
        title = code
        gsub("-", " ", title)
        printf "  %s:\n    id: %d\n    status: %d\n    title: %s%s\n", code, id, one_of(status, statuses),
               toupper(substr(title, 1, 1)), substr(title, 2)
        printf "    detail: The %s is {%s_one} but this %s request requires {%s_two}.\n    members:\n", a, a, b, b
        printf "      %s_one: {type: money, example: 30.00, description: What the %s holds now.}\n", a, a
        printf "      %s_two: {type: money, example: 50.00, description: What the %s would cost.}\n", b, b
        printf "      %s_three: {type: identifier, max: 32, audience: log}\n", c
        printf "    description: The %s was refused because its %s would not cover the %s.\n", a, b, c
        printf "    help: Change the %s or lower the %s, then send the request again as before.\n", a, b
        printf "    retry: after-fix\n    log: info\n    tags: [%s, %s]\n", a, b
    }
}
