import Domain

/// What an ending makes of the run, its work and its thread.
extension RunEnding {
    /// Whether the work ends with the run: it is done, cancelled, or has been tried often enough.
    func isFinal(for work: WakeupRequest) -> Bool {
        switch self {
        case .answered, .cancelled: true
        case .putOff, .overBudget: false
        case .failed(_, _, _, let retryAt): retryAt == nil || work.failureCount + 1 >= work.maxAttempts
        case .interrupted: work.attemptCount >= Run.interruptionLimit
        }
    }

    var runStatus: RunStatus {
        switch self {
        case .answered: .success
        case .failed, .interrupted: .error
        case .putOff, .overBudget, .cancelled: .cancelled
        }
    }

    var errorText: String? {
        switch self {
        case .answered: nil
        case .failed(_, let message, _, _): message
        case .putOff(let reason, _), .cancelled(let reason, _): reason
        case .overBudget(let shortage): shortage.summary
        case .interrupted: "The server ended while this ran."
        }
    }

    var errorClass: String? {
        switch self {
        case .answered: nil
        case .failed(let kind, _, _, _): kind.name
        case .putOff: "put_off"
        case .overBudget: "budget"
        case .cancelled: "cancelled"
        case .interrupted: "interrupted"
        }
    }

    /// Whether what is written of it are the employee's own words.
    var isSaidByEmployee: Bool {
        switch self {
        case .answered: true
        case .cancelled(_, let partial): !partial.trimmed.isEmpty
        case .failed, .putOff, .overBudget, .interrupted: false
        }
    }

    /// The same as the end of work that a person wanted stopped; what had been said by then is kept.
    func stopped(saying reason: String) -> RunEnding {
        switch self {
        case .answered(let text): .cancelled(reason, partial: text)
        case .failed(_, _, let partial, _), .cancelled(_, let partial): .cancelled(reason, partial: partial)
        case .putOff, .overBudget, .interrupted: .cancelled(reason)
        }
    }

    /// An interruption that has happened too often is a failure like any other.
    var asFailure: RunEnding {
        if case .interrupted = self {
            return .failed(
                .program, message: "The server ended \(Run.interruptionLimit) times while working on this.", partial: "",
                retryAt: nil)
        }
        return self
    }

    /// As much of an answer that came to nothing as anybody reads.
    private static let partialLimit = 20_000

    func text(isFinal: Bool) -> String? {
        switch self {
        case .answered(let text): return text.trimmed.isEmpty ? nil : text
        case .putOff, .overBudget: return nil
        case .cancelled(let reason, let partial):
            let said = partial.trimmed
            return said.isEmpty ? reason : "\(said.cut(to: Self.partialLimit))\n\n[\(reason)]"
        case .interrupted, .failed:
            guard isFinal, case .failed(_, let message, let partial, _) = asFailure else { return nil }
            let said = partial.trimmed.isEmpty ? "" : "\(partial.cut(to: Self.partialLimit))\n\n[The answer stops here.]\n\n"
            return said + "This could not be finished: \(message)"
        }
    }
}
