import ArgumentParser
import Domain
import Testing

@testable import teamx

struct FailureTests {
    @Test(arguments: [
        (404, "not_found", teamx.ExitStatus.notFound), (409, "conflict", .conflict), (401, "unauthorized", .notAllowed),
        (403, "forbidden_host", .notAllowed), (422, "invalid", .usage), (413, "too_large", .usage), (507, "disk_full", .failed),
        (503, "read_only", .tryAgain), (500, "internal", .failed), (429, "something_new", .tryAgain),
        (410, "something_new", .notFound),
        (418, "something_new", .failed),
    ])
    func `a refusal becomes an exit status`(status: Int, code: String, exit: teamx.ExitStatus) {
        let failure = APIFailure(status: status, body: ["error": ["code": .string(code), "message": "No."]], address: "a")
        #expect(failure.exitStatus == exit)
        #expect(failure.commandFailure.status == exit)
    }

    @Test func `what is no refusal of ours is malformed`() {
        #expect(APIFailure(status: 502, body: nil, address: "a") == .malformed(address: "a"))
        #expect(APIFailure(status: 502, body: ["error": "no"], address: "a") == .malformed(address: "a"))
    }

    @Test func `no server is 69 and a slow one 75`() {
        #expect(APIFailure.unreachable(address: "a", reason: "b").exitStatus.rawValue == 69)
        #expect(APIFailure.timedOut(address: "a").exitStatus.rawValue == 75)
    }

    @Test func `the words that a field may have are told once`() {
        let details: JSONValue = ["field": "priority", "allowed": ["low", "high"]]
        let short = APIFailure.refused(status: 422, code: "invalid", message: "It is none.", details: details)
        #expect(short.commandFailure.hint == "Allowed for priority: low, high.")
        let long = APIFailure.refused(status: 422, code: "invalid", message: "It must be one of: low, high", details: details)
        #expect(long.commandFailure.hint == nil)
    }

    @Test func `the numbers are those that help shows`() {
        #expect(teamx.ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 64, 66, 69, 73, 75, 77, 130])
    }

    @Test func `the parser's own usage error has the same number`() {
        #expect(TeamX.exitCode(for: ValidationError("no")).rawValue == teamx.ExitStatus.usage.rawValue)
    }

    @Test func `an error is harmless on a terminal and whole in JSON`() {
        let transcript = Transcript()
        let failure = CommandFailure(.tryAgain, code: "busy", "no \u{1B}[2J", hint: "later")
        failure.report(on: transcript.console(.piped), asJSON: false)
        failure.report(on: transcript.console(.piped), asJSON: true)
        #expect(
            transcript.all == [
                "err: teamx: no \u{FFFD}[2J\n", "err:   later\n",
                #"err: {"error":{"code":"busy","hint":"later","message":"no \u001b[2J","retryable":true}}"# + "\n",
            ])
    }
}
