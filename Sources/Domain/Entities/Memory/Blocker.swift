/// Something that holds a run up.
package struct Blocker: Codable, Hashable, Sendable {
    package var kind: BlockerKind
    /// The id of what holds it up; the table is told by the kind.
    package var refID: String?
    /// What the matter is, for people.
    package var summary: String

    package enum CodingKeys: String, CodingKey {
        case kind
        case refID = "refId"
        case summary
    }

    package init(kind: BlockerKind, refID: String? = nil, summary: String) {
        self.kind = kind
        self.refID = refID
        self.summary = summary
    }
}
