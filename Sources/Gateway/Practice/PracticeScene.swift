import Domain

/// What the practice model finds in a turn: the sections of the situation, and what it has done already.
struct PracticeScene {
    struct Person {
        let id: String
        let name: String
        let title: String
        var isChair = false
    }

    let cause: String
    let name: String
    let title: String
    let ticketID: String?
    let ticketTitle: String
    let goal: String
    let isGoalTicket: Bool
    let parts: [String]
    let reports: [Person]
    let reviewRound: Int
    let reviewedBy: String
    let lastWords: String
    /// What a person said while the turn went on, the latest.
    let guidance: String?
    /// What the ticket asks for in its own words, without what was only quoted for it.
    let request: String
    /// Whether people were asked about the ticket before.
    let hasAsked: Bool
    /// What people answered to this work, a line each.
    let decisions: [String]
    let tools: Set<String>
    /// The meeting, in a turn of one.
    let meeting: PracticeMeeting?
    /// The sections of what it is asked, by their headings.
    let sections: [String: [String]]
    /// Results of tools in this turn, in order.
    let results: [(tool: String, content: JSONValue, isError: Bool)]

    init(_ request: ModelRequest) {
        let request = Self.plain(request)
        var situation = ""
        if case .user(let text)? = request.messages.first { situation = text }
        sections = Self.sections(of: situation)
        let ticket = sections.first { $0.key.hasPrefix("Ticket") }?.value ?? []
        let introduction = Self.introduction(request.system)
        cause = Self.field("Cause", in: sections["Situation"] ?? []) ?? "message"
        name = introduction?.name ?? "An employee"
        title = introduction?.title ?? ""
        ticketID = Self.field("id", in: ticket)
        ticketTitle = Self.field("title", in: ticket) ?? ""
        goal = Self.field("goal", in: ticket) ?? Self.field("title", in: ticket) ?? ""
        isGoalTicket = Self.field("part of", in: ticket) == nil
        parts = (sections["Parts"] ?? []).filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
        reports = (sections["Your reports"] ?? []).compactMap(Self.person)
        let review = sections["Handed in for review"] ?? []
        reviewRound = Self.field("round", in: review).flatMap { Int($0) } ?? 1
        reviewedBy = Self.field("by", in: review) ?? "your colleague"
        lastWords = Self.lastWords(in: request.messages)
        guidance =
            request.messages.dropFirst().compactMap { message -> String? in
                guard case .user(let text) = message, let colon = text.firstRange(of: ", while you work: ") else { return nil }
                return text[colon.upperBound...].trimmed
            }.last
        let words = Self.following("description:", in: ticket)
        let isQuoted = words.contains { $0.hasPrefix("It serves the goal:") }
        self.request = ((isQuoted ? [] : [ticketTitle]) + words.filter { !$0.hasPrefix("It serves the goal:") })
            .joined(separator: "\n")
        let discussion = (sections["Discussion"] ?? []).joined(separator: "\n")
        let answers = request.messages.compactMap { message -> [String]? in
            guard case .user(let text) = message, text.hasPrefix("You asked the people who own the company.") else { return nil }
            return text.split(separator: "\n").dropFirst().map(\.trimmed)
        }
        decisions = answers.flatMap(\.self)
        hasAsked = !answers.isEmpty || discussion.contains("Answer to “") || discussion.contains("The question “")
        tools = Set(request.tools.map(\.name))
        meeting = PracticeMeeting(sections, speaking: name, said: request.messages)
        results = request.messages.compactMap { message in
            guard case .toolResult(_, let name, let content, let isError) = message else { return nil }
            return (name, (try? JSONValue(parsing: content)) ?? .null, isError)  // no JSON says nothing
        }
    }

    /// The request without the lines that only say that something is quoted; a heading in what is quoted begins no section.
    private static func plain(_ request: ModelRequest) -> ModelRequest {
        var request = request
        request.messages = request.messages.map { message in
            guard case .user(let text) = message, text.contains("```quoted") else { return message }
            var fence: Substring?
            var lines: [Substring] = []
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                if line == fence {
                    fence = nil
                } else if fence == nil, line.hasPrefix("```"), line.hasSuffix("quoted") {
                    fence = line.dropLast("quoted".count)
                } else {
                    lines.append(fence != nil && line.hasPrefix("#") ? " " + line : line)
                }
            }
            return .user(lines.joined(separator: "\n"))
        }
        return request
    }

    /// What was said last, or what is still to be answered.
    private static func lastWords(in messages: [ModelMessage]) -> String {
        let texts = messages.compactMap { message -> String? in
            if case .user(let text) = message { text } else { nil }
        }
        guard let last = texts.last(where: { !$0.hasPrefix("(It is your turn.)") }) else { return "" }
        guard last.hasPrefix("(This is not answered yet.)") else { return last }
        return last.split(separator: "\n\n").dropFirst().dropLast().joined(separator: "\n\n")
    }

    /// The result of the last successful call of a tool.
    func result(of tool: String) -> JSONValue? { results.last { $0.tool == tool && !$0.isError }?.content }

    /// Reads `You are NAME, TITLE at COMPANY`, as role prompts begin.
    private static func introduction(_ system: String) -> (name: String, title: String)? {
        guard let start = system.firstRange(of: "You are ") else { return nil }
        let line = system[start.upperBound...].prefix { $0 != "\n" }
        guard let comma = line.firstRange(of: ", "), let at = line[comma.upperBound...].firstRange(of: " at ") else { return nil }
        return (String(line[..<comma.lowerBound]), String(line[comma.upperBound..<at.lowerBound]))
    }

    private static func sections(of text: String) -> [String: [String]] {
        var sections: [String: [String]] = [:]
        var current = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# ") || line.hasPrefix("## ") {
                current = line.drop { $0 == "#" }.trimmed
            } else {
                sections[current, default: []].append(String(line))
            }
        }
        return sections
    }

    private static func field(_ name: String, in lines: [String]) -> String? {
        lines.first { $0.hasPrefix(name + ": ") }.map { $0.dropFirst(name.count + 2).trimmed }
    }

    /// The lines behind the one that is `label`.
    private static func following(_ label: String, in lines: [String]) -> [String] {
        lines.firstIndex(of: label).map { Array(lines[($0 + 1)...]) } ?? []
    }

    /// Reads `- ID: Name, Title, 2 open tickets`, where the last may as well be the part in a meeting.
    static func person(_ line: String) -> Person? {
        guard line.hasPrefix("- "), let colon = line.firstRange(of: ": ") else { return nil }
        let id = String(line[line.index(line.startIndex, offsetBy: 2)..<colon.lowerBound])
        let words = line[colon.upperBound...].split(separator: ",").map(\.trimmed)
        guard words.count >= 2 else { return nil }
        return Person(
            id: id, name: words[0], title: words.dropFirst().dropLast(words.count > 2 ? 1 : 0).joined(separator: ", "),
            isChair: words.last == "chair")
    }
}
