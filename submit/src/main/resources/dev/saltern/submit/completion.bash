
# The names that stand in files: pipelines, environments and clusters of the conf folder.

# Prints the conf folder of the words: that of --conf, else ./conf.
_saltern_conf() {
  local i
  for ((i = 1; i < ${#COMP_WORDS[@]}; i++)); do
    case ${COMP_WORDS[i]} in
      --conf) printf '%s\n' "${COMP_WORDS[i + 1]}"; return ;;
      --conf=*) printf '%s\n' "${COMP_WORDS[i]#--conf=}"; return ;;
    esac
  done
  printf 'conf\n'
}

# Prints the names of the YAML files in a folder of the conf folder.
_saltern_names() {
  local file name
  for file in "$(_saltern_conf)/$1"/*.y*ml; do
    name=${file##*/}
    [ ! -f "$file" ] || printf '%s\n' "${name%.y*ml}"
  done
}

_saltern() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} wanted= i
  # --env=NAME is three words to bash.
  [ "$before" != = ] || before=${COMP_WORDS[COMP_CWORD - 2]}
  [ "$word" != = ] || word=
  case $before in
    --env) wanted=environments ;;
    --cluster) wanted=clusters ;;
    *)
      case $word in
        -*) ;;
        *)
          for ((i = 1; i < COMP_CWORD; i++)); do
            case ${COMP_WORDS[i]} in
              {{commands}}) wanted=pipelines ;;
            esac
          done
          ;;
      esac
      ;;
  esac
  _complete_saltern
  # What an option takes is for the option to say.
  case $before in
    --env | --cluster) ;;
    -*) [ ${#COMPREPLY[@]} -eq 0 ] || return ;;
  esac
  if [ -n "$wanted" ]; then
    # shellcheck disable=SC2207 # the words are names
    COMPREPLY=($(compgen -W "$(_saltern_names "$wanted")" -- "$word"))
  fi
}
complete -o default -F _saltern saltern
