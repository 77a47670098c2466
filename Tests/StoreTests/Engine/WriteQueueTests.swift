import Domain
import Store
import Testing

@Suite(.timeLimit(.minutes(10)))
struct WriteQueueTests {
    private struct Refused: Error {}

    @Test func `writes that wait together all happen, and one that fails takes nothing else along`() async throws {
        try await withStoreOnDisk { store, _ in
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<400 {
                    group.addTask {
                        do {
                            try await store.write { transaction in
                                try Setting.put(.integer(Int64(number)), for: "k\(number)", in: transaction)
                                if number % 7 == 0 { throw Refused() }
                            }
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            let kept = try await store.read { try $0.values("SELECT key FROM settings") as [String] }
            #expect(outcomes == kept.count)
            #expect(kept.count == 400 - 58)
        }
    }

    @Test func `a failing write leaves neither rows nor events`() async throws {
        try await withStoreOnDisk { store, _ in
            let company = try await store.found()
            let before = try await store.read { try Event.lastSequence(of: company.id, in: $0) }
            await #expect(throws: Refused.self) {
                try await store.write { transaction in
                    try Company.pause(company.id, by: .user("o"), in: transaction)
                    throw Refused()
                }
            }
            #expect(try await store.read { try Event.lastSequence(of: company.id, in: $0) } == before)
            #expect(try await store.read { try Company.require(company.id, in: $0).status } == .running)
            try await store.write { try Company.pause(company.id, by: .user("o"), in: $0) }
            #expect(try await store.read { try Event.verify(company.id, in: $0) }.flaw == nil)
        }
    }

    @Test func `subscribers hear of events in the order of the commits, before the writer goes on`() async throws {
        try await withStoreOnDisk { store, _ in
            let company = try await store.found()
            let subscription = store.feed.subscribe(to: company.id, capacity: 10_000)
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<300 {
                    group.addTask {
                        _ = try? await store.write { transaction in
                            try transaction.record(CompanyPaused(reason: "\(number)"), company: company.id, by: .user("o"))
                        }
                    }
                }
            }
            store.feed.finish()
            var heard: [Int] = []
            for await case .event(let published) in subscription { heard.append(published.event.seq) }
            let first = try #require(heard.first)
            #expect(heard == Array(first..<(first + 300)))
            let verified = try await store.read { try Event.verify(company.id, in: $0) }
            #expect(verified.count == first + 299)
            #expect(verified.flaw == nil)
        }
    }

    @Test func `a cancelled task's write happens all the same`() async throws {
        try await withStoreOnDisk { store, _ in
            await withTaskGroup(of: Void.self) { group in
                group.addTask { _ = try? await store.write { try Setting.put(true, for: "written", in: $0) } }
                group.cancelAll()
            }
            let written = try await store.read { try Setting.value(of: "written", in: $0) }
            #expect(written == true)
        }
    }

    @Test func `a full disk loses nothing that was acknowledged, and writing goes on when there is space`() async throws {
        try await withStoreOnDisk { store, _ in
            let pages: Int = try await store.write { try $0.value("PRAGMA page_count") } ?? 0
            try await store.write { _ = try $0.rows(SQL(stringLiteral: "PRAGMA max_page_count = \(pages + 8)")) { _ in 0 } }
            let filler = JSONValue.string(String(repeating: "x", count: 6000))
            var acknowledged: Set<String> = []
            var failures: [StoreError] = []
            for round in 0..<6 {
                let outcomes = await withTaskGroup(of: (String, StoreError?).self) { group in
                    for number in 0..<8 {
                        group.addTask {
                            let key = "r\(round)n\(number)"
                            do {
                                try await store.write { try Setting.put(filler, for: key, in: $0) }
                                return (key, nil)
                            } catch { return (key, error as? StoreError) }
                        }
                    }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                for (key, error) in outcomes { if let error { failures.append(error) } else { acknowledged.insert(key) } }
            }
            #expect(failures.contains(.diskFull))
            let kept = try await store.read { try $0.values("SELECT key FROM settings WHERE key LIKE 'r%'") as [String] }
            #expect(Set(kept) == acknowledged)
            try await store.write { _ = try $0.rows("PRAGMA max_page_count = 1000000") { _ in 0 } }
            try await store.write { try Setting.put(filler, for: "after", in: $0) }
            #expect(try await store.read { try $0.values("PRAGMA integrity_check") as [String] } == ["ok"])
        }
    }
}
