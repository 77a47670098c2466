import Domain
import Testing

@testable import Gateway

struct StreamWatchTests {
    private let start = Timestamp(milliseconds: 1_000_000)
    private func at(_ seconds: Int64) -> Timestamp { start + .seconds(seconds) }

    @Test func `an answer must begin in time`() {
        let watch = StreamWatch(StreamClocks(), start: start)
        #expect(watch.failure(at: at(59)) == nil)
        #expect(watch.failure(at: at(60))?.class == .timeout)
        #expect(watch.nextLook(after: start) == at(60))
    }

    @Test func `an answer must go on`() {
        var watch = StreamWatch(StreamClocks(), start: start)
        watch.received(at: at(10))
        watch.waits(at: at(11))
        #expect(watch.failure(at: at(100)) == nil)
        #expect(watch.failure(at: at(101))?.message == "The answer stopped for 90 s.")
    }

    @Test func `time that the reader takes does not count`() {
        var watch = StreamWatch(StreamClocks(), start: start)
        watch.received(at: at(10))
        #expect(watch.failure(at: at(1000)) == nil)
        watch.progressed(at: at(1000))
        watch.waits(at: at(1000))
        #expect(watch.failure(at: at(1089)) == nil)
        #expect(watch.nextLook(after: at(1000)) == at(1060))
    }

    @Test func `signs of life do not keep a call alive for ever`() {
        var watch = StreamWatch(StreamClocks(), start: start)
        var ended: Int64?
        for second in stride(from: 15 as Int64, through: 3600, by: 15) where ended == nil {
            if watch.failure(at: at(second)) != nil { ended = second }
            watch.received(at: at(second))
            watch.waits(at: at(second))
        }
        #expect(ended == 315)
    }

    @Test func `progress does not keep a call alive for ever either`() {
        var watch = StreamWatch(StreamClocks(), start: start)
        for second in stride(from: 30 as Int64, to: 1800, by: 30) {
            #expect(watch.failure(at: at(second)) == nil)
            watch.received(at: at(second))
            watch.progressed(at: at(second))
            watch.waits(at: at(second))
        }
        #expect(watch.failure(at: at(1800))?.message == "The answer took longer than 1800 s.")
    }
}
