import Conversation
import Reporting

/// The verdict of a check as a JSON object.
package enum SetupJSON {
  /// Writes it; `remedy` says what to do about a finding, nil where nothing need be done.
  package static func bytes(
    _ verdict: SetupVerdict, _ around: SetupSurroundings, remedy: (SetupFinding) -> String?
  ) -> [UInt8] {
    var text = JSONText(brokenLevels: 2)
    text.beginObject()
    text.field("right", verdict.isRight)
    text.field("apart", verdict.isApart)
    for party in Party.allCases {
      let side = verdict.sides[party]
      text.name(party.name)
      text.beginObject()
      text.field("device", around.heard[party].name)
      text.field("description", around.heard[party].description)
      text.field("muted", around.heard[party].isMuted)
      text.field("talk", verdict.heard[party].talk)
      text.field("sound", verdict.heard[party].sound)
      text.field("speech_level", side.speechLevel, places: 1)
      let heard = verdict.heard[party]
      text.field("noise_level", heard.noiseLevel, places: 1)
      text.field(
        "signal_to_noise", side.speechLevel.flatMap(heard.distance(ofSpeech:)), places: 1)
      text.field("leak", side.leak, places: 1)
      text.endObject()
    }
    text.name("findings")
    text.beginArray()
    for finding in verdict.findings {
      text.beginObject()
      text.field("code", finding.code)
      text.field("party", finding.party?.name)
      text.field("fault", finding.isFault)
      text.field("text", finding.words(around))
      text.field("remedy", remedy(finding))
      if case .otherOutputs(let outputs, _) = finding {
        text.name("outputs")
        text.beginArray()
        for output in outputs { text.value(output.name) }
        text.endArray()
      }
      text.endObject()
    }
    text.endArray()
    text.endObject()
    text.endLine()
    return text.bytes
  }
}
