import Benchmark
import Domain
import Engine
import Logging
import Store
import Synchronization
import Tools

/// The queue itself: how fast work is claimed, what a long queue costs, and how soon a wake reaches the provider.
func queueBenchmarks() {
    claiming("1,000 waiting", waiting: 1000)
    claiming("100,000 waiting", waiting: 100_000)
    claiming("1,000 waiting behind 100,000 for a full provider", waiting: 1000, behind: 100_000)

    let median = BenchmarkMetric.custom("Median (µs)", useScalingFactor: false)
    let worst = BenchmarkMetric.custom("99th percentile (µs)", useScalingFactor: false)
    Benchmark(
        "queue: wake to the provider with 1,000 waiting",
        configuration: .init(metrics: [median, worst], units: [median: .count, worst: .count], maxIterations: 3)
    ) { benchmark in
        let disk = try await DiskStore(durability: .full)
        let store = disk.store
        let (company, owner) = try await disk.found()
        let employees = try await hire(100, of: company.id, in: store)
        // What waits is for employees of a provider that is full, and comes before everything else.
        let waiting = Array(employees.prefix(50))
        try await store.write { transaction in
            try transaction.insert(
                Provider(
                    id: .init("full"), name: "Full", kind: .openaiCompatible,
                    config: JSONColumn(["default_model": "m", "concurrency_cap": 1]), privacyTier: .local))
            try transaction.execute("UPDATE employees SET provider_pref = iif(id IN \(list: waiting), 'full', 'practice')")
        }
        try await fill(1000, for: waiting, of: company.id, in: store)
        let model = StampingModel()
        let epoch = try await store.write { try ServerEpoch.begin(bootID: "bench", process: 1, in: $0).epoch.epoch }
        let workplace = Workplace(
            store: store, time: RealTime(), roles: RoleCatalog(), providers: model, pricing: Free(),
            documents: TextDocumentWriter(), extractText: { _, _, _ in nil }, limits: WorkLimits(slots: 16),
            logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() })
        var times: [Duration] = []
        benchmark.startMeasurement()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await Dispatcher(workplace, epoch: epoch).run() }
            for number in 0..<500 {
                let employee = employees[50 + number % 50]
                let thread = try await store.write {
                    try Thread.direct(employee, with: .user(owner.id), of: company.id, in: $0)
                }
                let asked = model.next()
                let start = ContinuousClock.now
                try await store.write { _ = try Message.post("Good morning", to: thread, by: .user(owner.id), in: $0) }
                for await moment in asked {
                    times.append(moment - start)
                    break
                }
                try await idle(employee, in: store)
            }
            group.cancelAll()
        }
        benchmark.stopMeasurement()
        times.sort()
        let (p50, p99) = (times[times.count / 2], times[times.count * 99 / 100])
        benchmark.measurement(median, Int(p50 / .microseconds(1)))
        benchmark.measurement(worst, Int(p99 / .microseconds(1)))
        print("\(benchmark.name): \(p50) median, \(p99) at the 99th percentile of \(times.count)")
        try await disk.remove()
    }
}

private func claiming(_ name: String, waiting: Int, behind blocked: Int = 0) {
    Benchmark("queue: claims of 16 with \(name)") { benchmark in
        let disk = try await DiskStore(durability: .full)
        let store = disk.store
        let (company, _) = try await disk.found()
        let employees = try await hire(1000, of: company.id, in: store)
        if blocked > 0 {
            let others = try await hire(1000, of: company.id, in: store)
            try await store.write {
                try $0.execute("UPDATE employees SET provider_pref = 'full' WHERE id IN \(list: others)")
            }
            try await fill(blocked, for: others, of: company.id, in: store)
        }
        try await fill(waiting, for: employees, of: company.id, in: store)
        let claims = 960
        try await benchmark.measure(claims) {
            for _ in 0..<(claims / 16) {
                let claimed = try await store.write {
                    try WakeupRequest.claim(16, lease: .init(epoch: 1), in: $0) {
                        $0.providerPref == "full" ? .pass : .begin(nil)
                    }
                }
                precondition(claimed.count == 16)
            }
        }
        try await disk.remove()
    }
}

/// Returns when the employee has answered.
private func idle(_ employee: Employee.ID, in store: Store) async throws {
    while try await store.read({
        try $0.exists("SELECT 1 FROM agent_wakeup_requests WHERE agent_id = \(employee) AND status IN ('pending', 'processing')")
    }) { await Task.yield() }
}

private func hire(_ count: Int, of company: Company.ID, in store: Store) async throws -> [Employee.ID] {
    try await store.write { transaction in
        try (0..<count).map { number in
            try Employee.hire(
                .init(rolePackID: "bench", roleID: "bench", roleMdSha: "", level: .ic, name: "N \(number)", title: "Worker"),
                into: company, by: .user("bench"), in: transaction
            ).id
        }
    }
}

private func fill(_ count: Int, for employees: [Employee.ID], of company: Company.ID, in store: Store) async throws {
    for start in stride(from: 0, to: count, by: 2000) {
        try await store.write { transaction in
            for number in start..<min(count, start + 2000) {
                try WakeupRequest.enqueue(
                    .init(
                        agent: employees[number % employees.count], cause: .manual, trigger: nil, thread: nil,
                        dedupe: .once("bench:\(number)"), chain: .root), of: company, in: transaction)
            }
        }
    }
}

/// Notes when it is asked; the model called `m` never answers.
private final class StampingModel: ModelProviders, ModelProvider {
    private let waiter = Mutex<AsyncStream<ContinuousClock.Instant>.Continuation?>(nil)

    func provider(for row: Provider) throws -> any ModelProvider { self }

    /// When the model is next asked.
    func next() -> AsyncStream<ContinuousClock.Instant> {
        let (stream, continuation) = AsyncStream.makeStream(of: ContinuousClock.Instant.self)
        waiter.withLock { $0 = continuation }
        return stream
    }

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        if request.model == "m" {
            try await Task.sleep(for: .seconds(3600))
            return
        }
        let now = ContinuousClock.now
        waiter.withLock { $0 }?.yield(now)
        try await onEvent(.text("Good morning."))
        try await onEvent(.finish(.stop))
    }
}
