# What ./kontor says on the terminal.

# Says why it can't go on, with the way out, and leaves.
refuse() {
  printf 'kontor: %s\n' "$1" >&2
  exit 2
}

# Refuses options of a command that has none.
no_options() {
  local command=$1
  shift
  [ $# -eq 0 ] || refuse "'./kontor $command' takes no options, not '$1'. See ./kontor help"
}

# One finished step: what, and how long it took. `step TEXT SECONDS`
step() {
  if [ -t 1 ]; then printf '\r\033[K'; fi
  printf '  %-58s %5s s\n' "$1" "$2"
}

# What is going on now; shown only where a terminal can take it back. `passing TEXT`
passing() {
  if [ -t 1 ]; then printf '\r\033[K  %s' "${1:0:76}"; fi
}

note() {
  if [ -t 1 ]; then printf '\r\033[K'; fi
  printf '  %s\n' "$1"
}
