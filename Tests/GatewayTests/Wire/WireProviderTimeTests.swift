import Domain
import TestSupport
import Testing

@testable import Gateway

/// Calls that end before they are over, by a clock or by the caller.
@Suite(.timeLimit(.minutes(10)))
struct WireProviderTimeTests {
    private let time = ManualTime()

    /// Lets time pass until the call fails.
    private func failure(of provider: WireProvider, steps: Duration) async throws -> ModelError {
        try await withThrowingTaskGroup(of: ModelError?.self) { group in
            group.addTask { try await provider.failure() }
            group.addTask {
                while !Task.isCancelled {
                    time.advance(by: steps)
                    await Task.yield()
                }
                return nil
            }
            let error = try #require(try await group.next())
            group.cancelAll()
            return try #require(error)
        }
    }

    @Test func `a provider that says nothing is given up`() async throws {
        try await withProvider(.silent, time: time) { provider, server async throws in
            let error = try await failure(of: provider, steps: .seconds(61))
            #expect(error.class == .timeout)
            #expect(error.message == "No answer began within 60 s.")
        }
    }

    @Test func `a port that takes no connection is given up`() async throws {
        let port = try DeafPort()
        try await OutboundHTTP.with(clocks: StreamClocks(connect: .milliseconds(100))) { http in
            let provider = WireProvider(
                endpoint: try Endpoint("http://127.0.0.1:\(port.number)"), credential: nil,
                format: OpenAIFormat(dialect: .compatible), http: http, clocks: http.clocks, time: time)
            #expect(try await provider.failure().message == "No connection to the provider within the time allowed.")
        }
    }

    @Test func `headers alone are no answer`() async throws {
        try await withProvider(.text("").ending(.stalled(afterBytes: 0)), time: time) { provider, server async throws in
            let call = Task { try await provider.failure() }
            await server.waitForRequests(1)
            time.advance(by: .seconds(60))
            #expect(try await call.value.message == "No answer began within 60 s.")
            await server.waitForHangUps(1)
        }
    }

    @Test func `an answer that stops is given up and its connection closed`() async throws {
        let clocks = StreamClocks(firstByte: .seconds(1_000_000), total: .seconds(100_000_000))
        try await withProvider(.stalled(after: "One two"), clocks: clocks, time: time) { provider, server async throws in
            // Nothing moves before the text is there, so that only the idle clock can run out.
            let arrived = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
            let call = Task {
                try #require(
                    await #expect(throws: ModelError.self) {
                        try await provider.stream(.greeting) { event in if event == .text(" two") { arrived.continuation.yield() }
                        }
                    })
            }
            for await _ in arrived.stream { break }
            let error = Shared<ModelError?>(nil)
            let watcher = Task {
                let failure = try await call.value
                error.change { $0 = failure }
            }
            while error.value == nil {
                time.advance(by: .seconds(91))
                await Task.yield()
            }
            try await watcher.value
            #expect(error.value?.message == "The answer stopped for 90 s.")
            await server.waitForHangUps(1)
        }
    }

    @Test func `cancelling closes the connection`() async throws {
        try await withProvider(.silent, .stalled(after: "One"), time: time) { provider, server async throws in
            for count in 1...2 {
                let call = Task { try await provider.events() }
                await server.waitForRequests(count)
                call.cancel()
                await #expect(throws: CancellationError.self) { try await call.value }
                await server.waitForHangUps(count)
            }
        }
    }

    @Test func `an error of the receiver ends the call with that error`() async throws {
        struct Enough: Error {}
        try await withProvider(.stalled(after: "One two"), time: time) { provider, server async throws in
            await #expect(throws: Enough.self) { try await provider.stream(.greeting) { _ in throw Enough() } }
            await server.waitForHangUps(1)
        }
    }

    @Test func `a call that is cancelled before it begins sends nothing more`() async throws {
        try await withProvider(.silent, time: time) { provider, _ async throws in
            let call = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await provider.events()
            }
            await #expect(throws: CancellationError.self) { try await call.value }
        }
    }
}
