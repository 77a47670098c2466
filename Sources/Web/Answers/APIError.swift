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

    static func notFound(_ what: String) -> APIError { APIError(status: .notFound, code: "not_found", message: "There is no such \(what).") }

    static func invalid(_ field: String, _ reason: String) -> APIError {
        APIError(status: .unprocessableContent, code: "invalid", message: "\(field): \(reason)", details: ["field": .string(field)])
    }
}
