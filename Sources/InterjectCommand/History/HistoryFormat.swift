import ArgumentParser

/// What `interject history` writes.
enum HistoryFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
