import Store
import Synchronization
import Testing

@testable import teamx

struct ServerPlaceTests {
    /// Where the server is at the moment.
    private final class Found: Sendable {
        let location = Mutex<ServerLocation?>(nil)
    }

    @Test func `a server that came back is found at its new address`() {
        let found = Found()
        let place = ServerPlace(ServerLocation(address: "http://127.0.0.1:1", token: "t", options: "--data d")) {
            guard let location = found.location.withLock({ $0 }) else { throw CommandFailure.noServer(in: "d") }
            return location
        }
        place.lookAgain()
        #expect(place.location.address == "http://127.0.0.1:1")
        found.location.withLock { $0 = ServerLocation(address: "http://127.0.0.1:2", token: "u") }
        place.lookAgain()
        #expect(place.location == ServerLocation(address: "http://127.0.0.1:2", token: "u", options: "--data d"))
    }

    @Test func `a server that was just started is waited for, and one that is not there only for a moment`() {
        let wishes = ServerLocation.Wishes(data: "/d", dataSource: .variable)
        func isAwaited(_ holder: LockHolder?, after time: Duration, _ environment: [String: String] = [:]) -> Bool {
            StartingServer(wishes, environment: environment, holder: { _ in holder }).isAwaited(after: time)
        }
        let starting = LockHolder(process: 1, address: nil)
        #expect(isAwaited(nil, after: .zero))
        #expect(!isAwaited(nil, after: StartingServer.grace))
        #expect(isAwaited(starting, after: StartingServer.grace))
        #expect(!isAwaited(starting, after: StartingServer.patience))
        #expect(!isAwaited(LockHolder(process: 1, address: "http://127.0.0.1:3"), after: .zero))
        #expect(!isAwaited(starting, after: .zero, ["TEAMX_SERVER": "http://127.0.0.1:2"]))
    }

    @Test func `a company that was named is named in what is to be typed next`() {
        let location = ServerLocation(address: "http://127.0.0.1:1", options: "--data d")
        #expect(location.naming(company: "two words").options == "--data d --company 'two words'")
        #expect(location.naming(company: nil) == location)
    }
}
