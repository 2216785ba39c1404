# bash completion for problemc. Made from the program's own tables: see tests/reference/problemc.bash.mustache.

# Words for the argument that is being typed.
_problemc_words()
{
    local IFS=$' \t\n'
    COMPREPLY=($(compgen -W "$1" -- "${COMP_WORDS[COMP_CWORD]}"))
}

# Files: registries first of all, and directories on the way to them.
_problemc_files()
{
    local IFS=$'\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
}

# The codes of the registry that was named.
_problemc_codes()
{
    _problemc_words "$(problemc view "${COMP_WORDS[2]}" 2>/dev/null | sed -n 's/^      "code": "\([^"]*\)",$/\1/p')"
}

_problemc()
{
    local command=${COMP_WORDS[1]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        _problemc_words 'compile docs check diff render openapi explain view template init schema verify --help --version'
        return
    fi
    case $command:$previous in
    compile:--color)
        _problemc_words 'auto always never '
        return
        ;;
    docs:--audience)
        _problemc_words 'public operator '
        return
        ;;
    docs:--color)
        _problemc_words 'auto always never '
        return
        ;;
    check:--format)
        _problemc_words 'text json sarif github '
        return
        ;;
    check:--color)
        _problemc_words 'auto always never '
        return
        ;;
    diff:--format)
        _problemc_words 'text json sarif github '
        return
        ;;
    diff:--color)
        _problemc_words 'auto always never '
        return
        ;;
    render:--color)
        _problemc_words 'auto always never '
        return
        ;;
    openapi:--color)
        _problemc_words 'auto always never '
        return
        ;;
    explain:--audience)
        _problemc_words 'public operator '
        return
        ;;
    explain:--color)
        _problemc_words 'auto always never '
        return
        ;;
    view:--color)
        _problemc_words 'auto always never '
        return
        ;;
    template:--color)
        _problemc_words 'auto always never '
        return
        ;;
    verify:--format)
        _problemc_words 'text json tap '
        return
        ;;
    verify:--color)
        _problemc_words 'auto always never '
        return
        ;;
    esac
    case ${COMP_WORDS[COMP_CWORD]} in
    -*)
        case $command in
        compile) _problemc_words '--output -o --depfile --deptarget --sources --include -I --strict --color --help' ;;
        docs) _problemc_words '--output -o --depfile --deptarget --audience --include -I --strict --color --help' ;;
        check) _problemc_words '--include -I --format --strict --today --color --help' ;;
        diff) _problemc_words '--include -I --format --against --strict --today --color --help' ;;
        render) _problemc_words '--include -I --strict --violation --id --head --accept --color --help' ;;
        openapi) _problemc_words '--output -o --depfile --deptarget --include -I --strict --color --help' ;;
        explain) _problemc_words '--audience --include -I --strict --color --help' ;;
        view) _problemc_words '--include -I --strict --color --help' ;;
        template) _problemc_words '--include -I --strict --color --help' ;;
        init) _problemc_words '--help' ;;
        schema) _problemc_words '--help' ;;
        verify) _problemc_words '--include -I --strict --head --expect --allow --format --color --help' ;;
        esac
        ;;
    *)
        case $command:$COMP_CWORD in
        render:3) _problemc_codes ;;
        explain:3) _problemc_codes ;;
        *) _problemc_files ;;
        esac
        ;;
    esac
}
complete -F _problemc problemc
