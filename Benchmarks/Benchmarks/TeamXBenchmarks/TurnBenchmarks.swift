import Benchmark
import Domain
import Engine
import Logging
import Store
import Tools

/// Turns of two model calls, a tool call and then an answer: from the queue through the dispatcher to `work.completed`, with
/// every step, charge and event written.
func turnBenchmarks() {
    let search = ToolCall(id: "call_1", name: "search_files", arguments: #"{"query":"plan"}"#)
    for slots in [1, 16, 128] {
        for durability in [SQLiteEngine.Durability.full, .normal] {
            let name = durability == .full ? "full" : "normal"
            taking("\(slots) at once, \(name)", turns: 2000, slots: slots, durability: durability, call: search)
        }
    }
    let colleagues = ToolCall(id: "call_1", name: "list_colleagues", arguments: "{}")
    taking("128 at once among 1,000 colleagues", turns: 1000, slots: 128, durability: .full, call: colleagues)
}

private func taking(_ name: String, turns: Int, slots: Int, durability: SQLiteEngine.Durability, call: ToolCall) {
    Benchmark("turns: \(name)") { benchmark in
        let disk = try await DiskStore(durability: durability)
        let store = disk.store
        let (company, owner) = try await disk.found()
        try await greet(turns, of: company.id, by: owner.id, in: store)
        try await store.write { transaction in
            // The slots alone shall limit how many go on at once.
            try transaction.execute("UPDATE providers SET config_json = json_set(config_json, '$.concurrency_cap', \(slots))")
        }
        let epoch = try await store.write { try ServerEpoch.begin(bootID: "bench", process: 1, in: $0).epoch.epoch }
        let workplace = Workplace(
            store: store, time: RealTime(), roles: RoleCatalog(), providers: ImmediateModel(call: call), pricing: Free(),
            documents: TextDocumentWriter(), extractText: { _, _, _ in nil }, limits: WorkLimits(slots: slots),
            logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() })
        let ends = store.feed.subscribe(to: company.id, capacity: 1_000_000)
        try await benchmark.measure(turns) {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await Dispatcher(workplace, epoch: epoch).run() }
                var left = turns
                for await case .event(let published) in ends where published.event.eventType == "work.completed" {
                    left -= 1
                    if left == 0 { break }
                }
                group.cancelAll()
            }
        }
        try await disk.remove()
    }
}

/// Hires as many employees and writes a message to each.
private func greet(_ count: Int, of company: Company.ID, by owner: Operator.ID, in store: Store) async throws {
    try await store.write { transaction in
        for number in 0..<count {
            let employee = try Employee.hire(
                .init(rolePackID: "bench", roleID: "bench", roleMdSha: "", level: .ic, name: "N \(number)", title: "Worker"),
                into: company, by: .user("bench"), in: transaction)
            let thread = try Thread.direct(employee.id, with: .user(owner), of: company, in: transaction)
            try Message.post("Good morning", to: thread, by: .user(owner), in: transaction)
        }
    }
}
