import Domain

/// The contents of a price list's file.
///
/// A JSON object with `version` (a whole number), `currency` (`USD`), `note` (optional) and `entries`: a list of objects
/// with `kind` (a provider kind), `model` (a name, or its beginning followed by `*`), `input`, `output`, `cache_read` and
/// `cache_write` (both optional) in dollars per million tokens, `per_request` (optional) in dollars per call, all as decimal
/// strings, and `effective_from` (optional, as `2026-04-07`).
/// Members that are not listed here are errors, because a misspelt one would silently cost money.
struct PriceFile {
    let version: Int
    let note: String?
    let entries: [PriceEntry]

    init(parsing bytes: [UInt8]) throws(PriceTableError) {
        let value: JSONValue
        do { value = try JSONValue(parsing: bytes) } catch { throw .notJSON(error) }
        let file = try PriceFileObject(value, at: "", members: ["version", "currency", "note", "entries"])
        guard let version = try file.required("version").integer.flatMap({ Int(exactly: $0) }) else {
            throw .wrongType("version")
        }
        self.version = version
        note = try file.optionalText("note")
        let currency = try file.text("currency")
        guard currency == "USD" else { throw .unsupportedCurrency(currency) }
        guard let list = try file.required("entries").array else { throw .wrongType("entries") }
        var entries: [PriceEntry] = []
        var seen: Set<[String]> = []
        for (index, item) in list.enumerated() {
            let entry = try PriceEntry(item, at: "entries[\(index)]")
            guard seen.insert([entry.kind.rawValue, entry.model, entry.effectiveFrom ?? ""]).inserted else {
                throw .duplicate("entries[\(index)]")
            }
            entries.append(entry)
        }
        self.entries = entries
    }
}

extension PriceEntry {
    fileprivate init(_ value: JSONValue, at path: String) throws(PriceTableError) {
        let object = try PriceFileObject(
            value, at: path,
            members: ["kind", "model", "input", "output", "cache_read", "cache_write", "per_request", "effective_from"])
        guard let kind = ProviderKind(rawValue: try object.text("kind")) else { throw .unknownKind("\(path).kind") }
        let model = try object.text("model")
        guard !model.isEmpty, !model.dropLast().contains("*") else { throw .badModel("\(path).model") }
        let day = try object.optionalText("effective_from")
        var firstMoment = Timestamp(milliseconds: .min)
        if let day {
            guard let date = CivilDate(day) else { throw .badDate("\(path).effective_from") }
            firstMoment = Timestamp(milliseconds: Int64(date.daysSince1970) * 86_400_000)
        }
        self.init(
            kind: kind, model: model,
            price: ModelPrice(
                input: try object.amount("input"), output: try object.amount("output"),
                cacheRead: try object.optionalAmount("cache_read"), cacheWrite: try object.optionalAmount("cache_write"),
                perRequest: try object.optionalAmount("per_request")),
            effectiveFrom: day, firstMoment: firstMoment)
    }
}
