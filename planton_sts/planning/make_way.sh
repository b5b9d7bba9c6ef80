# Delete the object $3 $4 if it is there and the server does not let it become what the patch $2 makes of it; $1 says
# what becomes of the objects that belong to it.
make_way() {
  cascade=$1 patch=$2
  shift 2
  found=$(kubectl get "$@" --ignore-not-found --output name)
  [ -n "$found" ] || return 0
  if answer=$(kubectl patch "$@" --type json --patch "$patch" --dry-run=server 2>&1); then return 0; fi
  case $answer in
    *'" is invalid: '*) kubectl delete "$@" --cascade="$cascade" ;;
    *) stop "$answer" ;;
  esac
}
