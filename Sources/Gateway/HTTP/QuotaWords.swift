import Domain

/// What providers write when a quota is used up, and when they say that it will be there again.
///
/// The words are those of public APIs: an error code like `insufficient_quota`, “exceeded your current quota”, “credit balance is
/// too low”, “usage limit reached”, “session limit”; and “try again in 6m0s”, “in 20 seconds”, “in 2 hours”.
enum QuotaWords {
    static func tell(of text: String) -> Bool {
        let text = text.lowercased()
        return [
            "insufficient_quota", "current quota", "quota exceeded", "exceeded your quota", "credit balance",
            "insufficient credit", "usage limit", "session limit",
            "billing hard limit",
        ].contains(where: text.contains)
    }

    /// Whether an answer with the status of a wrong request says that the account is empty, as its first words.
    static func tellPlainly(of text: String, status: Int) -> Bool {
        guard status == 400 || status == 403 else { return false }
        let text = text.lowercased()
        return ["your credit balance is too low", "insufficient_quota", "you exceeded your current quota"]
            .contains(where: text.hasPrefix)
    }

    /// How long the text asks to wait; `nil` when it does not say.
    static func wait(in text: String) -> Duration? {
        // A full stop belongs to a number, or ends a sentence.
        let parts = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == ".") }
        var words = parts.map { $0.last == "." ? $0.dropLast() : $0 }[...]
        while let place = words.firstIndex(of: "in") {
            words = words[(place + 1)...]
            if let wait = duration(words.prefix(4)) { return wait }
        }
        return nil
    }

    /// `6m0s`, `1h2m`, `20s`, `450ms`, `20 seconds`, `2 hours 5 minutes`.
    private static func duration(_ words: ArraySlice<Substring>) -> Duration? {
        var sum: Double?
        var pending: Double?
        for word in words {
            if let number = Double(word) {
                guard pending == nil else { break }
                pending = number
            } else if let number = pending {
                guard let factor = factor(of: String(word)) else { break }
                sum = (sum ?? 0) + number * factor
                pending = nil
            } else {
                guard let value = seconds(of: word) else { break }
                sum = (sum ?? 0) + value
            }
        }
        guard let sum, sum.isFinite else { return nil }
        return .seconds(min(max(0, sum), 86_400))
    }

    /// A word of numbers and units, such as `6m0s`.
    private static func seconds(of word: Substring) -> Double? {
        var rest = word
        var sum = 0.0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isNumber || $0 == "." }
            let unit = rest.dropFirst(digits.count).prefix { $0.isLetter }
            guard let number = Double(digits), let factor = factor(of: String(unit)) else { return nil }
            sum += number * factor
            rest = rest.dropFirst(digits.count + unit.count)
        }
        return word.isEmpty ? nil : sum
    }

    private static func factor(of unit: String) -> Double? {
        switch unit {
        case "ms", "milliseconds": 0.001
        case "s", "sec", "secs", "second", "seconds": 1
        case "m", "min", "mins", "minute", "minutes": 60
        case "h", "hr", "hrs", "hour", "hours": 3600
        case "d", "day", "days": 86_400
        default: nil
        }
    }
}
