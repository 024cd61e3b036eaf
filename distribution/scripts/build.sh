# Builds what changed, and shows how far it is.

SERVER=$KONTOR_ROOT/distribution/server/target/kontor
BUILT=$KONTOR_ROOT/distribution/server/target/built-from
CLIENT_BUILT=$KONTOR_ROOT/bundles/org.kontor.ui.frontend/target/built-from

checksum() {
  if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}
export -f checksum

# One sum over the names and contents of all files in the given folders, without what is built or only tests.
inputs() {
  (cd "$KONTOR_ROOT" && find "$@" \( -name target -o -name node_modules -o -name .work -o -path '*/src/test' \
    -o -path '*/org.kontor.ui.frontend/src/main/frontend/generated' -o -path '*/org.kontor.ui.frontend/src/main/bundles' \) -prune -o -type f \
    ! -name README.md ! -name CHANGELOG.md ! -path '*/org.kontor.ui.frontend/package.json' ! -path '*/org.kontor.ui.frontend/tsconfig.json' ! -path '*/org.kontor.ui.frontend/*.ts' -print0 \
    | LC_ALL=C sort -z | xargs -0 bash -c 'checksum "$@"' _ | checksum | cut -d' ' -f1)
}

server_inputs() { printf '%s %s' "$(inputs pom.xml .mvn bundles distribution/pom.xml distribution/launcher distribution/server distribution/demo features)" "$(jdk_version "$JAVA_HOME")"; }

# Vaadin and the client side of its components: built apart since it takes the longest and changes the least.
client_inputs() { printf '%s %s' "$(inputs bundles/org.kontor.ui.frontend bundles/org.kontor.ui.vaadin)" "$(grep -E 'vaadin|flow|bnd' "$KONTOR_ROOT/pom.xml" | checksum | cut -d' ' -f1)"; }

client_is_built() {
  [ -f "$CLIENT_BUILT" ] && [ "$(cat "$CLIENT_BUILT")" = "$(client_inputs)" ] \
    && [ -d "$KONTOR_ROOT/bundles/org.kontor.ui.frontend/target/classes/META-INF/VAADIN" ] \
    && [ -d "$KONTOR_ROOT/bundles/org.kontor.ui.vaadin/target/classes/com/vaadin" ]
}

server_is_built() {
  [ -f "$BUILT" ] && [ -f "$SERVER/lib/launcher.jar" ] && [ "$(cat "$BUILT")" = "$(server_inputs)" ]
}

# Reads Maven's output and prints one line a module.
follow_maven() {
  local line module= number= began=$SECONDS fetched=0
  finished() {
    [ -z "$module" ] || step "[$number] $module$([ "$fetched" -lt 20 ] || printf ' (%s files fetched)' "$fetched")" $((SECONDS - began))
    began=$SECONDS fetched=0 module=
  }
  while IFS= read -r line; do
    case "$line" in
      "[INFO] Building "*"["*/*"]")
        finished
        number=${line##*[} number=${number%]}
        module=${line#"[INFO] Building "} module=${module%% 1.0.0*} module=${module#Kontor: }
        passing "[$number] $module ..."
        ;;
      *"Downloaded from "*)
        fetched=$((fetched + 1))
        passing "${module:+[$number] }${module:-preparing} ... $fetched files fetched"
        ;;
      "[INFO] BUILD "* | "[INFO] Reactor Summary"*) finished ;;
      "[INFO] Running "*) passing "[$number] $module: ${line#"[INFO] Running "}" ;;
    esac
  done
  finished
}

# Runs Maven with its noise in a log; shows what went wrong. `maven LOG-NAME ARGUMENTS...`
maven() {
  local log=$KONTOR_WORK/log/$1.log status=0
  shift
  mkdir -p "$KONTOR_WORK/log"
  if client_is_built; then
    set -- -Dvaadin.unchanged=true "$@"
  else
    rm -f "$CLIENT_BUILT"
  fi
  (cd "$KONTOR_ROOT" && exec "$MAVEN" -B -Dstyle.color=never "$@") 2>&1 | tee "$log" | follow_maven || status=$?
  if grep -q 'Building jar: .*/org.kontor.ui.frontend-' "$log"; then remember_client; fi
  [ "$status" -eq 0 ] || maven_failed "$log"
  return "$status"
}

maven_failed() {
  {
    printf '\n'
    grep -E '^\[ERROR\]' "$1" | grep -vE '^.ERROR. .Help 1|^.ERROR. After correcting|^.ERROR.   mvn <args>|Re-run Maven|To see the full stack|For more information|^\[ERROR\] *$' | head -30
    printf '\nkontor: the build failed; the whole log is %s\n' "$1"
    if grep -qE 'Could not transfer|Could not find artifact|Unknown host' "$1"; then
      printf '  Maven could not fetch what it needs: is the network, or the mirror in ~/.m2/settings.xml, reachable?\n'
    fi
  } >&2
}

# The client side is kept even when a later module breaks the build.
remember_client() {
  client_inputs >"$CLIENT_BUILT.new" && mv "$CLIENT_BUILT.new" "$CLIENT_BUILT"
}

remember_server() {
  printf '%s' "$1" >"$BUILT"
}

# Builds the portal, unless nothing it is made of changed.
build_server() {
  if server_is_built; then
    return
  fi
  local from
  from=$(server_inputs)
  printf 'Building Kontor. The first time takes some minutes, mostly to fetch libraries.\n'
  local started=$SECONDS
  maven build install -Dmaven.test.skip=true -pl distribution/server -am || exit 1
  remember_server "$from"
  step "built" $((SECONDS - started))
}

# Builds the whole tree without running tests.
build_everything() {
  local started=$SECONDS from
  from=$(server_inputs)
  printf 'Building all of Kontor with %s\n' "$JAVA_HOME"
  maven build install -DskipTests || exit 1
  remember_server "$from"
  step "built; ./kontor run starts it" $((SECONDS - started))
}
