import Domain

/// How budgets are told to people.
enum BudgetWords {
    static func dollars(_ item: JSONValue, _ key: String) -> String { "$\(item.money(key))" }

    /// What nobody charges for, at list price; nothing where there is none.
    static func notional(_ item: JSONValue) -> String {
        item["notional_usd"]?.string == nil || item.money("notional_usd") == .zero && item["notional_calls"] == nil
            ? "" : dollars(item, "notional_usd")
    }

    /// How many calls have no known price; nothing where all have.
    static func unpriced(_ item: JSONValue) -> String {
        let calls = item.int("unknown_calls")
        return calls == 0 ? "" : Quantity.of(calls, "call")
    }

    /// What takes no room of a budget, as a sentence of its own; `nil` where there is none.
    private static func beside(_ item: JSONValue) -> String? {
        let calls = unpriced(item)
        let parts = [
            item.money("notional_usd") == .zero ? nil : "\(dollars(item, "notional_usd")) at list price that nobody charges for",
            calls.isEmpty ? nil : "\(calls) whose price is not known",
        ].compactMap { $0 }
        return parts.isEmpty ? nil : "Not in it: \(parts.joined(separator: ", and "))."
    }

    /// An amount as the API takes it: without the sign that people may type.
    static func amount(_ text: String) -> String { text.hasPrefix("$") ? String(text.dropFirst()) : text }

    static func whose(_ budget: JSONValue, _ names: [String: String]) -> String {
        let id = budget.text("scope_ref_id")
        switch budget["scope_kind"]?.string.flatMap(BudgetScope.init(rawValue:)) {
        case .company: return "the company"
        case .employee: return names[id] ?? ShortID.of(id)
        case .routine: return "routine \(ShortID.of(id))"
        case .runtimeProfile: return "profile \(ShortID.of(id))"
        case nil: return budget.text("scope_kind")
        }
    }

    static func state(_ budget: JSONValue) -> String {
        guard budget["enabled"]?.bool != false else { return "off" }
        switch budget["alert_level"]?.string.flatMap(BudgetAlert.init(rawValue:)) {
        case .ok: return "ok"
        case .warning: return "warning"
        case .exceeded: return "used up"
        case nil: return budget.text("alert_level")
        }
    }

    static func lines(budget: JSONValue, _ names: [String: String]) -> [String] {
        var lines = [
            "The budget of \(whose(budget, names)): \(dollars(budget, "spent_usd")) of \(dollars(budget, "hard_cap_usd")) spent this "
                + "month, \(dollars(budget, "reserved_usd")) reserved, \(dollars(budget, "remaining_usd")) left."
        ]
        if let beside = beside(budget) { lines.append(beside) }
        if budget["enabled"]?.bool == false { return lines + ["It is switched off and stops nobody."] }
        lines.append("It warns at \(budget.int("warning_threshold_pct")) %, \(dollars(budget, "warning_spend_usd")).")
        if budget["auto_pause"]?.bool == true { lines.append("The whole company pauses when it is used up.") }
        if budget["is_holding"]?.bool == true {
            lines.append("It is used up: work waits until it is raised or the month is over.")
        }
        return lines
    }

    static func lines(spending: JSONValue, _ names: [String: String]) -> [String] {
        let providers = (spending["providers"]?.array ?? []).map { provider in
            let calls = unpriced(provider)
            let parts = [
                provider["amount_usd"]?.string == nil ? nil : dollars(provider, "amount_usd"),
                provider["notional_usd"]?.string == nil ? nil : "\(dollars(provider, "notional_usd")) notional",
                calls.isEmpty ? nil : "\(calls) of unknown price",
            ].compactMap { $0 }
            return "  \(provider.text("name")): \(parts.joined(separator: "; "))"
        }
        let budgets = (spending["budgets"]?.array ?? []).map {
            "  \(whose($0, names)): \(dollars($0, "spent_usd")) of \(dollars($0, "hard_cap_usd")), \(state($0))"
        }
        return ["Spent this month: \(dollars(spending, "spent_usd"))"] + [beside(spending)].compactMap { $0 } + providers
            + (budgets.isEmpty ? ["There is no budget: nothing limits what is spent."] : ["Budgets:"] + budgets)
    }
}
