import Store
import Testing

@testable import teamx

struct ServerLocationTests {
    private struct NoFile: Error {}

    private func locate(
        _ wishes: ServerLocation.Wishes, _ environment: [String: String] = [:], holder: String? = nil,
        files: [String: String] = [:]
    ) throws -> ServerLocation {
        try ServerLocation(
            wishes, environment: environment, holder: { _ in LockHolder(process: 1, address: holder) },
            readFile: { path in
                guard let text = files[path] else { throw NoFile() }
                return text
            })
    }

    @Test func `what was said counts first, then the environment, then the data directory, then the usual address`() throws {
        let environment = ["TEAMX_SERVER": "http://127.0.0.1:2"]
        #expect(
            try locate(.init(server: "127.0.0.1:1/", data: "/d"), environment, holder: "http://127.0.0.1:3").address
                == "http://127.0.0.1:1")
        #expect(try locate(.init(data: "/d"), environment, holder: "http://127.0.0.1:3").address == "http://127.0.0.1:2")
        #expect(try locate(.init(data: "/d"), holder: "http://127.0.0.1:3").address == "http://127.0.0.1:3")
        #expect(try locate(.init(data: "/d")).address == "http://127.0.0.1:4870")
    }

    @Test func `a data directory that somebody named means its own server`() throws {
        let environment = ["TEAMX_SERVER": "http://127.0.0.1:2"]
        let named = ServerLocation.Wishes(data: "/d x", dataSource: .option)
        let found = try locate(named, environment, holder: "http://127.0.0.1:3")
        #expect(found.address == "http://127.0.0.1:3")
        #expect(found.options == "--data '/d x'")
        #expect(found.place == "/d x")
        for source in [ServerLocation.DataSource.option, .variable] {
            let failure = #expect(throws: CommandFailure.self) { try locate(.init(data: "/d x", dataSource: source)) }
            #expect(failure?.status == .unreachable)
            #expect(failure?.hint == "Start one with: teamx serve --data '/d x'")
        }
        #expect(try locate(.init(data: "/d", dataSource: .variable), environment).address == "http://127.0.0.1:2")
    }

    @Test func `the token comes from the named file, the environment, or the data directory`() throws {
        let files = ["/t": " one \n", "/d/token": "three\n"]
        let environment = ["TEAMX_TOKEN": "two"]
        #expect(try locate(.init(tokenFile: "/t", data: "/d"), environment, files: files).token == "one")
        #expect(try locate(.init(data: "/d"), environment, files: files).token == "two")
        #expect(try locate(.init(data: "/d"), files: files).token == "three")
        #expect(try locate(.init(data: "/elsewhere"), files: files).token == nil)
    }

    @Test func `a token file that is not there is said to be missing`() {
        #expect(throws: CommandFailure(.notFound, code: "not_found", "The token file /t cannot be read.")) {
            try locate(.init(tokenFile: "/t", data: "/d"))
        }
    }

    @Test(arguments: ["", "not an address", "ftp://x", "http://", "http://a/b", "http://me@host", "http://a\nb"])
    func `what is no address is refused`(text: String) {
        #expect(throws: CommandFailure.self) { try locate(.init(server: text, data: "/d")) }
    }

    @Test(arguments: [
        (["TEAMX_DATA": "/x", "HOME": "/h"], "/x"), (["XDG_DATA_HOME": "/s", "HOME": "/h"], "/s/team-x"),
        (["XDG_DATA_HOME": "relative", "HOME": "/h"], "/h/.local/share/team-x"), (["HOME": "/h"], "/h/.local/share/team-x"),
    ])
    func `the data directory has its usual place`(environment: [String: String], path: String) {
        #if os(Linux)
        #expect(DataFolder.standard(environment: environment) == path)
        #endif
    }

    @Test func `a path cannot be climbed or cut`() {
        let path = APIPath.company("../a b", "files", "..", "x?y#z").asking("q", "a&b=c").asking("limit", nil)
        #expect(path.description == "/api/companies/..%2Fa%20b/files/%2E%2E/x%3Fy%23z?q=a%26b%3Dc")
    }

    @Test func `reconnecting takes its time`() {
        var delay = ReconnectDelay()
        let delays = (0..<8).map { _ in delay.next() }
        #expect(
            delays == [
                .milliseconds(500), .seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(15), .seconds(15), .seconds(15),
            ])
    }
}
