import Domain

/// Turns what one maker's API answers into model events: piece by piece as it is streamed, or all at once.
///
/// What goes wrong is a ``ModelError``: `malformed` when something is not of the format, `brokenStream` when the answer
/// stops before it is complete, any class when the provider says that it failed.
protocol AnswerDecoder: Sendable {
    /// The answer is over: whatever may still come is of no interest.
    var isDone: Bool { get }

    /// How many pieces said no more than that the connection is alive.
    var signsOfLife: Int { get }

    /// Names of members that every piece has and nobody reads.
    static var unread: [StaticString] { get }

    /// Reads one piece of a streamed answer, which comes without its ``unread`` members.
    mutating func take(_ piece: JSONValue) throws(ModelError) -> [ModelEvent]

    /// Reads an answer that is not streamed, all of it.
    mutating func take(answer: JSONValue) throws(ModelError) -> [ModelEvent]

    /// Reads `[DONE]`, with which OpenAI's streams end, and those of others behind some gateways.
    mutating func endMark() throws(ModelError) -> [ModelEvent]

    /// What is left when the stream ends, however it ends.
    mutating func end() throws(ModelError) -> [ModelEvent]
}

extension AnswerDecoder {
    static var unread: [StaticString] { [] }

    var signsOfLife: Int { 0 }

    mutating func endMark() throws(ModelError) -> [ModelEvent] { try end() }

    /// Reads one piece of a streamed answer as it came.
    mutating func decode(_ data: [UInt8]) throws(ModelError) -> [ModelEvent] {
        let word = data.trimmingBlanks
        guard !isDone, !word.isEmpty else { return [] }
        if word.elementsEqual("[DONE]".utf8) { return try endMark() }
        let piece: JSONValue
        do { piece = try JSONValue(lenient: data, leavingOut: Self.unread) } catch {
            throw ModelError.foreign("The provider sent an event that is not JSON.")
        }
        guard case .object = piece else { throw ModelError.foreign("The provider sent an event that is not a JSON object.") }
        return try take(piece)
    }

    /// Reads an answer that is not streamed as it came.
    mutating func decode(answer: [UInt8]) throws(ModelError) -> [ModelEvent] {
        let value: JSONValue
        do { value = try JSONValue(lenient: answer) } catch {
            throw ModelError.foreign("The provider's answer is not JSON.")
        }
        return try take(answer: value)
    }
}

extension [UInt8] {
    fileprivate var trimmingBlanks: ArraySlice<UInt8> {
        let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }
        let start = drop(while: isBlank)
        guard let last = start.lastIndex(where: { !isBlank($0) }) else { return [] }
        return start[...last]
    }
}
