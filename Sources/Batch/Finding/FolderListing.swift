import Glibc

/// The names in a folder, in the order of their bytes; the folder is closed again at once.
struct FolderListing {
  /// The names, without those that begin with a dot.
  private(set) var names: [String] = []
  /// Names that are not UTF-8, with what is wrong in them replaced.
  private(set) var foreignNames: [String] = []

  /// Reads a folder.
  init(_ path: String) throws(BatchError) {
    guard let folder = opendir(path) else {
      throw BatchError(
        .unreadable, at: path,
        "cannot be read: \(String(cString: strerror(errno))); check the folder's permissions")
    }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard bytes.first != UInt8(ascii: ".") else { continue }
      if let name = String(validating: bytes, as: UTF8.self) {
        names.append(name)
      } else {
        foreignNames.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    foreignNames.sort()
  }
}
