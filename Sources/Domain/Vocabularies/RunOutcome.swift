/// How a run ended, in a word for people and programs.
package enum RunOutcome: String, Vocabulary {
    /// It goes on.
    case running
    /// The model ended by itself.
    case finished
    /// Somebody stopped it.
    case stopped
    /// It goes on later where it stood.
    case putOff = "put_off"
    /// The next step may cost more than a budget has left, or nobody knows what it costs.
    case budget
    /// The answer was cut off, or there was no room for what must be said.
    case tokenLimit = "token_limit"
    case stepLimit = "step_limit"
    /// Nothing moved for as long as its claim held.
    case timeLimit = "time_limit"
    /// The model neither ended the work nor said why.
    case noProgress = "no_progress"
    case providerError = "provider_error"
    /// The server ended while it ran; the work was taken up again.
    case crashed
    case programError = "program_error"
    case failed
}
