import FoundationEssentials

/// A folder on disk whose files are shown, and nothing beside it.
struct AssetFolder: Sendable {
    private let folder: URL

    init(_ folder: URL) { self.folder = folder }

    /// The bytes of a file; `nil` where there is none, where a link leads, and for what is no regular file.
    func file(at path: AssetPath) -> [UInt8]? {
        let root = folder.resolvingSymlinksInPath().path
        let file = (root.hasSuffix("/") ? root : root + "/") + path.text
        guard URL(filePath: file).resolvingSymlinksInPath().path == file,
            let attributes = try? FileManager.default.attributesOfItem(atPath: file),  // what cannot be looked at is not there
            attributes[.type] as? FileAttributeType == .typeRegular
        else { return nil }
        return (try? Data(contentsOf: URL(filePath: file))).map(Array.init)  // gone in between: not there
    }
}
