import FoundationEssentials

/// The files of this package, found from where this file lies.
enum Repository {
    static let root: URL = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().standardized

    /// All sources of the program, taken apart once for all tests.
    static let sources: [SourceFile] = files(below: "Sources").filter { $0.hasSuffix(".swift") }.compactMap { path in
        text(of: path).map { SourceFile(path: path, text: $0) }
    }

    /// Every word of the code, the tests' and the manifest's included, and the names of all files and folders.
    static var words: Set<String> {
        let files = files(below: "")
        let others = files.filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Sources/") }
        let tokens = sources.map(\.tokens) + others.map { SwiftScanner.tokens(of: text(of: $0) ?? "") }
        let names = files.flatMap { $0.split { "/.".contains($0) } }.map(String.init)
        return Set(tokens.joined().filter { $0.kind == .word }.map(\.text) + names + manifest.targets.map(\.name))
    }

    static let manifest = Manifest(text(of: "Package.swift") ?? "")

    /// The paths from the root of all files below `folder`, in order; hidden ones and what was built are left out.
    static func files(below folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: absolute(folder))) ?? []  // no folder, no files
        return names.sorted().flatMap { name -> [String] in
            if name.hasPrefix("."), name != ".ci" { return [] }
            let path = folder.isEmpty ? name : folder + "/" + name
            return isFolder(path) ? files(below: path) : [path]
        }
    }

    /// The names of the folders in `folder`.
    static func folders(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: absolute(folder))) ?? []  // no folder, nothing in it
        return names.sorted().filter { !$0.hasPrefix(".") && isFolder(folder + "/" + $0) }
    }

    /// The contents of a file; `nil` when it is missing or no text.
    static func text(of path: String) -> String? {
        guard let data = FileManager.default.contents(atPath: absolute(path)), !data.contains(0) else { return nil }
        return String(validating: data, as: UTF8.self)
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: absolute(path)) }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: absolute(path), isDirectory: &isFolder) && isFolder
    }

    private static func absolute(_ path: String) -> String { root.appending(path: path).path }
}

/// A Swift file and the tokens it consists of.
struct SourceFile: Sendable {
    /// From the root of the package.
    let path: String
    let tokens: [Token]

    init(path: String, text: String) {
        self.path = path
        tokens = SwiftScanner.tokens(of: text)
    }

    /// The target that the file belongs to.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
}
