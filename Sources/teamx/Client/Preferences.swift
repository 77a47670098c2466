import Domain
import FoundationEssentials

/// What files say for all commands, where neither an option nor the environment does.
///
/// A project's file, `.teamx.json` in the folder or the nearest above, comes before the person's own. It may be somebody
/// else's work, so it cannot say which server is spoken to: the token would go there.
struct Preferences: Hashable, Sendable {
    /// What a file may say.
    enum Key: String, CaseIterable, Sendable {
        case company
        case output
        case color
        case server
    }

    /// A value and the file that says it.
    struct Choice: Hashable, Sendable {
        let value: String
        let path: String
    }

    private var choices: [Key: Choice] = [:]
    /// The companies that were chosen, by ``ServerLocation/place``.
    private var companies: [String: Choice] = [:]
    /// Whether the company that is chosen for all servers is a project's choice.
    private var isProjectsCompany = false
    /// What a person should know of the files.
    private(set) var remarks: [String] = []

    /// Nothing is said.
    static let none = Preferences()

    subscript(key: Key) -> Choice? { choices[key] }

    /// The company that is meant where none is named: the project's, then the one chosen for this server, then the one that a
    /// person's own file names for all.
    func company(at place: String) -> Choice? {
        isProjectsCompany ? choices[.company] : companies[place] ?? choices[.company]
    }

    /// - Parameters:
    ///   - folder: The folder that the command is run in.
    ///   - readFile: The text of a file; `nil` when there is none.
    /// - Throws: ``CommandFailure`` for a file that is no JSON object of texts.
    init(
        environment: [String: String], folder: String,
        readFile: (String) throws -> String? = { try TextFile.readIfThere($0) }
    ) throws {
        let own = Self.ownPath(environment: environment)
        try take(own, readFile)
        for path in Self.projectPaths(folder) where path != own {
            guard try readFile(path) != nil else { continue }
            try take(path, readFile, except: .server)
            return
        }
    }

    private init() {}

    private mutating func take(_ path: String, _ readFile: (String) throws -> String?, except forbidden: Key? = nil) throws {
        guard let text = try readFile(path) else { return }
        guard let members = (try? JSONValue(parsing: text))?.object else {  // said in the next line
            throw CommandFailure.usage("\(path) is no JSON object.")
        }
        if forbidden == nil { try takeCompanies(members["companies"] ?? .null, path) }
        for key in Key.allCases {
            guard let value = members[key.rawValue], value != .null else { continue }
            guard let text = value.string else { throw CommandFailure.usage("\(path): “\(key.rawValue)” must be a text.") }
            if key == forbidden {
                remarks.append("\(path): “\(key.rawValue)” is not taken from a project's file.")
            } else {
                choices[key] = Choice(value: text, path: path)
                if key == .company { isProjectsCompany = forbidden != nil }
            }
        }
    }

    private mutating func takeCompanies(_ value: JSONValue, _ path: String) throws {
        guard value != .null else { return }
        let members = (value.object ?? [:]).compactMapValues(\.string)
        guard let object = value.object, members.count == object.count else {
            throw CommandFailure.usage("\(path): “companies” must be an object of texts.")
        }
        companies = members.mapValues { Choice(value: $0, path: path) }
    }

    /// `.teamx.json` in the folder and in all above it, the nearest first.
    private static func projectPaths(_ folder: String) -> [String] {
        var parts = folder.split(separator: "/")
        var paths: [String] = []
        while true {
            paths.append("/" + (parts + [".teamx.json"]).joined(separator: "/"))
            if parts.isEmpty { return paths }
            parts.removeLast()
        }
    }

    /// The person's own file: `team-x/config.json` under `XDG_CONFIG_HOME`, which is `~/.config` unless set (XDG Base Directory
    /// Specification), or `~/Library/Application Support/Team-X/config.json` on macOS.
    static func ownPath(environment: [String: String]) -> String {
        let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "."
        #if os(macOS)
        return home + "/Library/Application Support/Team-X/config.json"
        #else
        if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") { return base + "/team-x/config.json" }
        return home + "/.config/team-x/config.json"
        #endif
    }
}

extension Preferences {
    /// Puts a value into a file, or takes it out, and leaves the rest as it is.
    ///
    /// - Throws: ``CommandFailure`` when the file is no JSON object or cannot be written.
    static func set(_ key: Key, to value: String?, in path: String) throws {
        try change(path) { $0[key.rawValue] = value.map { .string($0) } }
    }

    /// Chooses a company for one server in a person's own file; `nil` chooses none, also not for all.
    ///
    /// - Throws: ``CommandFailure`` when the file is no JSON object or cannot be written.
    static func choose(company: String?, at place: String, in path: String) throws {
        try change(path) { members in
            var companies = members["companies"]?.object ?? [:]
            companies[place] = company.map { .string($0) }
            members["companies"] = companies.isEmpty ? nil : .object(companies)
            if company == nil { members[Key.company.rawValue] = nil }
        }
    }

    private static func change(_ path: String, _ change: (inout [String: JSONValue]) -> Void) throws {
        var members: [String: JSONValue] = [:]
        if let text = try TextFile.readIfThere(path) {
            guard let present = (try? JSONValue(parsing: text))?.object else {  // said in the next line
                throw CommandFailure.usage("\(path) is no JSON object.", hint: "Mend it or take it away, then try again.")
            }
            members = present
        }
        change(&members)
        do {
            let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try (JSONValue.object(members).description + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw CommandFailure(.failed, code: "unwritable", "\(path) cannot be written.")
        }
    }
}
