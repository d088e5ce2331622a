import AudioFiles
import Conversation
import Dashboard
import Glibc
import Interject

// Plays a recorded call into the dashboard as if it were live, for looking at it:
//     swift run DashboardDemo CALL.wav [SPEED]
// With --calls it prints the calls found in a session instead, as fast as they are heard.
//     swift run DashboardDemo --calls SESSION.wav
let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  print("usage: DashboardDemo CALL.wav [SPEED]")
  exit(64)
}
do {
  if arguments[1] == "--calls" {
    try DashboardReplay.printCalls(of: arguments[2...].first ?? "")
    exit(0)
  }
  var replay = try DashboardReplay(
    path: arguments[1], speed: arguments.count > 2 ? Double(arguments[2]) ?? 1 : 1)
  try replay.run()
  print("The dashboard is closed.")
} catch {
  print(error)
  exit(1)
}
