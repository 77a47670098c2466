import Foundation
import Testing

@testable import teamx

struct BrowserProgramTests {
    private static let name = BrowserProgramTests.isMac ? "open" : "xdg-open"

    private static var isMac: Bool {
        #if os(macOS)
        true
        #else
        false
        #endif
    }

    @Test(arguments: [["DISPLAY": ":0"], ["WAYLAND_DISPLAY": "wayland-0"], ["BROWSER": "firefox"]])
    func `the first program by the path is taken where there is a screen`(screen: [String: String]) {
        let environment = screen.merging(["PATH": "relative:/a:/b"]) { $1 }
        let found = BrowserProgram.find(environment: environment) { !$0.hasPrefix("/a/") }
        #expect(found?.path == "/b/\(Self.name)")
    }

    @Test func `it is given what it needs to be seen, and nothing else`() {
        let wanted = [
            "PATH": "/a", "HOME": "/h", "DISPLAY": ":0", "XDG_RUNTIME_DIR": "/r", "LC_ALL": "C", "LANG": "C", "TERM": "x",
            "DBUS_SESSION_BUS_ADDRESS": "d", "XAUTHORITY": "x", "WAYLAND_DISPLAY": "w", "BROWSER": "b",
        ]
        let others = ["TEAMX_PASSPHRASE": "p", "TEAMX_TOKEN": "t", "OPENAI_API_KEY": "k", "LD_PRELOAD": "l", "PATHS": "p"]
        let found = BrowserProgram.find(environment: wanted.merging(others) { $1 }) { _ in true }
        #expect(found?.environment == wanted)
    }

    @Test func `a page that leads to an address holds it as text`() {
        let page = EntryPage.html("http://127.0.0.1:1/enter?to=\"><script>'&")
        #expect(page.contains("url=http://127.0.0.1:1/enter?to=&quot;&gt;&lt;script&gt;&#39;&amp;\""))
    }

    @Test func `there is none without a program`() {
        #expect(BrowserProgram.find(environment: ["DISPLAY": ":0", "PATH": "/a"]) { _ in false } == nil)
    }

    @Test(.enabled(if: !BrowserProgramTests.isMac, "a Mac always has a screen"), arguments: [[:], ["DISPLAY": ""]])
    func `there is none without a screen`(environment: [String: String]) {
        #expect(BrowserProgram.find(environment: environment.merging(["PATH": "/a"]) { $1 }) { _ in true } == nil)
    }

    @Test func `it is given the address as it is, and nobody waits for it`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "team-x-browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let pipe = folder.appending(path: "pipe").path(percentEncoded: false)
        try #require(mkfifo(pipe, 0o600) == 0)
        let program = folder.appending(path: "browse it").path(percentEncoded: false)
        try "#!/bin/sh\nprintf '%s' \"$1 $MARK\" > '\(pipe)'\n".write(toFile: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
        let address = "http://127.0.0.1:1/enter?to=%2F#$(touch /tmp/x)'\"; `id`"
        #expect(BrowserProgram(path: program, environment: ["MARK": "seen"]).open(address))
        let text = await withCheckedContinuation { (continuation: CheckedContinuation<String, Never>) in
            DispatchQueue.global().async {
                let bytes = FileHandle(forReadingAtPath: pipe)?.readDataToEndOfFile() ?? Data()
                continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
            }
        }
        #expect(text == "\(address) seen")
    }
}
