import Wording

/// The answers of some files: each person's on each moment once.
///
/// Whoever answers a moment again has changed their mind: the latest answer counts, by when the files
/// say that they were saved, else by the order in which they are named. Files that do not say whose
/// they are count as one person's, since two of them may well be the same review saved twice.
struct GatheredAnswers: Sendable {
  /// What one person has answered.
  struct Person: Sendable {
    /// The name as first written; empty where the files say none.
    let name: String
    /// One answer for each moment, in the order in which they were first given.
    fileprivate(set) var answers: [ReviewAnswer] = []
    /// The moments that were answered more than once.
    fileprivate(set) var repeated: Set<String> = []
    /// Those of them that were not always answered alike.
    fileprivate(set) var changed: Set<String> = []
    fileprivate var places: [String: Int] = [:]
    fileprivate(set) var files = 0

    fileprivate init(name: String) { self.name = name }

    fileprivate mutating func add(_ answer: ReviewAnswer) {
      guard let verdict = answer.answer else { return }
      guard let place = places[answer.key] else {
        places[answer.key] = answers.count
        answers.append(answer)
        return
      }
      repeated.insert(answer.key)
      if answers[place].answer != verdict { changed.insert(answer.key) }
      answers[place] = answer
    }
  }

  /// The reviewers, in the order in which they are named.
  let reviewers: [Person]
  /// The flags that people concerned have marked as wrong, each once, however many say so.
  let marks: [ReviewAnswer]

  /// Brings files together.
  init(_ files: [ReviewAnswers]) {
    reviewers = Self.people(in: files.filter { $0.kind == .review })
    var seen: Set<String> = []
    marks = Self.people(in: files.filter { $0.kind == .contest }).flatMap(\.answers)
      .filter { $0.answer == .no && seen.insert($0.key).inserted }
  }

  /// Each moment once, as the first who has judged it says.
  var judged: [ReviewAnswer] {
    var seen: Set<String> = []
    return reviewers.flatMap(\.answers).filter { seen.insert($0.key).inserted }
  }

  /// What a reader of the figures should know of the files.
  var notes: [String] {
    var notes: [String] = []
    for person in reviewers {
      let name = person.name.isEmpty ? "Someone unnamed" : person.name.printable
      if !person.repeated.isEmpty {
        let moments = person.repeated.count == 1 ? "1 moment" : "\(person.repeated.count) moments"
        notes.append(
          "\(name) answered \(moments) more than once, \(person.changed.count) of them differently: "
            + "the latest answer counts.")
      }
      if person.name.isEmpty, person.files > 1 {
        notes.append(
          "\(person.files) files do not say who answered and count as one person's: write a name on "
            + "the page to compare reviewers.")
      }
    }
    return notes
  }

  private static func people(in files: [ReviewAnswers]) -> [Person] {
    var order: [String] = []
    var byName: [String: [ReviewAnswers]] = [:]
    for file in files {
      let name = file.person.lowercased()
      if byName[name] == nil { order.append(name) }
      byName[name, default: []].append(file)
    }
    return order.map { name in
      var files = byName[name] ?? []
      if files.allSatisfy({ $0.saved != nil }) {
        // Stable, so that the order named decides between files of the same moment.
        files = files.enumerated().sorted {
          ($0.element.saved ?? "", $0.offset) < ($1.element.saved ?? "", $1.offset)
        }.map(\.element)
      }
      var person = Person(name: files.first?.person ?? "")
      person.files = files.count
      for answer in files.flatMap(\.answers) { person.add(answer) }
      return person
    }
  }
}

extension ReviewAnswers {
  /// Who answered, without spaces around the name.
  fileprivate var person: String {
    let text = (reviewer ?? "")[...]
    let start = text.drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }
}
