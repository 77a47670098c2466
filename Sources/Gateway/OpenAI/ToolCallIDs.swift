import Domain

/// Keeps the ids of tool calls unique within a conversation, whatever the provider makes of them.
struct ToolCallIDs: Hashable, Sendable {
    /// The longest id that is kept; a longer one is replaced.
    static let lengthLimit = 256

    private var taken: Set<String> = []
    private let turn: Int

    init(conversation: [ModelMessage] = []) {
        turn = conversation.count
        for case .assistant(_, let calls) in conversation { taken.formUnion(calls.map(\.id)) }
    }

    /// `id` itself, or one made up from the place in the conversation when it is missing, too long or taken.
    ///
    /// The same call in the same conversation always gets the same id.
    mutating func unique(_ id: String, position: Int) -> String {
        var candidate = id
        var attempt = 0
        while candidate.isEmpty || candidate.utf8.count > Self.lengthLimit || taken.contains(candidate) {
            candidate = "call_\(turn)_\(position)" + (attempt == 0 ? "" : "_\(attempt)")
            attempt += 1
        }
        taken.insert(candidate)
        return candidate
    }
}
