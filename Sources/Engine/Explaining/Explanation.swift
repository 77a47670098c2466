package import Domain

/// Why something does not go on: the conditions in their order, up to the first that does not hold, and what that means.
///
/// It is made from the database alone, the same each time.
package struct Explanation: Codable, Hashable, Sendable {
    /// What was asked about: `ticket`, `employee`, `thread`, `routine`.
    package var kind: String
    package var id: String
    /// In which state it is, in a word: `working`, `waiting`, `blocked`, `idle`, `done`.
    package var state: String
    package var finding: Finding
    /// What was found to hold before.
    package var holds: [String]

    package init(kind: String, id: String, state: String, finding: Finding, holds: [String]) {
        self.kind = kind
        self.id = id
        self.state = state
        self.finding = finding
        self.holds = holds
    }
}

/// The conditions of an explanation, asked one after the other until one does not hold.
struct Conditions {
    private(set) var holds: [String] = []
    private(set) var answer: (state: String, finding: Finding)?

    /// - Parameters:
    ///   - condition: What is to hold, as a sentence.
    ///   - otherwise: What it means when it does not; `nil` when it holds.
    mutating func require(_ condition: String, otherwise: () throws -> (state: String, finding: Finding)?) rethrows {
        guard answer == nil else { return }
        if let found = try otherwise() { answer = found } else { holds.append(condition) }
    }
}
