#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file of the company's on its way to the disk.
struct SavedFile: Hashable, Sendable {
    let path: String
    let overwrites: Bool

    /// - Parameters:
    ///   - name: What the file is called in the company; it chooses no folder.
    ///   - to: A path that a person chose; a folder when it ends in a slash or is one.
    init(named name: String, to: String?, overwrites: Bool) {
        self.overwrites = overwrites
        let own = Self.harmless(name)
        guard let to, !to.isEmpty else {
            path = own
            return
        }
        path = to.hasSuffix("/") ? to + own : Self.isFolder(to) ? to + "/" + own : to
    }

    /// - Throws: ``CommandFailure`` with status 73 when a file is there that is not to be written over.
    func check() throws {
        guard !overwrites, access(path, F_OK) == 0 else { return }
        throw CommandFailure(.conflict, code: "exists", "\(path) is there already.", hint: "Write over it with --force.")
    }

    /// - Throws: ``CommandFailure``.
    func write(_ bytes: [UInt8]) throws {
        let exclusive = overwrites ? O_TRUNC : O_EXCL
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | exclusive, 0o644)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { buffer in systemWrite(descriptor, buffer) }
            guard written > 0 || errno == EINTR else { throw failure() }
            rest = rest.dropFirst(max(0, written))
        }
    }

    private func failure() -> CommandFailure {
        let reason = String(cString: strerror(errno))
        return CommandFailure(errno == EEXIST ? .conflict : .failed, code: "unwritable", "\(path) cannot be written: \(reason).")
    }

    /// The last part of a name, without what is no part of a file name and without leading dots, which would hide it.
    private static func harmless(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let plain = SafeText.line(last).drop { $0 == "." }
        return plain.isEmpty ? "file" : String(plain)
    }

    private static func isFolder(_ path: String) -> Bool {
        guard let folder = opendir(path) else { return false }
        closedir(folder)
        return true
    }
}
