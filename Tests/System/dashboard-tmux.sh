#!/bin/bash
# Drives the dashboard in tmux: sizes, keys, resizing, and that every end gives the terminal back.
#     dashboard-tmux.sh CALL.wav [COMMAND...]
# COMMAND shows CALL.wav in the dashboard; without one it is the demo of the debug build.
set -u
call=$1
shift
run=${*:-"$(dirname "$0")/../../.build/debug/DashboardDemo $call 4"}
socket="interject-test-$$"
failures=0

tm() { tmux -L "$socket" "$@"; }
screen() { tm capture-pane -p; }
fail() {
  echo "FAILED: $1"
  screen | sed 's/^/    /'
  failures=$((failures + 1))
}
# Waits until a command succeeds, at most ten seconds.
await() {
  local tries=100
  until "$@" 2>/dev/null; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || return 1
    sleep 0.1
  done
}
shows() { screen | grep -qF -- "$1"; }
hides() { ! shows "$1"; }
modes() { [ "$(tm display -p '#{alternate_on}#{cursor_flag}#{wrap_flag}')" = "$1" ]; }
pane() { tm display -p '#{pane_pid}'; }
child() { pgrep -P "$(pane)" | tail -1; }
start() {
  tm kill-server 2>/dev/null
  tm -f /dev/null new-session -d -x "$1" -y "$2" 'bash --norc --noprofile'
  tm send-keys "export PS1='ready> ' LANG=C.UTF-8 $3; clear" Enter
  tm send-keys "$run" Enter
  await shows 'not recording' || fail "starts at $1x$2"
}
# The shell works as before: its prompt is there, typing is echoed, the screen wraps.
given_back() {
  await modes 011 || fail "$1: the screen is given back"
  tm send-keys 'stty -a | tr " " "\n" | grep -cx -e icanon -e echo' Enter
  await shows 2 || fail "$1: the keyboard is given back"
}

for size in '60 16' '80 24' '120 40' '200 60'; do
  for colour in '' NO_COLOR=1; do
    # shellcheck disable=SC2086
    start $size "$colour"
    await shows 'call 0:' || fail "finds the call at $size"
    [ "$(screen | wc -l)" = "${size#* }" ] || fail "fills $size"
    screen | head -1 | grep -q 'saving$' || fail "reaches the last column of $size"
    if tm capture-pane -ep | grep -q $'\e\[[0-9;]*3[0-9]m'; then painted=1; else painted=; fi
    [ "${painted:-0}" != "${colour:+1}" ] || fail "heeds '$colour' at $size"
    modes 100 || fail "takes the screen at $size"
  done
done

start 80 24 ''
tm send-keys '?'
await shows 'close this help' || fail 'explains its keys'
tm send-keys Escape
await hides 'close this help' || fail 'closes the help'
tm send-keys m
await shows marked || fail 'marks'
tm send-keys h
await shows 'on hold' || fail 'holds'
tm send-keys h
tm send-keys Up
await shows newer || fail 'scrolls'
tm resize-window -x 120 -y 40
await shows 'of talk' || fail 'follows a larger size'
tm resize-window -x 60 -y 16
await shows mm-hm || fail 'follows a smaller size'
tm send-keys C-z
await shows Stopped || fail 'stops'
modes 011 || fail 'gives the screen back when stopped'
tm send-keys fg Enter
await modes 100 || fail 'takes the screen again'
await shows 'not recording' || fail 'goes on'
tm send-keys q
given_back q

for signal in INT TERM HUP QUIT SEGV ABRT ILL; do
  start 80 24 'SWIFT_BACKTRACE=enable=no'
  kill -"$signal" "$(child)"
  given_back "SIG$signal"
done

tm kill-server
[ $failures = 0 ] && echo 'dashboard: passed'
exit $((failures > 0))
