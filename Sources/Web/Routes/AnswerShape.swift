/// What an answer's JSON looks like, for the document.
indirect enum AnswerShape: Sendable {
    case anything
    case text, number, flag
    /// The other shape, or null.
    case optional(AnswerShape)
    /// An entity or another value that describes itself, with further members.
    case one(any (Decodable & Sendable).Type, with: [String: AnswerShape] = [:])
    case many(AnswerShape)
    /// An object of these members.
    case members([String: AnswerShape])
    /// An object of these members, and perhaps of the others.
    case some([String: AnswerShape], perhaps: [String: AnswerShape])
    /// A page of a list: `{"items": […], "next": …}`.
    case list(AnswerShape)
    case either(AnswerShape, AnswerShape)
}

extension Route {
    /// What a route answers with, for the document.
    enum Answer: Sendable {
        case json(AnswerShape)
        case bytes
        /// A page of events or, for who asks for it, a stream of them.
        case events
        /// Events and texts as they come.
        case stream

        static func object(_ type: any (Decodable & Sendable).Type, with members: [String: AnswerShape] = [:]) -> Answer {
            .json(.one(type, with: members))
        }

        static func list(_ type: any (Decodable & Sendable).Type) -> Answer { .json(.list(.one(type))) }
    }
}
