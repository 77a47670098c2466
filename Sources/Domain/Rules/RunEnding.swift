/// How a run ended.
///
/// There is no other way.
package enum RunEnding: Hashable, Sendable {
    /// The model answered.
    case answered(String)
    /// It failed, or came to nothing. `retryAt` is when to try again, `nil` when that would not help. Text that had come by
    /// then is kept in `partial`.
    case failed(ErrorClass, message: String, partial: String, retryAt: Timestamp?)
    /// It was put off without fault: the company was paused, the server stopped, its provider is away. It goes on later where it
    /// stood, and not before `until` where that is known.
    case putOff(String, until: Timestamp? = nil)
    /// Its next call may cost more than a budget has left. It waits, and goes on later where it stood.
    case overBudget(BudgetShortage)
    /// A person stopped it for good. Text that had come by then is kept in `partial`.
    case cancelled(String, partial: String = "")
    /// The server ended while it ran.
    case interrupted

    /// What kind of failure it was, for programs.
    package enum ErrorClass: Hashable, Sendable {
        case model(ModelError.Class)
        /// The model neither used the tools it was given to end the work nor said why.
        case noProgress
        /// More steps than a turn may have.
        case tooManySteps
        /// The claim lapsed: there was no progress for as long as it held.
        case stalled
        /// The model's window cannot hold even what must be said.
        case contextTooSmall
        /// There is a budget, and nobody knows what the model costs.
        case priceUnknown
        /// The program itself could not go on.
        case program

        package var name: String {
            switch self {
            case .model(let kind): kind.rawValue
            case .noProgress: "no_progress"
            case .tooManySteps: "too_many_steps"
            case .stalled: "stalled"
            case .contextTooSmall: "context_too_small"
            case .priceUnknown: "price_unknown"
            case .program: "program"
            }
        }
    }
}

extension RunEnding {
    /// The budget without which the work waits.
    package var shortage: BudgetShortage? {
        if case .overBudget(let shortage) = self { return shortage }
        return nil
    }
}

/// What a run has used so far.
package struct RunTotals: Hashable, Sendable {
    package var promptTokens = 0
    package var completionTokens = 0
    package var cost = Money.zero
    package var toolCalls = 0
    /// Whether every call's price was known.
    package var isPriceKnown = true
    /// In which ledger the latest call's cost stands; `nil` where there was none.
    package var costKind: CostKind?

    package init() {}
}
