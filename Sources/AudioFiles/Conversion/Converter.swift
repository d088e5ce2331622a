import Glibc

/// An `ffmpeg` that is installed, at work on one file, from whose pipe the samples come as WAV.
///
/// It gets the open file on its standard input, is told what it is instead of guessing, may open
/// nothing but that and its pipes, and writes nowhere else.
final class Converter {
  /// Why there is none.
  enum Refusal: Error {
    /// The program is not installed.
    case missing
    /// The system did not start it.
    case failed(Int32)
  }

  /// The end of the pipe with the samples; closed by who reads it.
  let output: Int32
  /// Milliseconds after which one that gives nothing is given up.
  static let patience = 30_000
  /// The seconds of sound after which it stops: wrong time stamps would make it fill years.
  static let longest = 86_400

  private let process: pid_t
  private let complaints: Int32
  private var heard = ConverterLog()
  private var status: Int32?

  /// Starts the program on an open file; `program` is its name or path.
  static func start(
    _ file: Int32, demuxer: String, program: String = "ffmpeg"
  ) throws(Refusal) -> Converter {
    let samples = try ends()
    let complaints: (read: Int32, write: Int32)
    do throws(Refusal) {
      complaints = try ends()
    } catch {
      close(samples.read)
      close(samples.write)
      throw error
    }
    defer {
      close(samples.write)
      close(complaints.write)
    }
    // What it has to say beyond what the pipe holds is dropped instead of holding it up.
    for end in [complaints.read, complaints.write] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    do throws(Refusal) {
      let process = try spawn(
        [program] + arguments(demuxer), input: file, output: samples.write, errors: complaints.write
      )
      return Converter(process, output: samples.read, complaints: complaints.read)
    } catch {
      close(samples.read)
      close(complaints.read)
      throw error
    }
  }

  private init(_ process: pid_t, output: Int32, complaints: Int32) {
    self.process = process
    self.output = output
    self.complaints = complaints
  }

  deinit {
    if status == nil { end() }
    close(complaints)
  }

  private static func arguments(_ demuxer: String) -> [String] {
    [
      "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info",
      "-protocol_whitelist", "file,pipe", "-f", demuxer, "-i", "file:/dev/stdin",
      "-map", "0:a:0", "-vn", "-sn", "-dn",
      // What is missing between packets becomes silence, so that times stay right.
      "-af", "aresample=async=1:first_pts=0", "-t", "\(longest)", "-c:a", "pcm_s16le", "-f", "wav",
      "pipe:1",
    ]
  }

  private static func ends() throws(Refusal) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .failed(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ words: [String], input: Int32, output: Int32, errors: Int32
  ) throws(Refusal) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    for (from, to) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
      posix_spawn_file_actions_adddup2(&actions, from, to)
    }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for number in [SIGINT, SIGTERM, SIGPIPE, SIGXFSZ] { sigaddset(&defaults, number) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    // A key that interrupts this program leaves it at work on what is still wanted.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var arguments = words.map { strdup($0) }
    arguments.append(nil)
    // Variables such as FFREPORT would make it write elsewhere.
    var variables: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C"), nil]
    defer { for word in arguments + variables { free(word) } }
    var process = pid_t()
    let error = posix_spawnp(&process, words[0], &actions, &attributes, arguments, &variables)
    guard error == 0 else { throw error == ENOENT ? .missing : .failed(error) }
    return process
  }

  /// Ends it if it is still at work, and clears it away.
  func end() {
    kill(-process, SIGKILL)
    wait()
  }

  /// Takes what it has said so far, so that its pipe has room; false where it said nothing.
  @discardableResult
  func listen() -> Bool {
    // As much as a pipe holds.
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { storage in
      let count = Glibc.read(complaints, storage.baseAddress, storage.count)
      guard count > 0 else { return false }
      heard.take(UnsafeRawBufferPointer(rebasing: storage[..<count]))
      return true
    }
  }

  /// Waits for it after its last sample; what it said meanwhile.
  func log() -> ConverterLog {
    wait()
    while listen() {}
    heard.end(status: status ?? 0)
    return heard
  }

  private func wait() {
    guard status == nil else { return }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { break }
    }
    self.status = status
  }
}
