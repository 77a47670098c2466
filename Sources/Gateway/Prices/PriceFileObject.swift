import Domain

/// A JSON object of a price list and where it stands, for errors that say where to look.
struct PriceFileObject {
    private let members: [String: JSONValue]
    private let path: String

    /// - Throws: ``PriceTableError`` when `value` is no object, or has members beside `members`.
    init(_ value: JSONValue, at path: String, members known: Set<String>) throws(PriceTableError) {
        guard let members = value.object else { throw .wrongType(path.isEmpty ? "the file" : path) }
        self.members = members
        self.path = path
        if let stranger = members.keys.filter({ !known.contains($0) }).min() { throw .unknown(place(stranger)) }
    }

    func required(_ key: String) throws(PriceTableError) -> JSONValue {
        guard let value = members[key] else { throw .missing(place(key)) }
        return value
    }

    func text(_ key: String) throws(PriceTableError) -> String {
        guard let text = try required(key).string else { throw .wrongType(place(key)) }
        return text
    }

    func optionalText(_ key: String) throws(PriceTableError) -> String? {
        members[key] == nil ? nil : try text(key)
    }

    func amount(_ key: String) throws(PriceTableError) -> Money {
        let text = try text(key)
        do {
            let amount = try Money(text)
            if amount >= .zero { return amount }
        } catch {}  // said below, with the place
        throw .badAmount(place(key))
    }

    func optionalAmount(_ key: String) throws(PriceTableError) -> Money? {
        members[key] == nil ? nil : try amount(key)
    }

    private func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
