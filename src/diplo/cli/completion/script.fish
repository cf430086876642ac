# Completion of diplo for fish. To install it, put this line into ~/.config/fish/config.fish, or
# write the script to ~/.config/fish/completions/diplo.fish:
#   diplo completion fish | source
# A TAB runs no process: the words are those of the event files when this script was made.

function __diplo_first -d 'Whether the command is still to come'
    test (count (commandline -opc)) -eq 1
end

# A command may be followed by "flag" or "value" and the names of an option of that kind.
function __diplo_at -d 'Whether this is the command, and the option was not given before'
    set -l given (commandline -opc)
    test "$given[2]" = $argv[1]
    or return 1
    set -e given[1 2]
    # The value of the last option may be what is being typed.
    if test "$argv[2]" = value; and contains -- "$given[-1]" $argv[3..-1]
        set -e given[-1]
    end
    for name in $argv[3..-1]
        if contains -- $name $given; or string match -q -- "$name=*" $given
            return 1
        end
    end
end

# A command and another name of an option, which is known but not offered.
function __diplo_typed -d 'Whether this is the command, and this option was typed'
    set -l given (commandline -opc)
    test "$given[2]" = $argv[1]
    and contains -- $argv[2] $given
end

# A command, the first and the last of the places, and the names of all options with values.
function __diplo_place -d 'Whether this is the command, and an argument of these places is to come'
    set -l given (commandline -opc)
    test "$given[2]" = $argv[1]
    or return 1
    set -e given[1 2]
    set -l place 0
    set -l state options
    for word in $given
        switch "$state $word"
            case 'value *'
                set state options
            case 'options --'
                set state arguments
            case 'options -*'
                contains -- $word $argv[4..-1]
                and set state value
            case '*'
                set place (math $place + 1)
        end
    end
    test $place -ge $argv[2] -a $place -le $argv[3]
end

function __diplo_words -d 'Print the words of a list'
    set -l words
    switch $argv[1]
        # <lists>
    end
    printf '%s\n' $words
end

# With a comma behind its name, words may also stand behind the last comma; with a plus, behind the
# last of either, and where none fits, there are others.
function __diplo_list -d 'Print what may stand at the cursor of the words of a list'
    set -l words (__diplo_words (string trim -rc ,+ $argv[1]))
    set -l before ''
    if string match -qr '[,+]$' -- $argv[1]
        set -l signs ,
        string match -q '*+' -- $argv[1]
        and set signs ,+
        set -l typed (commandline -ct | string replace -r '^(--[^=]*=|-\w)' '' | string replace -ra '[\'"]' '')
        set before (string match -r "^.*[$signs]" -- $typed; or echo)
        if test $signs = ,+; and not string match -q -- (string replace -r '^.*[,+]' '' -- $typed)'*' $words
            set words (__diplo_words others)
        end
    end
    printf '%s\t\n' $before$words
end

complete -c diplo -e
complete -c diplo -f
# <top>
# <commands>
