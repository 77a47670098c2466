import Domain

extension JSONValue {
    /// Whether a run's row is one of which nobody knows what it cost.
    ///
    /// What ran on this machine or under a subscription without a list price is none of these: it cost nothing besides.
    var isUnpriced: Bool {
        guard self["price_known"]?.bool == false else { return false }
        return self["cost_kind"]?.string.map { $0 == CostKind.unknown.rawValue } ?? true
    }

    /// What a run cost, with a word for what nobody charges for; `nil` where nobody knows.
    var costInWords: String? {
        guard !isUnpriced else { return nil }
        var cost = CostLedgers()
        cost.add(money("cost_usd"), to: costKind)
        return cost.inWords
    }

    /// The ledger of a run's row or a step's event; billed where it is of before there were ledgers.
    fileprivate var costKind: CostKind { self["cost_kind"]?.string.flatMap(CostKind.init) ?? .billed }
}

extension CostLedgers {
    /// Enters what a step has cost, as its event tells it.
    mutating func add(step event: EventRecord) { add(event.payload.money("cost_usd"), to: event.payload.costKind) }

    /// What is billed, and beside it, never in it, what nobody charges for.
    var inWords: String {
        guard notional != .zero else { return Quantity.dollars(billed) }
        let beside = Quantity.dollars(notional) + " notional"
        return billed == .zero ? beside : "\(Quantity.dollars(billed)), \(beside)"
    }
}

/// What runs took and cost together.
struct Spending: Hashable, Sendable {
    private(set) var count = 0
    private(set) var promptTokens = 0
    private(set) var completionTokens = 0
    private(set) var cost = CostLedgers()
    /// How many had a model whose price is not known, and so add nothing to the cost; at least so many where
    /// ``isCounted`` is false.
    private(set) var unpriced = 0
    private(set) var isCounted = true
    /// Whether the practice model played anybody.
    private(set) var isPractice = false

    /// - Parameters:
    ///   - runs: Rows of runs as the API shows them.
    ///   - isAll: Whether there are no others.
    init(_ runs: [JSONValue], isAll: Bool = true) {
        isCounted = isAll
        for run in runs {
            count += 1
            promptTokens = promptTokens.addingClamped(run.int("prompt_tokens"))
            completionTokens = completionTokens.addingClamped(run.int("completion_tokens"))
            if run.isUnpriced { unpriced += 1 }
            if run["provider"]?.string == ProviderKind.practice.rawValue { isPractice = true }
            if !run.isUnpriced { cost.add(run.money("cost_usd"), to: run.costKind) }
        }
    }

    /// The same from the log, which goes back further than the list of runs.
    ///
    /// - Parameters:
    ///   - events: All events of the time in question.
    ///   - newest: The newest runs, for what the log does not tell.
    init(_ events: [EventRecord], newest: [JSONValue]) {
        for event in events {
            switch event.type {
            case "work.started": count += 1
            case "run.step":
                promptTokens = promptTokens.addingClamped(event.int("prompt_tokens") ?? 0)
                completionTokens = completionTokens.addingClamped(event.int("completion_tokens") ?? 0)
                cost.add(step: event)
            default: break
            }
        }
        unpriced = newest.count(where: \.isUnpriced)
        isCounted = false
    }

    /// The cost in a line that has no room for more words.
    ///
    /// - Parameter cost: What is known of it, which may be newer than this.
    func short(_ cost: CostLedgers) -> String {
        guard unpriced > 0 else { return cost.inWords }
        return cost.billed == .zero && cost.notional == .zero ? "price unknown" : cost.inWords + " + unknown"
    }

    /// What is to be said beside the cost.
    var remark: String {
        guard unpriced > 0 else { return "" }
        return ", without \(isCounted ? "" : "at least ")\(Quantity.of(unpriced, "run")) whose price is not known"
    }
}
