#compdef diplo
# Completion of diplo for zsh. To install it, put this line into ~/.zshrc, after compinit if that
# is there, or write the script to a file _diplo in a folder of $fpath:
#   eval "$(diplo completion zsh)"
# A TAB runs no process: the words are those of the event files when this script was made.

# Offer the words of a list; with a comma behind its name, also behind the last comma typed, with
# a plus, behind either, and others where none fits.
_diplo_list() {
  local list=${@[-1]} offered IFS=$' \t\n'
  case ${list%[,+]} in
    # <lists>
  esac
  [[ $list == *, ]] && compset -P '*,'
  [[ $list == *+ ]] && compset -P '*[,+]'
  compadd "${@[1,-2]}" -- ${=offered} && return
  [[ $list == *+ ]] && _diplo_list "${@[1,-2]}" others
}

# The options and arguments of a command.
_diplo_command() {
  case $1 in
    # <cases>
  esac
}

_diplo() {
  local curcontext=$curcontext state line
  local -a specs commands
  local -A opt_args
  specs=(
    # <top>
  )
  commands=(
    # <commands>
  )
  _arguments -C -S "$specs[@]" '1: :->command' '*:: :->rest' && return
  case $state in
    command) _describe command commands ;;
    rest)
      specs=()
      _diplo_command "$words[1]"
      _arguments -s -S "$specs[@]" ;;
  esac
}

if [[ ${funcstack[1]} == _diplo ]]; then
  _diplo "$@"
else
  if (( ! ${+functions[compdef]} )); then
    autoload -Uz compinit && compinit -i
  fi
  compdef _diplo diplo
fi
