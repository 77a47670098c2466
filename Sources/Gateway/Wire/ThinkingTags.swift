/// Tells what a model thinks from its answer where a server leaves both in one text, the thought between tags at its beginning.
struct ThinkingTags: Sendable {
    enum Piece: Hashable, Sendable {
        case thought(String)
        case text(String)
    }

    private enum State {
        /// Nothing but blanks and the beginning of the tag has come.
        case beginning(String)
        /// Behind the opening tag; the text may be the beginning of the closing one.
        case thinking(String)
        /// Behind the closing tag, and nothing but blanks has come.
        case thought
        case answering
    }

    private static let opening = "<think>"
    private static let closing = "</think>"

    private var state = State.beginning("")

    /// Whether all that may still come belongs to the answer.
    var isOver: Bool { if case .answering = state { true } else { false } }

    /// What `text` brings; what may turn out to be a tag is held back until that is known.
    mutating func take(_ text: String) -> [Piece] {
        switch state {
        case .answering: return [.text(text)]
        case .thought:
            let answer = text.drop(while: \.isWhitespace)
            if answer.isEmpty { return [] }
            state = .answering
            return [.text(String(answer))]
        case .beginning(let held):
            let text = held + text
            let bare = text.drop(while: \.isWhitespace)
            if bare.hasPrefix(Self.opening) {
                state = .thinking("")
                return take(String(bare.dropFirst(Self.opening.count)))
            }
            guard Self.opening.hasPrefix(bare), text.utf8.count < 64 else {
                state = .answering
                return [.text(text)]
            }
            state = .beginning(text)
            return []
        case .thinking(let held):
            let text = held + text
            if let end = text.firstRange(of: Self.closing) {
                state = .thought
                let thought = Piece.thought(String(text[..<end.lowerBound]))
                return (thought.isEmpty ? [] : [thought]) + take(String(text[end.upperBound...]))
            }
            let kept = (0..<min(Self.closing.count, text.count + 1)).last { Self.closing.hasPrefix(text.suffix($0)) } ?? 0
            state = .thinking(String(text.suffix(kept)))
            return [.thought(String(text.dropLast(kept)))].filter { !$0.isEmpty }
        }
    }

    /// What is still held back when the answer ends.
    mutating func end() -> [Piece] {
        defer { state = .answering }
        switch state {
        case .answering, .thought: return []
        case .beginning(let held): return [.text(held)].filter { !$0.isEmpty }
        case .thinking(let held): return [.thought(held)].filter { !$0.isEmpty }
        }
    }
}

extension ThinkingTags.Piece {
    fileprivate var isEmpty: Bool {
        switch self {
        case .thought(let text), .text(let text): text.isEmpty
        }
    }
}
