import Domain

/// Puts tool calls together from the pieces in which a stream brings them.
///
/// Pieces belong together by `index`. Servers that leave it out, or number every call 0, are understood by the ids they send
/// instead, and where those do not tell either, by the names (``GrowingToolCall/continues(with:)``).
struct ToolCallAssembly: Sendable {
    /// The most calls that one answer may hold.
    static let callLimit = 128
    /// The most bytes that the arguments of all calls of an answer may have together.
    static let argumentsLimit = 4 << 20

    private var calls: [GrowingToolCall] = []
    private var argumentsSize = 0
    private let ids: ToolCallIDs

    init(ids: ToolCallIDs) { self.ids = ids }

    var isEmpty: Bool { calls.isEmpty }

    mutating func add(_ piece: ToolCallPiece) throws(ModelError) {
        let place = try place(for: piece)
        calls[place].add(piece)
        argumentsSize += piece.arguments.utf8.count + (piece.signature?.utf8.count ?? 0)
        guard argumentsSize <= Self.argumentsLimit else {
            throw ModelError(.malformed, "The answer's tool calls have more than \(Self.argumentsLimit >> 20) MiB of arguments.")
        }
    }

    /// Where in ``calls`` the piece goes.
    private mutating func place(for piece: ToolCallPiece) throws(ModelError) -> Int {
        let sameID = piece.id.isEmpty ? nil : calls.lastIndex { $0.id == piece.id }
        // The last of equal indices: an earlier one was closed when another id or name followed.
        let candidate =
            if let index = piece.index { calls.lastIndex { $0.index == index } } else { sameID ?? calls.indices.last }
        if let candidate {
            if calls[candidate].continues(with: piece) { return candidate }
            if let sameID, calls[sameID].continues(with: piece) { return sameID }
        }
        guard calls.count < Self.callLimit else {
            throw ModelError(.malformed, "The answer holds more than \(Self.callLimit) tool calls.")
        }
        calls.append(GrowingToolCall(index: piece.index))
        return calls.count - 1
    }

    /// The calls, in the order in which they began.
    ///
    /// - Parameter cutShort: The answer ended at a limit: calls whose arguments are not whole are left out.
    /// - Throws: ``ModelError`` of class `malformed` when a call has no name.
    func finished(cutShort: Bool) throws(ModelError) -> [ToolCall] {
        var ids = ids
        var finished: [ToolCall] = []
        for (position, call) in calls.enumerated() {
            if cutShort, !call.arguments.isJSONObject { continue }
            if calls[..<position].contains(where: call.isEcho(of:)) { continue }
            guard !call.name.isEmpty else { throw ModelError(.malformed, "The provider sent a tool call without a name.") }
            let id = ids.unique(call.id, position: position)
            let arguments = call.hasArguments ? call.arguments : "{}"
            finished.append(ToolCall(id: id, name: call.name, arguments: arguments, signature: call.signature))
        }
        return finished
    }
}
