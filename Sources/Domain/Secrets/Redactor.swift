import Synchronization

/// Knows the values that must not be written.
///
/// A value that was learnt is not forgotten before the process ends: it may stand in what is yet to come.
package final class Redactor: Sendable {
    private struct State {
        var values: Set<String> = []
        var redaction: Redaction?
    }

    private let state = Mutex(State())

    package init() {}

    /// What is to be kept out as of now; `nil` where there is nothing.
    package var redaction: Redaction? { state.withLock(\.redaction) }

    /// Keeps `value` out from now on, unless it is too short or too plain a word to be told from other text.
    package func learn(_ value: String) {
        guard Redaction.isTellable(value) else { return }
        state.withLock { state in
            guard state.values.insert(value).inserted else { return }
            state.redaction = Redaction(of: state.values)
        }
    }

    package func redacted(_ text: String) -> String { redaction?.redacted(text) ?? text }
}
