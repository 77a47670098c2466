import Domain

/// A way to fail that the practice model can be told to play, so that what happens then can be seen without a provider that
/// fails.
///
/// It stands behind the model's name, such as `practice+stall`; with a number, as in `practice+rate-limited/3`, every third call
/// fails and the others do not.
enum PracticeFault: String, CaseIterable, Sendable {
    /// Refuses the call: too many.
    case rateLimited = "rate-limited"
    /// Refuses the call: what was paid for is used up.
    case quota
    /// Refuses the call: overloaded.
    case overloaded
    /// Cannot be reached.
    case unreachable
    /// Refuses the key.
    case unauthorized
    /// Begins to answer, and then says nothing more until a clock runs out.
    case stall
    /// Breaks off in the middle of the answer.
    case half
    /// Sends what is not of its format.
    case garbage
    /// Answers, and reports token counts that cannot be.
    case wrongUsage = "wrong-usage"
    /// Answers, and reports no token counts.
    case noUsage = "no-usage"

    /// What goes wrong before anything of an answer has come.
    var refusal: ModelError? {
        switch self {
        case .rateLimited:
            ModelError(.rateLimited, "The practice model asks for fewer calls.", status: 429, retryAfter: .seconds(2))
        case .quota: ModelError(.quota, "The practice model's quota is used up.", status: 429, retryAfter: .seconds(120))
        case .overloaded: ModelError(.server, "The practice model is overloaded.", status: 529)
        case .unreachable: ModelError(.connect, "The practice model cannot be reached.")
        case .unauthorized: ModelError(.unauthorized, "The practice model refuses the key.", status: 401)
        case .stall, .half, .garbage, .wrongUsage, .noUsage: nil
        }
    }

    /// What goes wrong in the middle of the answer.
    var interruption: ModelError? {
        switch self {
        case .stall: ModelError(.timeout, "The practice model said nothing for \(Self.silence.components.seconds) seconds.")
        case .half: ModelError(.brokenStream, "The practice model broke off.")
        case .garbage: ModelError(.malformed, "The practice model sent what is not of its format.")
        case .rateLimited, .quota, .overloaded, .unreachable, .unauthorized, .wrongUsage, .noUsage: nil
        }
    }

    /// How long a stalled answer says nothing.
    static let silence = Duration.seconds(90)

    /// What is reported instead of `usage`.
    func reported(_ usage: TokenUsage) -> TokenUsage? {
        switch self {
        case .noUsage: nil
        case .wrongUsage: TokenUsage(prompt: -1, completion: .max, cacheRead: usage.prompt + 1)
        case .rateLimited, .quota, .overloaded, .unreachable, .unauthorized, .stall, .half, .garbage: usage
        }
    }
}

/// A fault and how often it is played.
struct PracticeFaultPlan: Hashable, Sendable {
    let fault: PracticeFault
    /// Every how many calls one fails, from 1.
    let period: Int

    /// Reads the name of a model; `nil` when it names no fault.
    init?(model: String) {
        guard let plus = model.firstIndex(of: "+") else { return nil }
        let parts = model[model.index(after: plus)...].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, let fault = PracticeFault(rawValue: String(name)) else { return nil }
        self.fault = fault
        period = parts.count == 2 ? max(1, parts.last.flatMap { Int($0) } ?? 1) : 1
    }

    /// Whether the call of this number, from 1, is one that fails.
    func isDue(at call: Int) -> Bool { call % period == 0 }
}
