# Builds and runs tests with a sanitizer. Sourced by the checks of that kind.

# run_sanitized NAME FILTER: runs the matching tests under a sanitizer, in a build of their own.
run_sanitized() {
  local name=$1 filter=$2 log
  log=$(mktemp)
  # XCTest would run beside it with leaks of its own.
  if swift test --quiet --sanitize="$name" --scratch-path ".build-$name" --disable-xctest \
    --filter "$filter" >"$log" 2>&1 && summary=$(grep -o 'Test run with .* passed' "$log"); then
    echo "ok    $(basename "$0"): ${summary#Test run with }"
  else
    grep -E 'error:|ERROR|WARNING|SUMMARY|✘|issue|leak of| in .* /.*/(Sources|Tests)/' "$log" |
      cut -c1-300 | head -40
    echo "FAIL  $(basename "$0"): the tests matching $filter"
    return 1
  fi
}
