/// A file of a role pack, wherever it was read from.
package struct PackFile: Hashable, Sendable {
    /// Relative to the pack's folder, with `/` between the parts, such as `roles/ic/qa-engineer.md`.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

    /// The most files of a pack.
    package static let countLimit = 500
    /// The most bytes of one file: 256 kB.
    package static let sizeLimit = 256 * 1024
}

extension PackFile {
    /// The files of each pack below a folder, by the pack's folder name, with paths relative to that; sorted by name.
    ///
    /// For files that were put into the program: `RolePacks/founders/pack.json` is the file `pack.json` of `founders`.
    package static func packs(in files: [PackFile], under root: String) -> [(folder: String, files: [PackFile])] {
        var packs: [String: [PackFile]] = [:]
        for file in files where file.path.hasPrefix(root + "/") {
            let parts = file.path.dropFirst(root.count + 1).split(separator: "/", maxSplits: 1)
            guard parts.count == 2 else { continue }
            packs[String(parts[0]), default: []].append(PackFile(path: String(parts[1]), bytes: file.bytes))
        }
        return packs.sorted { $0.key < $1.key }.map { (folder: $0.key, files: $0.value) }
    }

    /// Whether the pack's signature vouches for this file.
    ///
    /// What it does not vouch for is never loaded.
    ///
    /// Left out are `pack.sig`, everything whose name begins with a dot, and the folders `node_modules` and `dist`.
    var isSigned: Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.last != "pack.sig" && !parts.contains { Self.isIgnored(String($0)) }
    }

    /// Whether the path stays inside the pack and can stand in the list that is signed: no `..`, no empty part, no control
    /// character, no backslash.
    var hasPlainPath: Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return path.utf8.count <= 1024 && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
            && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
    }

    static func isIgnored(_ name: String) -> Bool { name.hasPrefix(".") || name == "node_modules" || name == "dist" }
}
