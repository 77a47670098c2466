package import Domain

/// Which texts somebody wants to see as they are written.
package struct LiveTopics: Hashable, Sendable {
    /// Whether the ends of all texts of the company.
    package var tails: Bool
    /// Conversations whose texts are wanted whole.
    package var threads: Set<Thread.ID>
    /// Runs whose texts are wanted whole.
    package var runs: Set<Run.ID>

    package init(tails: Bool = false, threads: Set<Thread.ID> = [], runs: Set<Run.ID> = []) {
        self.tails = tails
        self.threads = threads
        self.runs = runs
    }

    func wantsWhole(_ signal: LiveSignal) -> Bool {
        runs.contains(signal.runID) || signal.threadID.map(threads.contains) == true
    }

    func cover(_ signal: LiveSignal) -> Bool { tails || wantsWhole(signal) }
}
