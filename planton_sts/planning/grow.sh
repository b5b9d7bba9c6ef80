# Tell whether the amount $1 is less than $2: yes or no.
is_less() {
  awk '
    function bytes(amount,  unit) {
      unit = amount
      sub(/^[+]?[0-9.]+([eE][-+]?[0-9]+)?/, "", unit)
      sub(/^K/, "k", unit)
      return amount * (unit ~ /i$/ ? 1024 : 1000) ^ (index("num kMGTPE", substr(unit " ", 1, 1)) - 4)
    }
    BEGIN { print (bytes(ARGV[1]) < bytes(ARGV[2])) ? "yes" : "no" }
  ' "$1" "$2"
}

# Have each claim from $2$3 to $2$4 grow to $1, or only ask where $dry_run says so.
grow() {
  size=$1 stem=$2 ordinal=$3 last=$4
  shift 4
  while [ "$ordinal" -le "$last" ]; do
    grow_one "$stem$ordinal" "$@"
    ordinal=$((ordinal + 1))
  done
}

# The same for one claim; one that is not there, or is as large already, is left alone.
grow_one() {
  has=$(kubectl get pvc "$@" --ignore-not-found --output 'jsonpath={.spec.resources.requests.storage}')
  [ -n "$has" ] || return 0
  case $(is_less "$has" "$size") in
    yes) ;;
    no) return 0 ;;
    *) stop "awk cannot compare $has with $size" ;;
  esac
  patch="{\"spec\":{\"resources\":{\"requests\":{\"storage\":\"$size\"}}}}"
  kubectl patch pvc "$@" --patch "$patch" --dry-run="$dry_run" || cannot_grow "$@"
}

cannot_grow() {
  class=$(kubectl get pvc "$@" --output 'jsonpath={.spec.storageClassName}')
  [ "$dry_run" = none ] || printf 'Nothing was changed.\n' >&2
  stop "the server does not let the claim $1, of StorageClass '$class', grow to $size"
}
