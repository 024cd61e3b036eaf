# Starts the portal.

# What the portal may use of the memory: a quarter, at least 256 MB, at most 4 GB.
heap_megabytes() {
  local total=4096 bound heap
  if [ -r /proc/meminfo ]; then
    total=$(($(sed -n 's/^MemTotal: *\([0-9]*\).*/\1/p' /proc/meminfo) / 1024))
  fi
  for bound in /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes; do
    if [ -r "$bound" ] && grep -qE '^[0-9]{1,15}$' "$bound" && [ $(($(cat "$bound") / 1048576)) -lt "$total" ]; then
      total=$(($(cat "$bound") / 1048576))
    fi
  done
  heap=$((total / 4))
  [ "$heap" -ge 256 ] || heap=256
  [ "$heap" -le 4096 ] || heap=4096
  printf '%s' "$heap"
}

# Prints the options of the portal's Java, one a line.
java_options() {
  local heap
  heap=$(heap_megabytes)
  printf '%s\n' "-Xmx${heap}m" --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -XX:+UseCompactObjectHeaders
  if [ "$heap" -le 1024 ]; then printf '%s\n' -XX:+UseSerialGC; else printf '%s\n' -XX:+UseG1GC; fi
}

value_of() {
  [ $# -ge 2 ] && [ -n "$2" ] || refuse "$1 needs a value. See ./kontor help"
  printf '%s' "$2"
}

run_portal() {
  local port=8080 data=$KONTOR_ROOT/data bind= demo=true
  while [ $# -gt 0 ]; do
    case "$1" in
      --port) port=$(value_of "$@"); shift 2 ;;
      --port=*) port=${1#*=}; shift ;;
      --data) data=$(value_of "$@"); shift 2 ;;
      --data=*) data=${1#*=}; shift ;;
      --bind) bind=$(value_of "$@"); shift 2 ;;
      --bind=*) bind=${1#*=}; shift ;;
      --no-demo) demo=false; shift ;;
      -h | --help) usage; return ;;
      *) refuse "'./kontor run' has no option '$1'. Options: --port N, --data DIR, --bind ADDRESS, --no-demo" ;;
    esac
  done
  if ! [[ $port =~ ^[0-9]{1,5}$ ]] || [ "$((10#$port))" -lt 1 ] || [ "$((10#$port))" -gt 65535 ]; then
    refuse "--port must be a number from 1 to 65535, not '$port'"
  fi
  [ -n "$data" ] || refuse "--data needs a folder. See ./kontor help"
  find_java
  server_is_built || find_maven
  build_server
  local options=()
  while IFS= read -r option; do options+=("$option"); done < <(java_options)
  [ -z "$bind" ] || options+=("-Dkontor.bind=$bind")
  # shellcheck disable=SC2086
  exec "$JAVA_HOME/bin/java" "${options[@]}" ${KONTOR_JAVA_OPTS:-} "-Dkontor.home=$SERVER" "-Dkontor.data=$data" "-Dkontor.port=$((10#$port))" \
    "-Dkontor.demo=$demo" -cp "$SERVER/lib/launcher.jar:$SERVER/lib/felix.jar" org.kontor.launcher.Main
}
