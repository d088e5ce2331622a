/// What the user asks for while a call is monitored.
enum MonitorRequest {
  case stop, hangUp, pause, mark, newCall, hold, mute, contest, withdrawContest
}
