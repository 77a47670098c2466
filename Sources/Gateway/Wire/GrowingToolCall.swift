import Domain

/// A tool call as far as a stream has brought it.
struct GrowingToolCall: Sendable {
    /// The most bytes that a name is put together to: more than any tool's name has.
    static let nameLimit = 256

    let index: Int64?
    private(set) var id = ""
    private(set) var name = ""
    private(set) var arguments = ""
    private(set) var signature: String?
    private var balance = ObjectBalance()

    init(index: Int64?) { self.index = index }

    var hasArguments: Bool { arguments.contains { !$0.isWhitespace } }

    /// Whether `piece`, which came with the same index or id or with neither, is more of this call and not another one.
    ///
    /// A name tells most. Before the arguments it is the rest of a name that comes in pieces, or the name once more. Behind
    /// them another name begins another call, and the same name does so when the arguments are whole: servers that repeat the
    /// name in every piece do so while they are not.
    func continues(with piece: ToolCallPiece) -> Bool {
        if !id.isEmpty, !piece.id.isEmpty, id != piece.id { return false }
        if name.isEmpty || piece.name.isEmpty { return true }
        if hasArguments { return name == piece.name && !balance.isClosed }
        return name == piece.name || isNamed(on: piece)
    }

    mutating func add(_ piece: ToolCallPiece) {
        if id.isEmpty { id = piece.id }
        if signature == nil { signature = piece.signature }
        if name.isEmpty {
            name = piece.name
        } else if name != piece.name, !hasArguments, name.utf8.count + piece.name.utf8.count <= Self.nameLimit {
            name += piece.name
        }
        if piece.isWhole {
            arguments = ""
            balance = ObjectBalance()
        }
        arguments += piece.arguments
        balance.add(piece.arguments)
    }

    /// Whether the call says nothing but what `earlier` has said: some servers repeat id and name once more at the end.
    func isEcho(of earlier: GrowingToolCall) -> Bool {
        !hasArguments && earlier.hasArguments && name == earlier.name && index == earlier.index
            && (id.isEmpty || id == earlier.id)
    }

    /// Whether the name of `piece`, which differs, is the rest of this call's: it brings nothing else, and says by its index or
    /// id that it belongs here.
    private func isNamed(on piece: ToolCallPiece) -> Bool {
        let isTold = piece.index != nil || !piece.id.isEmpty
        return isTold && (piece.arguments.isEmpty || (!id.isEmpty && id == piece.id))
    }
}
