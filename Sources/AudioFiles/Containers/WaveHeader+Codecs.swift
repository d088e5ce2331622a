extension WaveHeader {
  /// What a codec is called that libsndfile did not open; nil where the fault lies elsewhere.
  var foreignCodec: String? {
    switch encoding {
    case Encoding.pcm, Encoding.float, Encoding.alaw, Encoding.mulaw, Encoding.gsm,
      Encoding.microsoftADPCM, Encoding.imaADPCM:
      nil
    default: Self.codecs[encoding] ?? "of tag 0x\(String(encoding, radix: 16))"
    }
  }

  /// The names of codecs of telephony by their tags (RFC 2361, and Microsoft's mmreg.h).
  private static let codecs: [Int: String] = [
    0x10: "OKI ADPCM", 0x14: "G.723 ADPCM", 0x22: "DSP Group TrueSpeech", 0x23: "Echo Speech SC1",
    0x30: "Dolby AC-2", 0x38: "NMS VBX ADPCM", 0x3B: "Rockwell ADPCM", 0x40: "G.721 ADPCM",
    0x41: "G.728 CELP", 0x42: "G.723.1", 0x45: "G.726 ADPCM", 0x50: "MPEG audio", 0x55: "MP3",
    0x57: "AMR-NB", 0x58: "AMR-WB", 0x64: "G.726 ADPCM", 0x65: "G.722 ADPCM", 0x72: "MSRT24",
    0x73: "AC-3", 0x75: "VoxWare", 0x83: "G.729", 0x84: "G.729A", 0x92: "AC-3", 0xFF: "AAC",
    0x111: "G.723.1", 0x123: "G.729", 0x130: "ACELP.net", 0x160: "Windows Media Audio",
    0x161: "Windows Media Audio 2", 0x162: "Windows Media Audio Pro",
    0x163: "Windows Media Audio Lossless",
    0x28F: "ADPCM of RealAudio", 0x1610: "HE-AAC", 0x2000: "AC-3", 0x674F: "Vorbis",
    0x704F: "Opus", 0xA100: "G.723.1", 0xA105: "iLBC", 0xA106: "AAC", 0xA107: "G.729",
    0xA109: "Speex", 0xF1AC: "FLAC",
  ]
}
