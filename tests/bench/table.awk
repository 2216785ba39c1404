# What was reached of the goals, as a table on standard output, and with all figures as JSON in the file `json`.
#
#     awk -v json=bench.json -f table.awk goals.txt FIGURES
#
# FIGURES: name, median, least and unit a line, with tabs between. Parts of goals.txt of which nothing was measured are left out.

function trim(text) {
    sub(/^ +/, "", text)
    sub(/ +$/, "", text)
    return text
}

function quoted(text) {
    gsub(/["\\]/, "\\\\&", text)
    return "\"" text "\""
}

# The figure's median; remembers that one is missing.
function figure(name) {
    name = trim(name)
    if (name in median)
        return median[name]
    is_missing = 1
    return 0
}

# A number, or [NUMBER * ] FIGURE [ - FIGURE].
function value(expression,    factor, terms, term) {
    factor = 1
    if (expression == "" || expression ~ /^[0-9.]+$/)
        return expression == "" ? 1 : expression + 0
    if (match(expression, /^[0-9.]+ \* /)) {
        factor = substr(expression, 1, RLENGTH - 3) + 0
        expression = substr(expression, RLENGTH + 1)
    }
    terms = split(expression, term, / - /)
    return factor * (terms > 1 ? figure(term[1]) - figure(term[2]) : figure(term[1]))
}

function is_met(reached, goal,    part) {
    split(goal, part, " ")
    return part[1] == "<" ? reached < part[2] : part[1] == "<=" ? reached <= part[2] : reached >= part[2]
}

function shown(number) {
    return sprintf(number >= 100 ? "%.0f" : number >= 10 ? "%.1f" : "%.2f", number)
}

# Of the row FIELD: one line of the table, and one object of the JSON.
function add_row(    reached, verdict, beside) {
    is_missing = 0
    reached = value(trim(field[2]))
    beside = value(trim(field[3]))
    if (is_missing || beside == 0) {
        verdict = "not measured"
        reached = ""
    } else {
        reached /= beside
        verdict = trim(field[4]) == "" ? "" : is_met(reached, trim(field[4])) ? "met" : "short"
        is_measured = 1
    }
    sub(/ +$/, "", field[1])
    lines = lines sprintf("  %-58s %8s %8s %-20s %-5s %s\n", field[1], trim(field[4]), reached == "" ? "-" : shown(reached),
                          trim(field[5]), verdict, trim(field[6]))
    objects = objects (objects == "" ? "" : ",") sprintf("\n    {\"part\": %s, \"what\": %s, \"goal\": %s, \"reached\": %s, " \
              "\"unit\": %s, \"verdict\": %s, \"note\": %s}", quoted(part), quoted(trim(field[1])), quoted(trim(field[4])),
              reached == "" ? "null" : sprintf("%.4f", reached), quoted(trim(field[5])), quoted(verdict), quoted(trim(field[6])))
}

function end_part() {
    if (is_measured) {
        sub(/ +\n$/, "\n", lines)
        gsub(/ +\n/, "\n", lines)
        printf "\n%-60s %8s %8s\n%s", part, "goal", "reached", lines
        rows = rows (rows == "" ? "" : ",") objects
    }
    lines = objects = ""
    is_measured = 0
}

FILENAME == ARGV[1] {
    if (!/^#/ && !/^$/)
        goals[++goal_count] = $0
    next
}

{
    split($0, field, "\t")
    median[field[1]] = field[2] + 0
    figures = figures (figures == "" ? "" : ",") sprintf("\n    %s: {\"median\": %s, \"least\": %s, \"unit\": %s}", quoted(field[1]),
              field[2], field[3], quoted(field[4]))
}

END {
    for (i = 1; i <= goal_count; i++) {
        if (split(goals[i], field, "|") > 1) {
            add_row()
        } else {
            end_part()
            part = goals[i]
        }
        for (k in field)
            delete field[k]
    }
    end_part()
    printf "{\n  \"rows\": [%s\n  ],\n  \"figures\": {%s\n  }\n}\n", rows, figures >json
}
