/// The version of the program and the library.
public let interjectVersion: String = "0.1.0"
