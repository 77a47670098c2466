import TestSupport
import Testing

@testable import Domain

struct IDGeneratorTests {
    private enum Row {}

    private let ids = IDGenerator(random: SeededRandom(seed: 1))
    private let now = Timestamp(milliseconds: 1_790_000_000_000)

    private func next(at milliseconds: Int64) -> Identifier<Row> { ids.next(at: Timestamp(milliseconds: milliseconds)) }

    @Test func `an id has 21 characters that need no escape in a URL`() {
        let allowed = Set("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")
        for _ in 0..<1000 {
            let id: Identifier<Row> = ids.next(at: now)
            #expect(id.rawValue.utf8.count == 21)
            #expect(id.rawValue.allSatisfy(allowed.contains))
        }
    }

    @Test(arguments: [0, 1_790_000_000_000, 1 << 42, 1 << 47])
    func `no id looks like an option of the command line`(milliseconds: Int64) {
        #expect(next(at: milliseconds).rawValue.first != "-")
    }

    @Test func `ids sort by the moment they were made`() {
        let moments: [Int64] = [
            0, 1, 63, 64, 4095, 4096, 1_000_000_000_000, 1_790_000_000_000, 1_790_000_000_001, (1 << 42) - 1, 1 << 42, 1 << 45,
        ]
        let made = moments.map(next(at:))
        #expect(made == made.sorted())
        #expect(made.map(\.rawValue) == made.map(\.rawValue).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    @Test func `ids of two generators sort by their moments`() {
        let other = IDGenerator(random: SeededRandom(seed: 2))
        let early: Identifier<Row> = other.next(at: now)
        let late = next(at: now.milliseconds + 1)
        #expect(early < late)
    }

    @Test func `ids of one millisecond ascend, also when there are more than fit into it`() {
        var last = next(at: now.milliseconds)
        for _ in 0..<10_000 {
            let id = next(at: now.milliseconds)
            #expect(last < id)
            last = id
        }
    }

    @Test(arguments: [1, 1000, 1_790_000_000_000, Int64.max])
    func `a clock that steps back does not break the order`(step: Int64) {
        let first = next(at: now.milliseconds)
        let second = next(at: now.milliseconds &- step)
        let third = next(at: now.milliseconds + 1)
        #expect(first < second)
        #expect(second < third)
    }

    @Test func `a moment before 1970 counts as 1970`() {
        let first = next(at: .min)
        #expect(first < next(at: -1))
        #expect(first.rawValue.prefix(8) == "0-------")
    }

    @Test func `a hundred thousand ids are all different`() {
        var seen: Set<String> = []
        for step in 0..<100_000 { seen.insert(next(at: now.milliseconds + Int64(step / 10)).rawValue) }
        #expect(seen.count == 100_000)
    }

    @Test func `generators that share a millisecond do not collide`() {
        var seen: Set<String> = []
        for seed in 0..<1000 {
            let id: Identifier<Row> = IDGenerator(random: SeededRandom(seed: UInt64(seed))).next(at: now)
            seen.insert(id.rawValue)
        }
        #expect(seen.count == 1000)
    }

    @Test func `ids made by many tasks at once are all different`() async {
        let ids = ids
        let now = now
        let seen = await withTaskGroup(of: [String].self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<2000).map { _ in (ids.next(at: now) as Identifier<Row>).rawValue } }
            }
            return await group.reduce(into: Set<String>()) { $0.formUnion($1) }
        }
        #expect(seen.count == 16_000)
    }

    @Test func `equal randomness and equal moments give equal ids`() {
        let other = IDGenerator(random: SeededRandom(seed: 1))
        let id: Identifier<Row> = other.next(at: now)
        #expect(id == next(at: now.milliseconds))
    }
}
