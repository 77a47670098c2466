import Foundation
import Testing

/// What is given to `make` on the way to the program.
struct MakefileTests {
    /// A folder with the Makefile and a program that prints its arguments.
    private func make(_ arguments: [String], environment: [String: String] = [:]) throws -> (lines: [String], files: [String]) {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.appending(path: "team-x-make-\(UUID().uuidString)")
        defer { try? manager.removeItem(at: folder) }
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        for name in ["Scripts", ".build/debug"] {
            try manager.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        try manager.copyItem(at: root.appending(path: "Makefile"), to: folder.appending(path: "Makefile"))
        for (name, text) in [
            ("Scripts/setup", "#!/bin/sh\n"), ("Scripts/build", "#!/bin/sh\n"),
            (".build/debug/teamx", "#!/bin/sh\nfor a in \"$@\"; do printf '%s\\n' \"$a\"; done\n"),
        ] {
            let path = folder.appending(path: name).path(percentEncoded: false)
            _ = manager.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o755])
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["make", "-s", "demo"] + arguments
        process.environment = environment.merging(["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]) { own, _ in own }
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let files = try manager.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
        return (String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init), files)
    }

    @Test(arguments: [
        "Open a repair café", #"a "b" it's"#, "$(touch x) `touch x` $HOME", "$(shell touch x) $$ $", "; touch x", #"\ % # * ?"#,
        "--exit-when-done",
    ])
    func `a goal reaches the program as it was written, and runs nothing`(goal: String) throws {
        for (arguments, environment) in [(["GOAL=" + goal], [:]), ([], ["GOAL": goal])] {
            let result = try make(arguments, environment: environment)
            #expect(result.lines == ["demo", "--port=4870", "--goal=" + goal])
            #expect(result.files == [".build", "Makefile", "Scripts"])
        }
    }

    @Test func `every choice is handed on, and none that was not made`() throws {
        let result = try make(["PORT=1", "DATA=/a b", "PROVIDER_URL=u$x", "MODEL=m`x`", "API_KEY_ENV=K", "EXIT=1"])
        #expect(
            result.lines == [
                "demo", "--port=1", "--data=/a b", "--provider-url=u$x", "--model=m`x`", "--api-key-env=K", "--exit-when-done",
            ])
    }
}
