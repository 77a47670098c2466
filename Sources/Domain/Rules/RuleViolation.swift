/// Why a wish of a person, a program or a model cannot be granted.
///
/// It is the asker's to mend, and says how.
package enum RuleViolation: Error, Hashable, Sendable {
    /// There is no such thing, or it belongs to another company, which is the same to the asker.
    case notFound(String)
    /// A field holds what it may not. What it may hold, where that is a closed list, is `allowed`, which follows the reason.
    case invalid(field: String, reason: String, allowed: [String] = [])
    /// The state of things does not allow it.
    case conflict(String)
    /// It is about an employee who no longer works here.
    case departed(Departed)

    /// Somebody who no longer works here, and who took over.
    package struct Departed: Hashable, Sendable {
        package let name: String
        package let successor: Employee.ID?
        package let successorName: String?

        package init(name: String, successor: Employee.ID? = nil, successorName: String? = nil) {
            self.name = name
            self.successor = successor
            self.successorName = successorName
        }

        package var sentence: String {
            "\(name) no longer works here" + (successorName.map { "; \($0) has taken over." } ?? ".")
        }
    }
}

extension RuleViolation: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notFound(let what): "There is no such \(what)."
        case .invalid(let field, let reason, let allowed):
            "\(field): \(reason)" + (allowed.isEmpty ? "" : ": " + allowed.joined(separator: ", "))
        case .conflict(let reason): reason
        case .departed(let somebody): somebody.sentence
        }
    }
}

extension RuleViolation {
    /// `text` without blanks around it.
    ///
    /// - Throws: ``invalid(field:reason:allowed:)`` when nothing is left or it is longer than `limit` characters.
    package static func nonBlank(_ text: String, _ field: String, limit: Int = 200) throws(RuleViolation) -> String {
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { throw .invalid(field: field, reason: "must not be empty") }
        guard trimmed.count <= limit else { throw .invalid(field: field, reason: "must have at most \(limit) characters") }
        return trimmed
    }

    /// `text` as it is: what somebody writes about a thing at length.
    ///
    /// - Parameter limit: In bytes.
    /// - Throws: ``invalid(field:reason:allowed:)`` when it is longer.
    package static func description(
        _ text: String, _ field: String = "description", limit: Int = 50_000
    ) throws(RuleViolation) -> String {
        guard text.utf8.count <= limit else { throw .invalid(field: field, reason: "must have at most \(limit) bytes") }
        return text
    }
}

extension StringProtocol {
    /// Without white space at either end.
    package var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
            return ""
        }
        return String(self[first...last])
    }
}
