import Domain
import Foundation
import Testing

@testable import Gateway

/// The Secret Service as `secret-tool` shows it, played by a script that keeps files and notes its arguments.
struct SecretToolTests {
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "team-x-tool-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func tool(_ body: String) throws -> String {
        let path = folder + "/secret-tool"
        let script = "#!/bin/sh\ncd \(folder)\necho \"$@\" >> arguments\nenv >> environment\n" + body
        try script.write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return path
    }

    private var environment: [String: String] {
        ["DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere", "PATH": folder + ":/usr/bin:/bin", "OPENAI_API_KEY": "sk-other-1"]
    }

    private static let keeper = """
        for name; do :; done
        case "$1" in
          store) cat > "kept-$name" ;;
          lookup) [ -f "kept-$name" ] || exit 1; cat "kept-$name" ;;
          clear) rm -f "kept-$name" ;;
        esac
        """

    @Test func `a secret goes in by standard input and comes back`() throws {
        let store = SecretServiceStore(path: try tool(Self.keeper), environment: environment)
        #expect(try store.value(of: "provider:openai") == nil)
        try store.set("sk-canary \"1\"", for: "provider:openai")
        #expect(try store.value(of: "provider:openai") == "sk-canary \"1\"")
        #expect(try store.remove("provider:openai"))
        #expect(try !store.remove("provider:openai"))
        let arguments = try String(contentsOfFile: folder + "/arguments", encoding: .utf8)
        #expect(arguments.contains("store --label=Team-X provider:openai service team-x account provider:openai"))
        #expect(!arguments.contains("sk-canary"))
        let seen = try String(contentsOfFile: folder + "/environment", encoding: .utf8)
        #expect(seen.contains("DBUS_SESSION_BUS_ADDRESS"))
        #expect(!seen.contains("sk-other-1"))
    }

    @Test(arguments: ["echo 'Cannot autolaunch D-Bus' >&2; exit 1", "exit 2", "kill -9 $$", "cat > /dev/null; exit 1; "])
    func `what fails is told, and never taken for a secret that is not there`(body: String) throws {
        let store = SecretServiceStore(path: try tool(body), environment: environment)
        #expect(throws: SecretStoreError.self) { try store.set("sk-canary-1", for: "a") }
        if !body.hasPrefix("cat") { #expect(throws: SecretStoreError.self) { try store.value(of: "a") } }
    }

    @Test func `a tool that does not read what it is given, or is not there, does no harm`() throws {
        let store = SecretServiceStore(path: try tool("exit 0"), environment: environment)
        try store.set(String(repeating: "x", count: 200_000), for: "a")
        #expect(throws: SecretStoreError.tool(name: folder + "/none", reason: "it cannot be started")) {
            try SecretServiceStore(path: folder + "/none", environment: environment).value(of: "a")
        }
    }

    @Test func `the service is used where it answers, and the file where it does not`() throws {
        func kind(_ more: [String: String] = [:]) -> SecretPlace.Kind {
            let environment = environment.merging(more) { _, new in new }
            return SecretStoreChoice.store(in: folder, environment: environment) { _ in [] }.place.kind
        }
        #if !os(macOS)
        #expect(kind() == .file)
        _ = try tool(Self.keeper)
        #expect(kind() == .secretService)
        #expect(kind(["DBUS_SESSION_BUS_ADDRESS": ""]) == .file)
        #expect(kind(["TEAMX_PASSPHRASE": "p"]) == .file)
        #expect(kind(["TEAMX_SECRET_STORE": "file"]) == .file)
        try "x".write(toFile: folder + "/secrets.sealed", atomically: true, encoding: .utf8)
        #expect(kind() == .file)
        #expect(kind(["TEAMX_SECRET_STORE": "secret-service"]) == .secretService)
        _ = try tool("echo no >&2; exit 1")
        try FileManager.default.removeItem(atPath: folder + "/secrets.sealed")
        #expect(kind() == .file)
        #endif
    }

    @Test func `the keychain's tool is given secrets by standard input`() throws {
        let path = try tool(
            """
            case "$1" in
              -i) cat > commands; sed -e 's/.*-w "//' -e 's/"$//' -e 's/\\\\\\(.\\)/\\1/g' commands > kept ;;
              find-generic-password) [ -f kept ] || exit 44; cat kept ;;
              delete-generic-password) [ -f kept ] || exit 44; rm kept ;;
            esac
            """)
        let store = KeychainStore(path: path, environment: environment)
        #expect(try store.value(of: "a") == nil)
        try store.set("sk-\"can\\ary", for: "a")
        #expect(try store.value(of: "a") == "sk-\"can\\ary")
        #expect(try store.remove("a"))
        #expect(try !store.remove("a"))
        #expect(try !String(contentsOfFile: folder + "/arguments", encoding: .utf8).contains("can"))
    }
}
