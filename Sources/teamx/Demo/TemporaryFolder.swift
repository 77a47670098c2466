import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder that was not there before, and that nobody else can look into.
enum TemporaryFolder {
    /// - Throws: ``CommandFailure`` with the system's words.
    static func make(_ name: String) throws -> String {
        let parent = FileManager.default.temporaryDirectory.path(percentEncoded: false)
        var template = Array("\(parent)/\(name)-XXXXXX".replacing("//", with: "/").utf8CString)
        guard let made = mkdtemp(&template) else {
            let code = errno
            throw CommandFailure(
                .failed, code: "no_folder", "A folder in \(parent) cannot be made: \(String(cString: strerror(code))).",
                hint: "Name one with --data.")
        }
        return String(cString: made)
    }
}
