import Crypto
package import FoundationEssentials
import NIOCore
import Store

/// The files of which the cockpit's pages are made: carried inside the program, or read from a folder while somebody edits them.
package struct CockpitAssets: Sendable {
    private enum Source: Sendable {
        case embedded([String: ByteBuffer])
        case folder(AssetFolder)
    }

    private let source: Source
    /// What the addresses of the files begin with: other files, other addresses.
    let hash: String

    /// Whether a file stays the same under its address.
    var areLasting: Bool {
        if case .embedded = source { true } else { false }
    }

    /// - Parameter files: By their paths, such as `js/app.js`.
    package static func embedded(_ files: [String: [UInt8]]) -> CockpitAssets {
        CockpitAssets(source: .embedded(files.mapValues { ByteBuffer(bytes: $0) }), hash: Self.hash(of: files))
    }

    /// Files that are read anew for each request.
    package static func folder(_ folder: URL) -> CockpitAssets {
        CockpitAssets(source: .folder(AssetFolder(folder)), hash: "edited")
    }

    /// The bytes of a file, or `nil` where there is none that may be shown.
    func file(at path: AssetPath) -> ByteBuffer? {
        switch source {
        case .embedded(let files): files[path.text]
        case .folder(let folder): folder.file(at: path).map { ByteBuffer(bytes: $0) }
        }
    }

    /// Every path and every file counts, with how long it is, so that no two sets of files are told as the same bytes.
    private static func hash(of files: [String: [UInt8]]) -> String {
        var hash = SHA256()
        for (path, bytes) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            hash.update(data: Array("\(path.utf8.count) \(bytes.count) \(path)".utf8))
            hash.update(data: bytes)
        }
        return String(Array(hash.finalize()).hexadecimal.prefix(16))
    }
}
