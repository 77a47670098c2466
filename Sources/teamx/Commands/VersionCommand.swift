import ArgumentParser
import Domain
import FoundationEssentials

/// `teamx version`.
struct VersionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Say which program this is.")

    @Flag(name: .shortAndLong, help: "Also how it was built and where it keeps things.") var verbose = false
    @Flag(help: "Answer in JSON.") var json = false

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let more = [
            ("build", Version.build), ("data", DataFolder.standard(environment: environment)),
            ("config", Preferences.ownPath(environment: environment)),
        ]
        if json {
            var members: [String: JSONValue] = ["version": .string(Version.text), "schema": .string(Version.schema)]
            if verbose { for (name, value) in more { members[name] = .string(value) } }
            return print(SafeText.json(JSONValue.object(members).description))
        }
        print("teamx \(Version.text) (schema \(Version.schema))")
        guard verbose else { return }
        for (name, value) in more {
            print(name + String(repeating: " ", count: 8 - name.count) + SafeText.line(value))
        }
    }
}
