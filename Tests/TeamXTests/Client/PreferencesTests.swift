import Testing

@testable import teamx

struct PreferencesTests {
    private func read(_ files: [String: String], in folder: String = "/p/q") throws -> Preferences {
        try Preferences(environment: ["HOME": "/h", "XDG_CONFIG_HOME": "/c"], folder: folder) { files[$0] }
    }

    private let own = "/c/team-x/config.json"

    @Test func `the nearest file above counts, and comes before one's own`() throws {
        let files = [
            own: #"{"company":"own","output":"json","server":"http://s"}"#, "/p/.teamx.json": #"{"company":"near"}"#,
            "/.teamx.json": #"{"company":"far","output":"tsv"}"#,
        ]
        let preferences = try read(files)
        #expect(preferences[.company] == .init(value: "near", path: "/p/.teamx.json"))
        #expect(preferences[.output]?.value == "json")
        #expect(preferences[.server]?.value == "http://s")
        #expect(preferences[.color] == nil)
        #expect(preferences.remarks.isEmpty)
    }

    @Test func `a company is chosen for one server`() throws {
        let file = #"{"company":"all","companies":{"/data":"one"}}"#
        let preferences = try read([own: file])
        #expect(preferences.company(at: "/data")?.value == "one")
        #expect(preferences.company(at: "/elsewhere")?.value == "all")
        #expect(try read([own: file, "/p/.teamx.json": #"{"company":"near"}"#]).company(at: "/data")?.value == "near")
        #expect(throws: CommandFailure.self) { try read([own: #"{"companies":["one"]}"#]) }
    }

    @Test func `a project cannot choose where the token goes`() throws {
        let preferences = try read(["/p/q/.teamx.json": #"{"server":"http://evil","company":"a"}"#])
        #expect(preferences[.server] == nil)
        #expect(preferences[.company]?.value == "a")
        #expect(preferences.remarks == ["/p/q/.teamx.json: “server” is not taken from a project's file."])
    }

    @Test(arguments: ["", "[]", "{", #"{"company":1}"#]) func `a file that is none is said to be so`(text: String) {
        let failure = #expect(throws: CommandFailure.self) { try read(["/p/.teamx.json": text]) }
        #expect(failure?.status == .usage)
        #expect(failure?.message.contains("/p/.teamx.json") == true)
    }

    @Test func `what another version knows is left alone, and null says nothing`() throws {
        #expect(try read([own: #"{"theme":"dark","company":null}"#]) == Preferences.none)
    }

    @Test func `a word that is none is refused with its file`() throws {
        let preferences = try read([own: #"{"output":"xml"}"#])
        let failure = #expect(throws: CommandFailure.self) { try preferences.word(.output, as: OutputForm.self) }
        #expect(failure?.message == "“output” in \(own) is “xml”.")
    }

    @Test func `a server that somebody prefers is not the one that has a directory which was named`() throws {
        let wishes = ServerLocation.Wishes(preferred: "http://127.0.0.1:7", data: "/d")
        #expect(
            try ServerLocation(wishes, environment: [:], holder: { _ in nil }, readFile: { _ in "" }).address
                == "http://127.0.0.1:7")
    }
}
