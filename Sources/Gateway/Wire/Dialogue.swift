import Domain

/// A conversation as formats want it that know two sides who take turns.
///
/// It begins and ends with the user's side. Each call of the model is answered in the turn behind it, before anything else is
/// said there; a call that nobody answered gets an answer that says so, and an answer that belongs to no call is told as text.
/// What is blank is left out.
struct Dialogue: Sendable {
    struct Turn: Hashable, Sendable {
        var isModels: Bool
        var parts: [Part]
    }

    enum Part: Hashable, Sendable {
        case text(String)
        case image(ModelImage)
        case call(ToolCall)
        case result(ToolResult)
    }

    /// What a tool answered.
    struct ToolResult: Hashable, Sendable {
        var callID: String
        var name: String
        var content: String
        var isError: Bool
    }

    private(set) var turns: [Turn] = []
    /// The calls of the model's last turn that are not answered yet.
    private var open: [ToolCall] = []
    private var results: [Part] = []
    private var words: [Part] = []

    init(_ messages: [ModelMessage]) {
        for message in messages { add(message) }
        close()
        if turns.last?.isModels != false { turns.append(Turn(isModels: false, parts: [.text("Go on.")])) }
    }

    private mutating func add(_ message: ModelMessage) {
        switch message {
        case .user(let text): if !text.isBlank { words.append(.text(text)) }
        case .image(let image): words.append(.image(image))
        case .toolResult(let callID, let name, let content, let isError):
            guard let place = open.firstIndex(where: { $0.id == callID }) else {
                words.append(.text("\(name) answered: \(content)"))
                return
            }
            open.remove(at: place)
            results.append(.result(ToolResult(callID: callID, name: name, content: content, isError: isError)))
        case .assistant(let text, let calls):
            let parts = (text.isBlank ? [] : [Part.text(text)]) + calls.map(Part.call)
            guard !parts.isEmpty else { return }
            close()
            if turns.isEmpty { turns.append(Turn(isModels: false, parts: [.text("Begin.")])) }
            if let last = turns.indices.last, turns[last].isModels {
                turns[last].parts += parts
            } else {
                turns.append(Turn(isModels: true, parts: parts))
            }
            open = calls
        }
    }

    /// Ends the turn of the user's side, if there is anything in it.
    private mutating func close() {
        for call in open {
            results.append(
                .result(ToolResult(callID: call.id, name: call.name, content: "The call was not made.", isError: true)))
        }
        let parts = results + words
        if !parts.isEmpty { turns.append(Turn(isModels: false, parts: parts)) }
        open = []
        results = []
        words = []
    }
}

extension String {
    /// Whether there is nothing to see.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
