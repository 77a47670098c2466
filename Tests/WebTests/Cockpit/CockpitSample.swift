import Domain
import Foundation

@testable import Web

/// A small cockpit.
enum CockpitSample {
    static let files = [
        "index.html": #"<link href="{{assets}}/css/a.css"><script type="application/json" id="boot">{{boot}}</script>"#,
        "js/app.js": "export {};\n", "js/pages/floor.js": "// The floor.\n", "css/a.css": "body {}\n", "icon.svg": "<svg/>",
        "words.json": "{}", "LICENSE.txt": "Free.", "js/app.ts": "no", ".hidden.js": "no", "js/.secret/a.js": "no",
    ]

    static let embedded = CockpitAssets.embedded(files.mapValues { Array($0.utf8) })

    /// The files on disk, with a link to a file and one to a folder outside.
    static func onDisk<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
        let place = FileManager.default.temporaryDirectory.appending(path: "cockpit-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        let root = place.appending(path: "Web")
        for (path, text) in files.merging(["../outside/a.js": "no"], uniquingKeysWith: { $1 }) {
            let file = root.appending(path: path).standardized
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let outside = place.appending(path: "outside")
        try FileManager.default.createSymbolicLink(
            at: root.appending(path: "js/link.js"), withDestinationURL: outside.appending(path: "a.js"))
        try FileManager.default.createSymbolicLink(at: root.appending(path: "away"), withDestinationURL: outside)
        return try await body(root)
    }

    /// Addresses behind the hash that lead to nothing.
    static let hostile = [
        "", "nothing.js", "js", "js/", "/js/app.js", "js//app.js", "./js/app.js", "js/../index.html", "../outside/a.js",
        "%2e%2e/outside/a.js", "..%2foutside/a.js", "js/%61pp.js", "js/app.js%00", "js/app.js%00.css", "/etc/passwd",
        "%2fetc%2fpasswd", "js\\app.js", "js/link.js", "away/a.js", ".hidden.js", "js/.secret/a.js", "js/app.ts", "js/app",
        "js/app.JS", "~/a.js", "js/app.js/", "js/app.js;x", "js:app.js", String(repeating: "a/", count: 200) + "a.js",
    ]
}
