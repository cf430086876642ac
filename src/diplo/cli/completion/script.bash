# Completion of diplo for bash. To install it, put this line into ~/.bashrc:
#   eval "$(diplo completion bash)"
# A TAB runs no process: the words are those of the event files when this script was made.

# The words of a list.
_diplo_list() {
  case $1 in
    # <lists>
  esac
}

# The arguments of a command, and its options: a long and a short name, what the value is, and
# whether it may be given once or many times; or it is another name, which is not offered.
_diplo_command() {
  case $1 in
    # <commands>
  esac
}

# The words of the line up to the cursor. Bash splits them at = and : too; those that touch are one.
_diplo_split() {
  local rest=$COMP_LINE word before i over
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    before=${rest%%[![:space:]]*}
    rest=${rest#"$before"}
    rest=${rest#"$word"}
    if [[ $i == 0 || -n $before ]]; then
      tokens+=("$word")
    else
      tokens[${#tokens[@]} - 1]+=$word
    fi
  done
  typed=${tokens[${#tokens[@]} - 1]}
  over=$((${#COMP_LINE} - ${#rest} - ${COMP_POINT:-${#COMP_LINE}}))
  if ((over > 0 && over <= ${#typed})); then
    typed=${typed:0:${#typed}-over}
  fi
}

# Offer the words of a kind; what stands before them in the word at the cursor is kept. Where pluses
# may stand and no word fits, offer others.
_diplo_offer() {
  local kind=$1 value=$2 before=$3 words='' word character signs=
  local IFS=$' \t\n'
  case $kind in
    flag | free) return ;;
    files)
      compopt -o default 2>/dev/null
      return ;;
  esac
  value=${value#[\"\']}
  case $kind in
    *,) signs=, ;;
    *+) signs=,+ ;;
  esac
  if [[ -n $signs && $value == *[$signs]* ]]; then
    word=${value##*[$signs]}
    before+=${value%"$word"}
    value=$word
  fi
  case $before in *[\(\`]*) return ;; esac
  for character in = : ,; do
    if [[ $COMP_WORDBREAKS == *"$character"* ]]; then
      before=${before##*"$character"}
    fi
  done
  _diplo_list "${kind%[,+]}"
  for word in $words; do
    if [[ $word == "$value"* ]]; then
      COMPREPLY+=("$before$word")
    fi
  done
  if [[ $kind == *+ && ${#COMPREPLY[@]} == 0 ]]; then
    _diplo_offer others "$value" "$before"
  fi
}

# Offer the long options that begin with what is typed, but for those that were given already.
_diplo_offer_options() {
  local i
  for ((i = 0; i < ${#options[@]}; i += 4)); do
    [[ ${options[i + 3]} != other ]] || continue
    if [[ ${options[i + 3]} == once ]]; then
      case $given in *" ${options[i]} "* | *" ${options[i + 1]} "*) continue ;; esac
    fi
    if [[ ${options[i]} == "$typed"* ]]; then
      COMPREPLY+=("${options[i]}")
    fi
  done
}

# What the value of an option is.
_diplo_kind() {
  local i
  kind=flag
  for ((i = 0; i < ${#options[@]}; i += 4)); do
    if [[ $1 == "${options[i]}" || $1 == "${options[i + 1]}" ]]; then
      kind=${options[i + 2]}
    fi
  done
}

# Go through the words before the cursor: which options were given, and what is to come.
_diplo_walk() {
  local i token kind
  for ((i = 2; i < ${#tokens[@]} - 1; i++)); do
    token=${tokens[i]}
    if [[ -n $taker ]]; then
      taker=
    elif [[ -z $ended && $token == -- ]]; then
      ended=1
    elif [[ -z $ended && $token == -?* ]]; then
      given+=" ${token%%=*} "
      _diplo_kind "$token"
      [[ $kind == flag ]] || taker=$kind
    else
      place=$((place + 1))
    fi
  done
}

_diplo_offer_argument() {
  local last=$((${#arguments[@]} - 1))
  if ((last > 0)) && [[ ${arguments[last]} == ... ]]; then
    ((place < last)) || place=$((last - 1))
  fi
  if ((place <= last)); then
    _diplo_offer "${arguments[place]}" "$typed" ''
  fi
}

_diplo() {
  local tokens typed arguments options kind given=' ' taker='' ended='' place=0
  COMPREPLY=() tokens=() arguments=() options=()
  _diplo_split
  ((${#tokens[@]} > 1)) || return 0
  case ${tokens[${#tokens[@]} - 2]}/$typed in
    *[\<\>\|\&]/* | */[\<\>]* | */[0-9\&][\<\>]*)
      _diplo_offer files "$typed" ''
      return ;;
  esac
  if ((${#tokens[@]} == 2)); then
    _diplo_command -
  else
    _diplo_command "${tokens[1]}"
    _diplo_walk
  fi
  if [[ -n $taker ]]; then
    _diplo_offer "$taker" "$typed" ''
  elif [[ -z $ended && $typed == --*=* ]]; then
    _diplo_kind "${typed%%=*}"
    _diplo_offer "$kind" "${typed#*=}" "${typed%%=*}="
  elif [[ -z $ended && $typed == -* ]]; then
    _diplo_offer_options
  else
    _diplo_offer_argument
  fi
}

# Bash before 4.0 cannot ask for names of files in some places only.
if type compopt >/dev/null 2>&1; then
  complete -F _diplo diplo
else
  complete -o default -F _diplo diplo
fi
