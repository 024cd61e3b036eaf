# Tests, benchmarks and soaks.

# The modules below itests/, as Maven's -pl takes them: comma-separated, each with the prefix $1.
itests_modules() {
  (cd "$KONTOR_ROOT" && find itests -name pom.xml -not -path '*/target/*' -not -path '*/src/*' | sed "s|/pom.xml||;s|^|$1|" | LC_ALL=C sort | paste -sd, -)
}

reports() {
  find "$KONTOR_ROOT/bundles" "$KONTOR_ROOT/distribution" "$KONTOR_ROOT/itests" -path '*-reports/TEST-*.xml' -not -path '*/node_modules/*' "$@"
}

# Prints how many tests passed, failed and were skipped, from the reports' root elements.
count_tests() {
  reports -print0 | xargs -0 -r grep -h -m1 -E '<testsuite ' | awk '
    function of(name,  part) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
    { bad = of("failures") + of("errors"); failed += bad; skipped += of("skipped"); passed += of("tests") - bad - of("skipped") }
    END { printf "%d %d %d", passed, failed, skipped }'
}

# Names each test that failed, from the reports.
failed_tests() {
  reports -print0 | xargs -0 -r awk '
    /<testcase / { match($0, /classname="[^"]*"/); class = substr($0, RSTART + 11, RLENGTH - 12); match($0, / name="[^"]*"/); name = substr($0, RSTART + 7, RLENGTH - 8) }
    /<(failure|error)[ >]/ { print "  failed: " class "." name }'
}

run_tests() {
  local started=$SECONDS broken=0 from
  find_chromium
  export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  reports -delete
  from=$(server_inputs)
  printf 'Unit tests of all bundles, with %s\n' "$JAVA_HOME"
  maven unit-tests install -fae -Dmaven.test.failure.ignore=true -pl "$(itests_modules '!')" || broken=1
  if [ "$broken" -eq 0 ]; then
    remember_server "$from"
    printf 'Tests of the whole portal\n'
    maven portal-tests install -fae -Dmaven.test.failure.ignore=true "-Dkontor.chromium=$CHROMIUM" -pl "$(itests_modules '')" || broken=1
  fi
  summary "$broken" $((SECONDS - started))
}

# The last line counts the tests; a build that broke counts as one failed. `summary BROKEN SECONDS`
summary() {
  local passed failed skipped
  read -r passed failed skipped < <(count_tests; echo)
  failed=$((failed + $1))
  printf '\n'
  failed_tests
  step "tested" "$2"
  printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

# The areas that can be soaked: tests below itests/ that repeat themselves. CrashIT is the area crash.
soak_areas() {
  (cd "$KONTOR_ROOT" && grep -rl --include='*IT.java' 'kontor\.rounds' itests | sed 's|.*/||;s|IT\.java$||' | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort | paste -sd' ' -)
}

run_soak() {
  local area=${1:-} rounds=20 file
  [ -n "$area" ] || refuse "say what to soak: ./kontor soak AREA [--rounds N]. Areas: $(soak_areas)"
  shift
  while [ $# -gt 0 ]; do
    case "$1" in
      --rounds) rounds=$(value_of "$@"); shift 2 ;;
      --rounds=*) rounds=${1#*=}; shift ;;
      *) refuse "'./kontor soak' has no option '$1'. Options: --rounds N" ;;
    esac
  done
  [[ $rounds =~ ^[1-9][0-9]{0,5}$ ]] || refuse "--rounds must be a number from 1 to 999999, not '$rounds'"
  case " $(soak_areas) " in *" $area "*) ;; *) refuse "there is no area '$area' to soak. Areas: $(soak_areas)" ;; esac
  file=$(cd "$KONTOR_ROOT" && grep -rl --include='*IT.java' 'kontor\.rounds' itests | grep -i "/${area}IT.java$" | head -1)
  local started=$SECONDS broken=0
  find_tools
  find_chromium
  build_server
  reports -delete
  printf 'Soaking %s, %s rounds\n' "$area" "$rounds"
  maven soak install -am -Dmaven.test.failure.ignore=true "-Dkontor.chromium=$CHROMIUM" "-Dkontor.rounds=$rounds" \
    "-Dit.test=$(basename "$file" .java)" "-Dtest=NoUnitTests" -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
    -pl "${file%%/src/*}" || broken=1
  summary "$broken" $((SECONDS - started))
}

run_bench() {
  local area=${1:-} quick=() option main
  case "$area" in '' | -*) refuse "say what to measure: ./kontor bench AREA [--quick]" ;; esac
  shift
  for option in "$@"; do
    [ "$option" = --quick ] || refuse "'./kontor bench' has no option '$option'. Options: --quick"
    quick=(--quick)
  done
  main=$(cd "$KONTOR_ROOT/itests/benchmarks/src/main/java" && grep -rlE '(public |^ *)static void main\(|^ *void main\(' . | head -1 | sed 's|^\./||;s|\.java$||;s|/|.|g')
  find_tools
  build_server
  printf 'Measuring %s\n' "$area"
  maven bench install -DskipTests -am -pl itests/benchmarks || exit 1
  maven bench-libraries -q dependency:build-classpath "-Dmdep.outputFile=$KONTOR_WORK/bench.classpath" -pl itests/benchmarks || exit 1
  cd "$KONTOR_ROOT" && exec "$JAVA_HOME/bin/java" -cp "itests/benchmarks/target/classes:$(cat "$KONTOR_WORK/bench.classpath")" "$main" "$area" ${quick[@]+"${quick[@]}"}
}
