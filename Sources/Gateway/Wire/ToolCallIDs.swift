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
            candidate = Self.madeUp + "\(turn)_\(position)" + (attempt == 0 ? "" : "_\(attempt)")
            attempt += 1
        }
        taken.insert(candidate)
        return candidate
    }

    /// Whether `id` looks like one that was made up here, so that no provider knows it.
    static func isMadeUp(_ id: String) -> Bool {
        guard id.hasPrefix(madeUp) else { return false }
        let numbers = id.dropFirst(madeUp.count).split(separator: "_", omittingEmptySubsequences: false)
        return (2...3).contains(numbers.count) && numbers.allSatisfy { Int($0) != nil }
    }

    private static let madeUp = "call_"
}
