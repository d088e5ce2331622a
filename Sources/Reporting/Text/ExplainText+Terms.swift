import Conversation
import Wording

extension ExplainText {
  /// Each figure's name and definition, with the values in force.
  var terms: [(name: String, definition: String)] { speechTerms + floorTerms + listeningTerms }

  private var turns: TurnSettings { configuration.turns }
  private var tone: ToneSettings { configuration.tone }
  private var guidance: GuidanceSettings { configuration.guidance }

  private func span(_ seconds: Double) -> String {
    (FigureText.plain(seconds) + " s").unbroken
  }

  private var speechTerms: [(name: String, definition: String)] {
    [
      (
        "talk",
        """
        Time when a party speaks; pauses up to \(span(configuration.activity.bridge)) are \
        bridged, speech under \(span(configuration.activity.shortestSpeech)) is dropped. Time \
        when both speak counts for each of them.
        """
      ),
      (
        "of talk, of call",
        "A party's talk as a share of both parties' talk, and as a share of the call."
      ),
      (
        "neither, both, not heard",
        """
        Time when nobody speaks, when both speak, and when a party's audio was lost \
        or withheld. Time not heard is never counted as silence.
        """
      ),
      (
        "turn",
        """
        A party's speech in succession until the other takes the floor. The other's backchannels \
        and failed interruptions do not end it; a mutual silence of \(span(turns.deadAir)) does.
        """
      ),
    ]
  }

  private var floorTerms: [(name: String, definition: String)] {
    [
      (
        "interruption",
        """
        Speech that starts during the other's speech and claims the floor, as a trained model \
        judges from how long both have spoken, whether the other yields, and what came before. \
        Starts closer together than \(span(turns.simultaneousStart)) after a silence interrupt \
        nobody.
        """
      ),
      (
        "took the turn, did not, unclear",
        """
        Whether the newcomer or the other is the first to speak alone for \
        \(span(turns.floorAlone)) within \(span(turns.floorWithin)) of the onset; unclear when \
        neither is, or when audio is lost or the call ends first.
        """
      ),
      (
        "overlap of an interruption",
        "Time when both speak, from the onset of the interruption until one speaks alone."
      ),
      (
        "salience",
        """
        How much an interruption stands out, from 0 to 1: its outcome, how unfinished the other \
        was, the overlap, and how far level and pitch rose. It is not a verdict.
        """
      ),
      (
        "taken back",
        """
        A flag that proved to be a backchannel, a terminal overlap (the other stopped within \
        \(span(turns.terminalOverlap)) anyway), the other's voice leaking in, or too short.
        """
      ),
    ]
  }

  private var listeningTerms: [(name: String, definition: String)] {
    [
      (
        "backchannel",
        """
        At most \(span(turns.backchannelLongest)) of speech with \
        \(span(turns.backchannelSilence)) of the speaker's own silence on each side, during the other's turn, \
        without a claim on the floor ("mm-hm"). Credit, never a fault.
        """
      ),
      (
        "over the other's speech, in the other's pauses",
        "Where a backchannel begins. Rates are per minute of call."
      ),
      (
        "longest without one",
        """
        The longest part of the other's turn without a backchannel: from its start or the \
        end of a backchannel to the next or the turn's end.
        """
      ),
      (
        "yields when interrupted",
        """
        How many of the other's interruptions took the turn; how soon after the other's onset \
        the party stopped; and how often it had the floor again within \
        5 s of having stopped.
        """
      ),
      (
        "response time, patience",
        """
        From the end of the other's speech to the start of one's own at each change of speaker; \
        negative if the start came first. The 90th percentile needs ten changes. Quick \
        changes, under 0.2 s, are ordinary and only counted.
        """
      ),
      (
        "early answer",
        """
        Speech of at least \(span(turns.prematureAnswer)) that starts in a pause of the other, \
        who goes on while it lasts: the other had not finished. Experimental.
        """
      ),
      (
        "opening statement",
        """
        The customer's first turn with at least 3 s of speech, up to the agent's first start that \
        changes the floor; finished unless an interruption took the turn. Late after a minute.
        """
      ),
      (
        "dead air",
        "Mutual silence of at least \(span(turns.deadAir)), counted by who spoke first after it."
      ),
      (
        "replies",
        "The customer's turns that follow an agent's turn, and their lengths."
      ),
      (
        "longest without a pause",
        "The longest speech without a pause over \(span(configuration.activity.bridge))."
      ),
      ("monologue", "A turn of at least \(span(turns.monologue))."),
      (
        "speech level, speech above the noise",
        "Level of the speech in dB below full scale (dBFS), and its distance to the noise in dB."
      ),
      (
        "pitch",
        """
        From 71 to 400 Hz by normalized autocorrelation, where a party speaks alone: the median, \
        and the range without the lowest and highest tenths.
        """
      ),
      (
        "syllables a second",
        """
        Voiced peaks of the energy with a dip of 2 dB on both sides (de Jong & Wempe 2009), in a \
        second of speech without its pauses.
        """
      ),
      (
        "tone, marked change",
        """
        8 s of a party's speech against its own first minute: \(FigureText.plain(tone.pitch)) \
        semitones of median pitch, \(FigureText.plain(tone.loudness)) dB of level, \
        \(FigureText.percent(tone.rate)) of the syllable rate. What was measured, not what was felt.
        """
      ),
      (
        "noise",
        """
        What the agent's channel carries while only the customer speaks; heard beside speech if \
        less than 20 dB below the agent's own. Left out where the customer's voice leaks in.
        """
      ),
      (
        "guidance",
        """
        Lines from a table of rules, with their moments. Each has its own evidence, none from \
        experimental figures. During the call at most one every \(span(guidance.interval)).
        """
      ),
      (
        "rate",
        "Shown from ten events up; fewer are shown as a count."
      ),
    ]
  }
}
