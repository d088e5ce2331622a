import ArgumentParser

/// The files that a monitored call is read from and written to, which must be different ones.
struct MonitorFiles {
  let replay: String?
  let events: String?
  let record: String?
  let marks: String?
  var transcript: String?

  func validate() throws(ValidationError) {
    for (option, name) in [
      ("--replay", replay), ("--events", events), ("--record", record), ("--marks", marks),
    ]
    where name == "" {
      throw ValidationError("\(option) '': name a file.")
    }
    if let transcript {
      for (option, name) in [
        ("--replay", replay), ("--events", events), ("--record", record), ("--marks", marks),
      ] {
        if let name, FilePlace.isSame(name, transcript) {
          throw ValidationError("\(option) \(name): the words come from there; name two files.")
        }
      }
    }
    if record == "-" {
      throw ValidationError("--record -: name a file; audio does not go to the standard output.")
    }
    if events == "-" {
      throw ValidationError("--events -: for the stream on the standard output use --jsonl.")
    }
    for (option, name) in [("--events", events), ("--record", record)] {
      if let name, let marks, FilePlace.isSame(name, marks) {
        throw ValidationError("\(option) \(name): the marks go there; name two files.")
      }
    }
    if let events, let record, FilePlace.isSame(events, record) {
      throw ValidationError("--events \(events): the audio is recorded there; name two files.")
    }
    if let events, let output = FileIdentity("/dev/stdout"), output.isRegular,
      FileIdentity(events) == output
    {
      throw ValidationError("--events \(events): the standard output goes there; name two files.")
    }
    guard let replay else { return }
    let input = replay == "-" ? "/dev/stdin" : replay
    for (option, name) in [("--events", events), ("--record", record), ("--marks", marks)] {
      if let name, FilePlace.isSame(name, input) {
        throw ValidationError("\(option) \(name): that is the recording; name another file.")
      }
    }
  }
}
