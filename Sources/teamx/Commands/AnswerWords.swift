import Domain

/// What a person types in answer to a question, taken for what the question's kind wants.
struct AnswerWords: Hashable, Sendable {
    var answer: String
    var comment: String?

    /// - Parameters:
    ///   - text: One line. A number is the option in that place; behind yes or no stands a comment.
    /// - Throws: ``CommandFailure`` saying what may be answered.
    init(_ text: String, to question: JSONValue) throws {
        let text = text.trimmed
        switch question["kind"]?.string.flatMap(QuestionKind.init(rawValue:)) ?? .text {
        case .text, .file: answer = text
        case .choice: answer = try Self.option(text, of: question["options"]?.array?.compactMap(\.string) ?? [])
        case .approval:
            let words = text.split(maxSplits: 1) { $0.isWhitespace || $0 == "," || $0 == ":" }
            guard let first = words.first, let verdict = Self.verdict(first.lowercased()) else {
                throw CommandFailure.usage("This is answered with yes or no, and a comment behind it.")
            }
            answer = verdict.rawValue
            let rest = words.dropFirst().first.map(\.trimmed) ?? ""
            comment = rest.isEmpty ? nil : rest
        }
    }

    private static func option(_ text: String, of options: [String]) throws -> String {
        if options.contains(text) { return text }
        let alike = options.filter { $0.lowercased() == text.lowercased() }
        if alike.count == 1, let one = alike.first { return one }
        if let number = Int(text), options.indices.contains(number - 1) { return options[number - 1] }
        throw CommandFailure.usage(
            "“\(text)” is none of the answers.", hint: "Here are: \(options.map { SafeText.line($0) }.joined(separator: ", ")).")
    }

    private static func verdict(_ word: String) -> Approval? {
        switch word {
        case "y", "yes", "approve", "approved", "ok", "okay": .approved
        case "n", "no", "deny", "denied": .denied
        default: nil
        }
    }

    /// What can be answered, as a person is told.
    static func advice(for question: JSONValue, kind key: String = "kind") -> [String] {
        switch question[key]?.string.flatMap(QuestionKind.init(rawValue:)) ?? .text {
        case .text: []
        case .choice:
            (question["options"]?.array ?? []).enumerated().map { "  \($0 + 1)  \($1.plain)" }
        case .approval: ["  yes or no, with a comment behind it if you like"]
        case .file: ["  the name or id of a file of the company"]
        }
    }
}

extension ClientDesk {
    /// Answers a question with what a person typed.
    func answer(_ question: JSONValue, with text: String, comment: String? = nil, of company: String) async throws -> JSONValue {
        var words = try AnswerWords(text, to: question)
        if question["kind"]?.string == QuestionKind.file.rawValue {
            words.answer = try await file(words.answer, of: company).text("id")
        }
        var body: [String: JSONValue] = ["answer": .string(words.answer)]
        if let comment = comment ?? words.comment { body["comment"] = .string(comment) }
        return try await client.put(.company(company, "questions", question.text("id"), "answer"), .object(body))
    }
}
