import Domain
import FoundationEssentials
import HTTPTypes

/// The body of a request: a value whose coding keys are all the members it may have.
protocol RequestBody: Decodable, Sendable {
    associatedtype CodingKeys: CodingKey, CaseIterable
}

extension RequestBody {
    /// - Throws: ``APIError`` 422 that names the member and what it may be.
    static func read(_ json: JSONValue) throws -> Self {
        guard case .object(let members) = json else {
            throw APIError(status: .unprocessableContent, code: "invalid", message: "The body must be a JSON object.")
        }
        let known = CodingKeys.allCases.map(\.stringValue)
        if let unknown = members.keys.sorted().first(where: { !known.contains($0) }) {
            throw APIError.invalid(unknown, "is not known here; known are", allowed: known)
        }
        // Every number in a body is a whole one, and the decoder does not say which member holds one that is not.
        if let odd = members.keys.sorted().first(where: { members[$0]?.isNumberButNotWhole == true }) {
            throw APIError.invalid(odd, "must be a whole number")
        }
        do {
            return try JSONDecoder().decode(Self.self, from: Data(json.description.utf8))
        } catch let error as DecodingError {
            throw APIError(error)
        } catch let error as MoneyError {
            // The decoder does not say which member it was; the text does.
            guard case .malformed(let text) = error else { throw APIError.invalid("body", "has too large an amount of money") }
            throw APIError.invalid(json.path(of: text) ?? "body", "must be a number of dollars, such as \"1.50\"")
        }
    }
}

extension APIError {
    fileprivate init(_ error: DecodingError) {
        func field(_ path: [any CodingKey]) -> String {
            path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context): self = .invalid(field(context.codingPath + [key]), "is missing")
        case .valueNotFound(_, let context): self = .invalid(field(context.codingPath), "must not be null")
        case .typeMismatch(let type, let context): self = .invalid(field(context.codingPath), "must be \(Self.words(for: type))")
        case .dataCorrupted(let context) where context.underlyingError is UnknownWord:
            let allowed = (context.underlyingError as? UnknownWord)?.allowed ?? []
            self = .invalid(field(context.codingPath), "must be one of", allowed: allowed)
        case .dataCorrupted(let context): self = .invalid(field(context.codingPath), context.debugDescription)
        @unknown default: self = .invalid("body", "cannot be read")
        }
    }

    private static func words(for type: any Any.Type) -> String {
        switch type {
        case is String.Type: "a string"
        case is Bool.Type: "true or false"
        case is Int.Type, is Int64.Type: "a whole number"
        case is Double.Type: "a number"
        case is any Collection.Type: "a list or object"
        default: "of another type"
        }
    }
}

extension JSONValue {
    /// Where a text stands, such as `limits.cost_usd`.
    fileprivate func path(of text: String) -> String? {
        for (key, value) in (object ?? [:]).sorted(by: { $0.key < $1.key }) {
            if value.string == text, key.hasSuffix("usd") { return key }
            if let inner = value.path(of: text) { return "\(key).\(inner)" }
        }
        return nil
    }

    fileprivate var isNumberButNotWhole: Bool { number != nil && integer == nil }
}
