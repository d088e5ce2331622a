"""Write the network and its thresholds as Swift constants."""
from . import credit
from .evidence import EVIDENCE, INPUTS
from .policy import AGREEMENT, HOPELESS, UNTIL


def literal(value):
    text = f"{value:.6g}"
    return text if "." in text or "e" in text else text + ".0"


def block(values, width=9):
    lines = [", ".join(literal(v) for v in values[i:i + width]) for i in range(0, len(values), width)]
    return "\n".join("      " + line + "," for line in lines)


def table(comment, names, inputs):
    """What the classifiers of a file take: a piece of evidence each, and its cap."""
    pairs = "\n".join(f"    (piece: {names.index(n)}, cap: {literal(cap)})," for n, cap in inputs)
    return f"""  /// {comment}
  private static let inputs: [(piece: Int, cap: Float)] = [
{pairs}
  ]

"""


def classifier(name, comment, folded):
    w, b, v, c = folded
    return f"""  /// {comment}
  static let {name} = Classifier(
    inputs: inputs,
    hidden: [
{block(w.ravel())}
    ],
    biases: [
{block(b)}
    ],
    output: [
{block(v)}
    ],
    bias: {literal(c)})
"""


def source(name, comment, body):
    return f"""// Written by Training/train-interruptions; do not edit.
// swift-format-ignore-file

/// {comment}
enum {name} {{
{body}}}
"""


def steps(policy):
    return "\n".join(f"    (until: {u}, logit: {literal(t)})," for u, t in zip(UNTIL, policy.flag))


def interruptions(network, last, quiet, noisy):
    """The file of the decision about interruptions; quiet and noisy are the policies for either."""
    body = table("The pieces of evidence that both networks take, each up to a value in seconds.", EVIDENCE, INPUTS)
    body += classifier("classifier", "The odds that a newcomer's speech is an interruption.", network)
    body += "\n" + classifier("last", "The same when the floor has settled, which is the last judgement.", last)
    body += f"""
  /// The logits that raise a flag, each up to so many frames after the onset.
  static let flagged: [(until: Int, logit: Float)] = [
{steps(quiet)}
  ]
  /// The same in noise, where it is less certain who speaks when.
  static let flaggedInNoise: [(until: Int, logit: Float)] = [
{steps(noisy)}
  ]
  /// The logits that a flag needs when the floor settles, where it was taken and where not.
  static let stands: (taken: Float, kept: Float) = ({literal(quiet.taken)}, {literal(quiet.stands)})
  /// The same in noise.
  static let standsInNoise: (taken: Float, kept: Float) = ({literal(noisy.taken)}, {literal(noisy.stands)})
  /// The logit below which a flag is taken back at once.
  static let hopeless: Float = {literal(HOPELESS)}
  /// What lasts longer in one go is no agreement, in frames.
  static let longestAgreement = {AGREEMENT}
"""
    return source("InterruptionWeights", "What the recipe has learned about interruptions.", body)


def backchannels(network, needed):
    """The file of the decision about backchannels."""
    body = table("The pieces of evidence that the network takes, each up to a value in seconds.", credit.EVIDENCE, credit.INPUTS)
    body += classifier("classifier", "The odds that short speech during the other's turn is a backchannel.", network)
    body += f"""
  /// The logit that short speech inside the other's speech needs.
  static let inside: Float = {literal(needed[0])}
  /// The logit that short speech in the other's pause needs.
  static let inPause: Float = {literal(needed[1])}
"""
    return source("BackchannelWeights", "What the recipe has learned about backchannels.", body)
