import CSndfile

extension DamageCampaign {
  struct Container {
    var name: String
    var format: Int
    var channels = 2
    var tellsLength = true
  }

  /// The containers, each with its usual codecs.
  static let containers: [Container] = [
    Container(name: "s16.wav", format: Int(SF_FORMAT_WAV | SF_FORMAT_PCM_16)),
    Container(name: "mulaw.wav", format: Int(SF_FORMAT_WAV | SF_FORMAT_ULAW)),
    Container(name: "ima.wav", format: Int(SF_FORMAT_WAV | SF_FORMAT_IMA_ADPCM)),
    Container(name: "gsm.wav", format: Int(SF_FORMAT_WAV | SF_FORMAT_GSM610), channels: 1),
    Container(name: "mp3.wav", format: Int(SF_FORMAT_WAV | SF_FORMAT_MPEG_LAYER_III)),
    Container(name: "s16.rf64", format: Int(SF_FORMAT_RF64 | SF_FORMAT_PCM_16)),
    Container(name: "s16.w64", format: Int(SF_FORMAT_W64 | SF_FORMAT_PCM_16)),
    Container(name: "ms.w64", format: Int(SF_FORMAT_W64 | SF_FORMAT_MS_ADPCM)),
    Container(name: "s16.aiff", format: Int(SF_FORMAT_AIFF | SF_FORMAT_PCM_16)),
    Container(name: "ima.aiff", format: Int(SF_FORMAT_AIFF | SF_FORMAT_IMA_ADPCM)),
    Container(name: "mulaw.au", format: Int(SF_FORMAT_AU | SF_FORMAT_ULAW)),
    Container(name: "g721.au", format: Int(SF_FORMAT_AU | SF_FORMAT_G721_32), channels: 1),
    Container(name: "s16.caf", format: Int(SF_FORMAT_CAF | SF_FORMAT_PCM_16)),
    Container(name: "s16.sph", format: Int(SF_FORMAT_NIST | SF_FORMAT_PCM_16)),
    Container(name: "s16.voc", format: Int(SF_FORMAT_VOC | SF_FORMAT_PCM_16)),
    Container(name: "s16.avr", format: Int(SF_FORMAT_AVR | SF_FORMAT_PCM_16)),
    Container(name: "s16.mat4", format: Int(SF_FORMAT_MAT4 | SF_FORMAT_PCM_16)),
    Container(name: "s16.mat5", format: Int(SF_FORMAT_MAT5 | SF_FORMAT_PCM_16)),
    Container(name: "s16.mpc", format: Int(SF_FORMAT_MPC2K | SF_FORMAT_PCM_16)),
    Container(name: "s16.sds", format: Int(SF_FORMAT_SDS | SF_FORMAT_PCM_16), channels: 1),
    Container(name: "s16.svx", format: Int(SF_FORMAT_SVX | SF_FORMAT_PCM_16), channels: 1),
    Container(name: "alaw.wve", format: Int(SF_FORMAT_WVE | SF_FORMAT_ALAW), channels: 1),
    Container(
      name: "s16.paf", format: Int(SF_FORMAT_PAF | SF_FORMAT_PCM_16), tellsLength: false),
    Container(
      name: "s16.sf", format: Int(SF_FORMAT_IRCAM | SF_FORMAT_PCM_16), tellsLength: false),
    Container(
      name: "s16.pvf", format: Int(SF_FORMAT_PVF | SF_FORMAT_PCM_16), tellsLength: false),
    Container(name: "s16.flac", format: Int(SF_FORMAT_FLAC | SF_FORMAT_PCM_16)),
    Container(name: "vorbis.ogg", format: Int(SF_FORMAT_OGG | SF_FORMAT_VORBIS)),
    Container(name: "opus.ogg", format: Int(SF_FORMAT_OGG | SF_FORMAT_OPUS)),
    Container(name: "vbr.mp3", format: Int(SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III)),
  ]
}
