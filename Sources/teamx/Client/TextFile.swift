import FoundationEssentials

/// Small text files that people name on the command line.
enum TextFile {
    static func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
}
