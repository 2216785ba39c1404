# fish completion for problemc. Made from the program's own tables: see tests/reference/problemc.fish.mustache.

# The codes of the registry that was named.
function __problemc_codes
    set -l words (commandline -opc)
    problemc view $words[3] 2>/dev/null | string replace -rf '^      "code": "([^"]*)",$' '$1'
end

complete -c problemc -n __fish_use_subcommand -f -l help -d 'tell what there is'
complete -c problemc -n __fish_use_subcommand -f -l version -d 'print the version'

complete -c problemc -n __fish_use_subcommand -f -a compile -d 'write C: DIR/<registry>_problems.h and .c, and <registry>_from_<source>.h and .c'
complete -c problemc -n '__fish_seen_subcommand_from compile' -f -l help -d 'tell what there is'
complete -c problemc -n '__fish_seen_subcommand_from compile' -l output -s o -x -a '(__fish_complete_directories)' -d 'where the files go; required'
complete -c problemc -n '__fish_seen_subcommand_from compile' -l depfile -r -d 'also write what the outputs depend on, for Make and Ninja'
complete -c problemc -n '__fish_seen_subcommand_from compile' -l deptarget -r -d 'what depends on it in --depfile, in place of the outputs: a stamp file, perhaps'
complete -c problemc -n '__fish_seen_subcommand_from compile' -l sources -d 'fail unless these are what `classify` names, in this order: what a build system expects'
complete -c problemc -n '__fish_seen_subcommand_from compile' -l include -s I -x -a '(__fish_complete_directories)' -d 'look for included files there too; may be repeated'
complete -c problemc -n '__fish_seen_subcommand_from compile' -l strict -d 'exit with 1 for warnings too'
complete -c problemc -n '__fish_seen_subcommand_from compile' -l color -x -a 'auto always never ' -d 'colour what is printed; auto: on a terminal, unless NO_COLOR is set'

complete -c problemc -n __fish_use_subcommand -f -a docs -d 'write the reference: a site whose DIR/<code>/ answers the type URI'
complete -c problemc -n '__fish_seen_subcommand_from docs' -f -l help -d 'tell what there is'
complete -c problemc -n '__fish_seen_subcommand_from docs' -l output -s o -x -a '(__fish_complete_directories)' -d 'where the files go; required'
complete -c problemc -n '__fish_seen_subcommand_from docs' -l depfile -r -d 'also write what the outputs depend on, for Make and Ninja'
complete -c problemc -n '__fish_seen_subcommand_from docs' -l deptarget -r -d 'what depends on it in --depfile, in place of the outputs: a stamp file, perhaps'
complete -c problemc -n '__fish_seen_subcommand_from docs' -l audience -x -a 'public operator ' -d 'operator: with concealed problems, log-only members, notes and causes'
complete -c problemc -n '__fish_seen_subcommand_from docs' -l include -s I -x -a '(__fish_complete_directories)' -d 'look for included files there too; may be repeated'
complete -c problemc -n '__fish_seen_subcommand_from docs' -l strict -d 'exit with 1 for warnings too'
complete -c problemc -n '__fish_seen_subcommand_from docs' -l color -x -a 'auto always never ' -d 'colour what is printed; auto: on a terminal, unless NO_COLOR is set'

complete -c problemc -n __fish_use_subcommand -f -a check -d 'look for mistakes and write nothing'
complete -c problemc -n '__fish_seen_subcommand_from check' -f -l help -d 'tell what there is'
complete -c problemc -n '__fish_seen_subcommand_from check' -l include -s I -x -a '(__fish_complete_directories)' -d 'look for included files there too; may be repeated'
complete -c problemc -n '__fish_seen_subcommand_from check' -l format -x -a 'text json sarif github ' -d 'how findings are printed: text goes to stderr, the others to stdout'
complete -c problemc -n '__fish_seen_subcommand_from check' -l strict -d 'exit with 1 for warnings too'
complete -c problemc -n '__fish_seen_subcommand_from check' -l today -d 'judge dates in the registry as on this day (YYYY-MM-DD)'
complete -c problemc -n '__fish_seen_subcommand_from check' -l color -x -a 'auto always never ' -d 'colour what is printed; auto: on a terminal, unless NO_COLOR is set'

complete -c problemc -n __fish_use_subcommand -f -a diff -d 'show what has changed, and what of it breaks whom'
complete -c problemc -n '__fish_seen_subcommand_from diff' -f -l help -d 'tell what there is'
complete -c problemc -n '__fish_seen_subcommand_from diff' -l include -s I -x -a '(__fish_complete_directories)' -d 'look for included files there too; may be repeated'
complete -c problemc -n '__fish_seen_subcommand_from diff' -l format -x -a 'text json sarif github ' -d 'how changes are printed; sarif and github leave compatible and safe ones out'
complete -c problemc -n '__fish_seen_subcommand_from diff' -l against -d 'compare with the same file, and what it includes, as of this revision'
complete -c problemc -n '__fish_seen_subcommand_from diff' -l strict -d 'exit with 1 for risky changes and those that break C source, too'
complete -c problemc -n '__fish_seen_subcommand_from diff' -l today -d 'judge sunsets as on this day (YYYY-MM-DD); without it: the real one, in UTC'
complete -c problemc -n '__fish_seen_subcommand_from diff' -l color -x -a 'auto always never ' -d 'colour what is printed; auto: on a terminal, unless NO_COLOR is set'

