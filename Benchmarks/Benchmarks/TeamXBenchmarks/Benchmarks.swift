import Benchmark

/// What `swift package benchmark` runs.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .measuring(iterations: 3)
    eventBenchmarks()
    queueBenchmarks()
    turnBenchmarks()
    feedBenchmarks()
    streamBenchmarks()
    searchBenchmarks()
}
