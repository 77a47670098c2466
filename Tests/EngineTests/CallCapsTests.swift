import Domain
import TestSupport
import Testing

@testable import Engine

@Suite(.timeLimit(.minutes(10)))
struct CallCapsTests {
    private let caps = CallCaps()
    private let provider = Provider.ID("mine")

    @Test func `as many come in at once as the cap allows, and providers do not share it`() async throws {
        #expect(try await !caps.enter(provider, cap: 2))
        #expect(try await !caps.enter(provider, cap: 2))
        #expect(try await !caps.enter(Provider.ID("other"), cap: 1))
    }

    @Test func `whoever waits comes in when another leaves, the first first`() async throws {
        _ = try await caps.enter(provider, cap: 1)
        let (arrivals, arrive) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...3 {
                group.addTask {
                    let hasWaited = try await caps.enter(provider, cap: 1)
                    #expect(hasWaited)
                    arrive.yield(number)
                }
                await settle()  // so that the next one comes after it
            }
            var order: [Int] = []
            var numbers = arrivals.makeAsyncIterator()
            for _ in 1...3 {
                caps.leave(provider)
                if let number = await numbers.next() { order.append(number) }
            }
            #expect(order == [1, 2, 3])
            try await group.waitForAll()
        }
    }

    @Test func `a raised cap lets in those who wait before those who come`() async throws {
        _ = try await caps.enter(provider, cap: 1)
        async let waiting = caps.enter(provider, cap: 1)
        await settle()
        let hasWaited = try await caps.enter(provider, cap: 3)
        #expect(!hasWaited)
        #expect(try await waiting)
    }

    @Test func `a lowered cap holds as soon as others have left`() async throws {
        for _ in 1...3 { _ = try await caps.enter(provider, cap: 3) }
        async let waiting = caps.enter(provider, cap: 1)
        await settle()
        caps.leave(provider)
        caps.leave(provider)
        caps.leave(provider)  // only now is there room for one
        #expect(try await waiting)
    }

    @Test func `whoever is cancelled while waiting leaves the line`() async throws {
        _ = try await caps.enter(provider, cap: 1)
        let waiting = Task { try await caps.enter(provider, cap: 1) }
        await settle()
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        caps.leave(provider)
        #expect(try await !caps.enter(provider, cap: 1))
    }

    /// Gives other tasks the time to come to where they wait.
    private func settle() async { for _ in 0..<100 { await Task.yield() } }
}
