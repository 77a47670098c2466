import Domain
import FoundationEssentials
import Gateway

/// A page on disk that leads a browser to the cockpit, so that no list of processes shows the code in its address.
///
/// It is its owner's alone, and is taken away when the server starts the next time; its code is worth nothing long before.
struct EntryPage: Hashable, Sendable {
    let path: String

    /// - Parameter folder: The server's data directory; the system's folder for passing files where that is not known.
    /// - Throws: `SecretStoreError` when the page cannot be written.
    init(to address: CockpitAddress, in folder: String?) throws(SecretStoreError) {
        let folder = folder ?? FileManager.default.temporaryDirectory.path(percentEncoded: false)
        let number = UInt64.random(in: .min ... .max)
        path = "\(folder)/\(Self.start)\(number)\(Self.end)"
        try PrivateFile(path: path).replace(with: Array(Self.html(address.description).utf8))
    }

    /// As a program for all kinds of files is given it.
    var address: String { URL(filePath: path).absoluteString }

    /// Takes away the pages in a data directory.
    static func clear(in folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []  // what cannot be read holds none
        for name in names where name.hasPrefix(start) && name.hasSuffix(end) {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")  // it lets nobody in
        }
    }

    private static let start = "open-"
    private static let end = ".html"

    static func html(_ address: String) -> String {
        let marks = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")]
        let address = marks.reduce(address) { $0.replacing($1.0, with: $1.1) }
        return """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="referrer" content="no-referrer">
            <meta http-equiv="refresh" content="0; url=\(address)"><title>Team-X</title></head>
            <body><p><a href="\(address)">The cockpit</a></p></body>
            </html>

            """
    }
}
