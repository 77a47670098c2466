import Domain
import Testing

@testable import Engine

@Suite(.timeLimit(.minutes(10)))
struct InterruptionTests {
    @Test func `what comes to its end is not cut off`() async {
        let interruption = Interruption()
        #expect(await interruption.during { 7 } == 7)
        #expect(await interruption.during { Task.isCancelled } == false)
    }

    @Test func `what goes on is cancelled and says what it came to`() async {
        let interruption = Interruption()
        let cut = await interruption.during {
            let (silence, _) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            interruption.raise()
            for await _ in silence {}
            return Task.isCancelled
        }
        #expect(cut == true)
    }

    @Test func `nothing begins any more afterwards`() async {
        let interruption = Interruption()
        interruption.raise()
        interruption.raise()
        #expect(await interruption.during { 7 } == nil)
        #expect(interruption.isRaised)
    }

    @Test func `the end of the task around it is no interruption`() async {
        let interruption = Interruption()
        await withTaskGroup(of: Bool?.self) { group in
            group.addTask {
                await interruption.during {
                    let (silence, _) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
                    for await _ in silence {}
                    return Task.isCancelled
                }
            }
            group.cancelAll()
            #expect(await group.next() == true)
        }
        #expect(!interruption.isRaised)
    }

    @Test(
        arguments: [
            ([0, 100, 200, 299], [nil, nil, nil, nil]), ([0, 300, 301], [nil, 0, nil]), ([5, 900], [nil, 5]), ([0], [nil]),
        ] as [([Int64], [Int64?])])
    func `an answer is told of once, when it has been arriving for a while`(times: [Int64], told: [Int64?]) {
        let arriving = ArrivingText()
        #expect(times.map { arriving.arrive(at: Timestamp(milliseconds: $0))?.milliseconds } == told)
        #expect(arriving.isNoted == told.contains { $0 != nil })
    }
}
