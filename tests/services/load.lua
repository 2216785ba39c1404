-- For wrk: asks for problems by turns, and holds each response against the one in expected.lua that
-- has the same beginning. What differs in anything but the id is malformed.
--
--     wrk -s load.lua ADDRESS -- EXPECTED
--
-- expected.lua: a list of {path=, status=, type=, head=, tail=}, the body before and behind its id.

local expected, by_head, at

function init(arguments)
    expected = dofile(arguments[1])
    by_head = {}
    for i, problem in ipairs(expected) do
        by_head[problem.head] = problem
    end
    at = 0
    malformed = 0
    answered = 0
    example = ""
end

function request()
    at = at % #expected + 1
    return wrk.format("GET", expected[at].path)
end

local function is_well_formed(status, headers, body)
    local head, id, tail = body:match('^(.-"urn:uuid:)([0-9a-f-]+)(".*)$')
    local problem = head and by_head[head]
    return problem and #id == 36 and tail == problem.tail and status == problem.status
        and headers["Content-Type"] == problem.type
        and headers["Cache-Control"] == "no-store"
        and headers["Content-Length"] == tostring(#body)
end

function response(status, headers, body)
    answered = answered + 1
    if not is_well_formed(status, headers, body) then
        malformed = malformed + 1
        example = status .. " " .. body
    end
end

local threads = {}

function setup(thread)
    table.insert(threads, thread)
end

function done(summary)
    local answered, malformed, errors = 0, 0, summary.errors
    for _, thread in ipairs(threads) do
        answered = answered + thread:get("answered")
        malformed = malformed + thread:get("malformed")
        if thread:get("malformed") > 0 then
            print("for example " .. thread:get("example"))
        end
    end
    print("answered " .. answered)
    print("malformed " .. malformed)
    print("broken " .. errors.connect + errors.read + errors.write + errors.timeout)
end
