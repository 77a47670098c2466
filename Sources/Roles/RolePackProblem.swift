/// Something wrong with a file of a pack, worded for its author.
package struct RolePackProblem: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Severity: String, Sendable {
        /// The file is not used.
        case error
        /// The file is used all the same.
        case warning
    }

    /// The path within the pack.
    package var file: String
    /// The key of the front matter, such as `temperature`; nil when the whole file is meant.
    package var field: String?
    package var severity: Severity
    /// A sentence without its subject, such as “must be a number from 0 to 2”.
    package var message: String

    package init(file: String, field: String? = nil, severity: Severity, message: String) {
        self.file = file
        self.field = field
        self.severity = severity
        self.message = message
    }

    package var description: String { "\(file): \(field.map { $0 + " " } ?? "")\(message)" }
}

/// Why a whole pack was not loaded.
package enum RolePackError: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadableFolder(String)
    case tooManyFiles
    /// `pack.json` is not what it must be; the message is a sentence.
    case malformedManifest(String)
    /// The pack is not trusted and trust is ``PackTrust/Mode/strict``.
    case refused(PackSignatureError)

    package var description: String {
        switch self {
        case .unreadableFolder(let path): "The folder \(path) cannot be read."
        case .tooManyFiles: "The pack has more than \(PackFile.countLimit) files."
        case .malformedManifest(let message): message
        case .refused(let error): "The pack is not loaded: \(error)"
        }
    }
}
