# Finds Java and Maven, or says what to install.

JAVA_NEEDED=25

# Prints the major version of the JDK in folder $1; nothing when there is none.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  local text
  if [ -r "$1/release" ]; then
    text=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" | head -1)
  fi
  if [ -z "${text:-}" ]; then
    text=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1)
  fi
  printf '%s' "$text"
}

# Every folder where a JDK may be, one a line; the first that fits is taken.
jdk_places() {
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  local command
  if command=$(command -v javac); then
    dirname "$(dirname "$(readlink -f "$command")")"
  fi
  local pattern
  for pattern in /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/*jdk* /opt/java/* /opt/jdk/* /usr/local/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ ! -d "$pattern" ] || printf '%s\n' "$pattern"
  done
}

find_java() {
  local place version seen=
  while IFS= read -r place; do
    version=$(jdk_version "$place")
    [ -n "$version" ] || continue
    if [ "$version" -ge "$JAVA_NEEDED" ]; then
      export JAVA_HOME=$place
      return
    fi
    case " $seen " in *" $version "*) ;; *) seen="$seen $version" ;; esac
  done < <(jdk_places)
  refuse "Kontor needs a JDK $JAVA_NEEDED or later${seen:+; found only JDK$seen}.
  Debian or Ubuntu:  apt-get install openjdk-$JAVA_NEEDED-jdk-headless   (or temurin-$JAVA_NEEDED-jdk from https://adoptium.net)
  elsewhere:         https://adoptium.net/temurin/releases/?version=$JAVA_NEEDED
  If it is installed already, say where: JAVA_HOME=/path/to/jdk ./kontor ..."
}

find_maven() {
  MAVEN=$(command -v mvn || true)
  local place
  for place in "$HOME"/.sdkman/candidates/maven/current /opt/maven /opt/apache-maven* /usr/share/maven; do
    [ -z "$MAVEN" ] && [ -x "$place/bin/mvn" ] && MAVEN=$place/bin/mvn
  done
  if [ -z "$MAVEN" ]; then
    refuse "Kontor needs Maven 3.8 or later to build itself.
  Debian or Ubuntu:  apt-get install maven
  elsewhere:         https://maven.apache.org/download.cgi"
  fi
}

find_tools() {
  find_java
  find_maven
}

# Sets CHROMIUM to a browser for the tests, installed from the distribution's packages when there is none.
find_chromium() {
  local name
  CHROMIUM=
  for name in "${KONTOR_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null; then
      CHROMIUM=$(command -v "$name")
      return
    fi
  done
  local admin=
  [ "$(id -u)" -eq 0 ] || admin="sudo -n"
  local started=$SECONDS log=$KONTOR_WORK/log/chromium.log
  mkdir -p "$KONTOR_WORK/log"
  if command -v apt-get >/dev/null && { [ -z "$admin" ] || $admin true 2>/dev/null; }; then
    passing "installing Chromium for the browser tests ..."
    if { $admin apt-get -q update && $admin env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends chromium; } >"$log" 2>&1; then
      CHROMIUM=$(command -v chromium)
      step "Chromium installed" $((SECONDS - started))
      return
    fi
    tail -5 "$log" >&2
  fi
  refuse "the browser tests need Chromium, and it can't be installed from here.
  Debian or Ubuntu:  sudo apt-get install chromium
  If it is installed already, say where: KONTOR_CHROMIUM=/path/to/chromium ./kontor test"
}
