/// A call that stands in an answer's text.
struct WrittenCall: Hashable, Sendable {
    let name: String
    /// JSON, as a provider would send it.
    let arguments: String
}