complete -c problemc -n __fish_use_subcommand -f -a render -d 'print the response a service would send'
complete -c problemc -n '__fish_seen_subcommand_from render' -f -l help -d 'tell what there is'
complete -c problemc -n '__fish_seen_subcommand_from render; and test (count (commandline -opc)) -eq 3' -f -a '(__problemc_codes)'
complete -c problemc -n '__fish_seen_subcommand_from render' -l include -s I -x -a '(__fish_complete_directories)' -d 'look for included files there too; may be repeated'
complete -c problemc -n '__fish_seen_subcommand_from render' -l strict -d 'exit with 1 for warnings too'
complete -c problemc -n '__fish_seen_subcommand_from render' -l violation -d 'add a field error: '\''/amount minimum limit=1'\'', '\''?limit ...'\'', '\''{id} ...'\'', '\''If-Match: ...'\'''
complete -c problemc -n '__fish_seen_subcommand_from render' -l id -d 'the occurrence id (00000000-0000-4000-8000-000000000000)'
complete -c problemc -n '__fish_seen_subcommand_from render' -l head -d 'answer a HEAD request: no body'
complete -c problemc -n '__fish_seen_subcommand_from render' -l accept -d 'the request'\''s Accept field'
complete -c problemc -n '__fish_seen_subcommand_from render' -l color -x -a 'auto always never ' -d 'colour what is printed; auto: on a terminal, unless NO_COLOR is set'

complete -c problemc -n __fish_use_subcommand -f -a openapi -d 'write OpenAPI 3.1 components: schemas, responses, headers, examples'
complete -c problemc -n '__fish_seen_subcommand_from openapi' -f -l help -d 'tell what there is'
complete -c problemc -n '__fish_seen_subcommand_from openapi' -l output -s o -r -d 'where it goes, as its name ends: .yaml, .yml or .json; without it: standard output, as JSON'
complete -c problemc -n '__fish_seen_subcommand_from openapi' -l depfile -r -d 'also write what the outputs depend on, for Make and Ninja'
complete -c problemc -n '__fish_seen_subcommand_from openapi' -l deptarget -r -d 'what depends on it in --depfile, in place of the outputs: a stamp file, perhaps'
complete -c problemc -n '__fish_seen_subcommand_from openapi' -l include -s I -x -a '(__fish_complete_directories)' -d 'look for included files there too; may be repeated'
complete -c problemc -n '__fish_seen_subcommand_from openapi' -l strict -d 'exit with 1 for warnings too'
complete -c problemc -n '__fish_seen_subcommand_from openapi' -l color -x -a 'auto always never ' -d 'colour what is printed; auto: on a terminal, unless NO_COLOR is set'

complete -c problemc -n __fish_use_subcommand -f -a explain -d 'show a problem'\''s page of the reference in the terminal'
complete -c problemc -n '__fish_seen_subcommand_from explain' -f -l help -d 'tell what there is'
complete -c problemc -n '__fish_seen_subcommand_from explain; and test (count (commandline -opc)) -eq 3' -f -a '(__problemc_codes)'
complete -c problemc -n '__fish_seen_subcommand_from explain' -l audience -x -a 'public operator ' -d 'operator: with concealed problems, log-only members, notes and causes'
complete -c problemc -n '__fish_seen_subcommand_from explain' -l include -s I -x -a '(__fish_complete_directories)' -d 'look for included files there too; may be repeated'
complete -c problemc -n '__fish_seen_subcommand_from explain' -l strict -d 'exit with 1 for warnings too'
complete -c problemc -n '__fish_seen_subcommand_from explain' -l color -x -a 'auto always never ' -d 'colour what is printed; auto: on a terminal, unless NO_COLOR is set'

complete -c problemc -n __fish_use_subcommand -f -a view -d 'print the model as JSON: what templates see'
complete -c problemc -n '__fish_seen_subcommand_from view' -f -l help -d 'tell what there is'
complete -c problemc -n '__fish_seen_subcommand_from view' -l include -s I -x -a '(__fish_complete_directories)' -d 'look for included files there too; may be repeated'
complete -c problemc -n '__fish_seen_subcommand_from view' -l strict -d 'exit with 1 for warnings too'
complete -c problemc -n '__fish_seen_subcommand_from view' -l color -x -a 'auto always never ' -d 'colour what is printed; auto: on a terminal, unless NO_COLOR is set'

complete -c problemc -n __fish_use_subcommand -f -a template -d 'render a template of your own (experimental: the view may grow)'
complete -c problemc -n '__fish_seen_subcommand_from template' -f -l help -d 'tell what there is'
complete -c problemc -n '__fish_seen_subcommand_from template' -l include -s I -x -a '(__fish_complete_directories)' -d 'look for included files there too; may be repeated'
complete -c problemc -n '__fish_seen_subcommand_from template' -l strict -d 'exit with 1 for warnings too'
complete -c problemc -n '__fish_seen_subcommand_from template' -l color -x -a 'auto always never ' -d 'colour what is printed; auto: on a terminal, unless NO_COLOR is set'

complete -c problemc -n __fish_use_subcommand -f -a init -d 'print a commented starter registry'
complete -c problemc -n '__fish_seen_subcommand_from init' -f -l help -d 'tell what there is'

complete -c problemc -n __fish_use_subcommand -f -a schema -d 'print the JSON Schema of registries, for editors: registry.schema.json'
complete -c problemc -n '__fish_seen_subcommand_from schema' -f -l help -d 'tell what there is'
