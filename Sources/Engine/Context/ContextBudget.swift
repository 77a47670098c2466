import Domain

/// How a model's window is divided: what tools and the answer need is kept free, the rest is for the context.
struct ContextBudget: Hashable, Sendable {
    let window: ModelWindow
    /// What the schemas of the offered tools take.
    let tools: Int
    /// The most the answer may have.
    let output: Int
    /// Kept free for what the tools answer in the course of the turn.
    let steps: Int
    /// The most tokens of context, whatever room there is.
    let target: Int

    /// The same with less room for the context.
    func keepingFree(_ tokens: Int) -> ContextBudget {
        ContextBudget(window: window, tools: tools, output: output, steps: steps, target: max(0, target - tokens))
    }

    private init(window: ModelWindow, tools: Int, output: Int, steps: Int, target: Int) {
        self.window = window
        self.tools = tools
        self.output = output
        self.steps = steps
        self.target = target
    }

    /// - Parameters:
    ///   - tools: The tokens of the tools that are offered.
    ///   - output: The most tokens that an answer may have where there is room for it.
    ///   - cap: As many tokens as people want to spend on the context of a turn.
    init(window: ModelWindow, tools: Int, output wanted: Int, cap: Int? = nil) {
        self.window = window
        self.tools = tools
        output = min(wanted, max(Self.leastOutput, window.tokens / 4))
        steps = min(Self.mostSteps, window.tokens / 8)
        let room = max(0, window.tokens - tools - output - steps - Self.framing)
        target = min(room, cap ?? room)
    }

    /// What is left for everything that is said, in the opening and in the course of the turn.
    var conversation: Int { max(0, window.tokens - tools - output - Self.framing) }

    /// An answer that is shorter is of no use: a tool call alone takes as much.
    private static let leastOutput = 512
    private static let mostSteps = 16_384

    /// What formats put around messages, and the notes on what was left out.
    static let framing = 96
}

/// The window is too small even for what must be there.
struct ContextTooSmall: Error, CustomStringConvertible {
    let budget: ContextBudget
    let needed: Int

    var description: String {
        "The model's window of \(budget.window.tokens) tokens is too small: its tools take \(budget.tools), the answer is to have "
            + "\(budget.output), and what must be said takes \(needed) at the least. Say a larger context_window on the provider, "
            + "if the model has one."
    }
}
