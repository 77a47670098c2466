import Benchmark
import Foundation

/// Things done in a second.
private let perSecond = BenchmarkMetric.custom("Per second", polarity: .prefersLarger, useScalingFactor: false)
/// The processor time of the whole process for each thing done.
///
/// The tool's own metric needs a library that is not everywhere.
private let processorTime = BenchmarkMetric.custom("Processor time each (ns)", useScalingFactor: false)

extension Benchmark.Configuration {
    static func measuring(iterations: Int) -> Self {
        Self(
            metrics: [.wallClock, perSecond, processorTime], units: [perSecond: .count, processorTime: .count],
            warmupIterations: 1, maxDuration: .seconds(60), maxIterations: iterations)
    }
}

extension Benchmark {
    /// Does what is to be measured, which is to do `count` things, and tells how many that were in a second and at what cost.
    func measure(_ count: Int, _ body: () async throws -> Void) async throws {
        let began = ContinuousClock.now
        let used = Self.processorSeconds
        startMeasurement()
        try await body()
        stopMeasurement()
        let spent = Self.processorSeconds - used
        let duration = ContinuousClock.now - began
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        measurement(perSecond, Int(Double(count) / seconds))
        measurement(processorTime, Int(spent * 1e9 / Double(count)))
        // The tool keeps quiet what a benchmark prints; it is seen when the program is run by itself, under a profiler.
        print("\(name): \(Int(Double(count) / seconds)) per second, \(Int(spent * 1e9 / Double(count))) ns each")
    }

    /// What all threads have used so far.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
