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
