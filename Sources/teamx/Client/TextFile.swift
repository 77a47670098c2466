import FoundationEssentials

/// Small text files that people name on the command line, or keep their choices in.
enum TextFile {
    static func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    /// - Throws: ``CommandFailure`` for a file that is there and cannot be read.
    static func readIfThere(_ path: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do { return try read(path) } catch { throw CommandFailure(.failed, code: "unreadable", "\(path) cannot be read.") }
    }
}
