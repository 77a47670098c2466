import Domain

/// The questions of the practice model: it asks a person where the text of the work tells it to.
enum PracticeAsking {
    /// The call that asks, if the work says that somebody is to be asked and nobody was yet.
    static func call(_ scene: PracticeScene) -> (tool: String, arguments: JSONValue)? {
        guard scene.tools.contains("ask_human"), !scene.hasAsked else { return nil }
        let text = scene.request.lowercased()
        if let options = options(in: text) {
            return (
                "ask_human",
                [
                    "question": .string("Which shall it be for “\(scene.ticketTitle)”?"), "kind": "choice",
                    "options": .array(options.map { .string($0) }),
                ]
            )
        }
        if holds(text, ["my approval", "ask for approval", "ask me for approval", "ask whether i approve"]) {
            return (
                "ask_human",
                ["question": .string("May I go ahead with “\(scene.ticketTitle)”?"), "kind": "approval"]
            )
        }
        if holds(text, ["ask me for a file", "ask me for the file", "ask for the file", "ask for a file"]) {
            return (
                "ask_human", ["question": .string("Which file do I need for “\(scene.ticketTitle)”?"), "kind": "file"]
            )
        }
        guard text.contains("ask me") else { return nil }
        return ("ask_human", ["question": .string("What should I know about “\(scene.ticketTitle)”?"), "kind": "text"])
    }

    private static func holds(_ text: String, _ phrases: [String]) -> Bool { phrases.contains { text.contains($0) } }

    /// What “let me choose between tea, coffee and milk” offers.
    private static func options(in text: String) -> [String]? {
        guard holds(text, ["let me choose", "me to choose"]), let start = text.firstRange(of: "choose between ") else {
            return nil
        }
        let list = text[start.upperBound...].prefix { !".;?!\n".contains($0) }
        let options = list.replacing(" and ", with: ",").replacing(" or ", with: ",").split(separator: ",").map(\.trimmed)
        let whole = options.filter { !$0.isEmpty }
        return whole.count >= 2 ? Array(whole.prefix(8)) : nil
    }
}
