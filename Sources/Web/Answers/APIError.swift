import Domain
import HTTPTypes
import Store

/// A failure as the API tells it: a status, a stable code for programs, a sentence for people, and what helps to mend it.
struct APIError: Error {
    let status: HTTPResponse.Status
    let code: String
    let message: String
    var details: [String: JSONValue] = [:]

    var json: JSONValue { ["error": ["code": .string(code), "message": .string(message), "details": .object(details)]] }

    static func notFound(_ what: String) -> APIError {
        APIError(status: .notFound, code: "not_found", message: "There is no such \(what).")
    }

    /// - Parameter allowed: What the field may be, where that is a closed list; it follows the reason.
    static func invalid(_ field: String, _ reason: String, allowed: [String] = []) -> APIError {
        var details: [String: JSONValue] = ["field": .string(field)]
        if !allowed.isEmpty { details["allowed"] = .array(allowed.map { .string($0) }) }
        let list = allowed.isEmpty ? "" : ": " + allowed.joined(separator: ", ")
        return APIError(status: .unprocessableContent, code: "invalid", message: "\(field): \(reason)\(list)", details: details)
    }
}
