import Benchmark
import Domain
import GRDB
import Store

/// Events appended to the log, each in a write of its own and durable when it is done; beside it what bare SQLite does.
func eventBenchmarks() {
    appending("one writer", writers: 1, total: 3_000)
    appending("256 writers", writers: 256, total: 40_960)
    inserting("bare inserts, one a commit", perCommit: 1, total: 3_000)
    inserting("bare inserts, 100 a commit", perCommit: 100, total: 100_000)
}

private func appending(_ name: String, writers: Int, total: Int) {
    Benchmark("events: \(name)") { benchmark in
        let disk = try await DiskStore(durability: .full)
        let (store, company) = (disk.store, try await disk.found().company.id)
        try await benchmark.measure(total) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<writers {
                    group.addTask {
                        for number in 0..<(total / writers) {
                            try await store.write { transaction in
                                try transaction.record(CompanyPaused(reason: "\(number)"), company: company, by: .user("bench"))
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        try await disk.remove()
    }
}

/// The floor: the columns of an event and its two most needed indexes, without its chain, guards and subscribers.
private func inserting(_ name: String, perCommit: Int, total: Int) {
    Benchmark("events: \(name)") { benchmark in
        let folder = try DiskFolder()
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA mmap_size = 0") }
        let pool = try DatabasePool(path: folder.path + "/bare.sqlite", configuration: configuration)
        try await pool.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE events (id TEXT PRIMARY KEY, company_id TEXT NOT NULL, actor_id TEXT NOT NULL,
                      actor_kind TEXT NOT NULL, event_type TEXT NOT NULL, payload_json TEXT NOT NULL, created_at INTEGER NOT NULL,
                      seq INTEGER NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL);
                    CREATE UNIQUE INDEX idx_events_company_seq ON events (company_id, seq);
                    """)
        }
        let hash = String(repeating: "0123456789abcdef", count: 4)
        let ids = IDGenerator()
        let events: [[String]] = (0..<total).map { number in
            let id: Event.ID = ids.next(at: Timestamp(milliseconds: Int64(number)))
            return [id.rawValue, "0P7C00WF--ATpWOPXj7OY", "bench", "user", "company.paused", #"{"reason":"\#(number)"}"#]
        }
        try await benchmark.measure(total) {
            for start in stride(from: 0, to: total, by: perCommit) {
                try await pool.write { database in
                    let statement = try database.cachedStatement(sql: "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?)")
                    for number in start..<(start + perCommit) {
                        var values: [any DatabaseValueConvertible] = events[number]
                        values += [number, number, hash, hash]
                        try statement.execute(arguments: StatementArguments(values))
                    }
                }
            }
        }
        try pool.close()
        try folder.remove()
    }
}
