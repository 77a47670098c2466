/// Somebody who may do a ticket, with the reasons in words, the best first.
package struct AssigneeSuggestion: Codable, Hashable, Sendable {
    package let employeeID: Employee.ID
    package let name: String
    package let title: String
    /// How many tickets that are not done they have.
    package let openTickets: Int
    /// Whether nothing keeps them from beginning at once.
    package let isFree: Bool
    /// Why, the weightiest first.
    package let reasons: [String]

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case name, title, reasons
        case employeeID = "employee_id"
        case openTickets = "open_tickets"
        case isFree = "is_free"
    }

    /// What of a ticket says who should do it.
    package struct Matter: Sendable {
        package let title: String
        package let description: String
        package let labels: [String]

        package init(title: String, description: String = "", labels: [String] = []) {
            self.title = title
            self.description = description
            self.labels = labels
        }
    }

    /// What is known of somebody who might do it.
    package struct Candidate: Sendable {
        package let id: Employee.ID
        package let name: String
        package let title: String
        package let level: EmployeeLevel
        /// What their role is about, in single words or several.
        package let skills: [String]
        package let openTickets: Int
        package let isAtWork: Bool
        /// Why they may not work at all, such as “is paused”.
        package let hold: String?
        /// Why nobody of the company may, such as “waits: the company is paused”.
        package let companyHold: String?

        package init(
            id: Employee.ID, name: String, title: String, level: EmployeeLevel, skills: [String], openTickets: Int = 0,
            isAtWork: Bool = false, hold: String? = nil, companyHold: String? = nil
        ) {
            self.id = id
            self.name = name
            self.title = title
            self.level = level
            self.skills = skills
            self.openTickets = openTickets
            self.isAtWork = isAtWork
            self.hold = hold
            self.companyHold = companyHold
        }
    }

    /// The best of the candidates: whose role fits the ticket's words, who does such work themselves, has the least to do, and
    /// may begin; among equals those who come first.
    package static func best(_ limit: Int = 3, of candidates: [Candidate], for matter: Matter) -> [AssigneeSuggestion] {
        let words = matter.words
        let judged = candidates.enumerated().map { place, candidate in
            let fitting = candidate.words(fitting: words)
            return (place: place, score: candidate.score(fitting), suggestion: candidate.suggestion(fitting))
        }
        return judged.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.prefix(limit).map(\.suggestion)
    }
}

extension AssigneeSuggestion.Candidate {
    /// A word that fits weighs more than anything else; more than four of them say no more than four do.
    fileprivate func score(_ fitting: [String]) -> Int {
        let fit = min(fitting.count, 4) * 6
        let hand = level == .ic || level == .lead ? 3 : level == .officer ? -2 : 0
        return fit + hand - min(openTickets, 6) * 2 - (isAtWork ? 1 : 0) - (hold == nil ? 0 : 9)
    }

    fileprivate func suggestion(_ fitting: [String]) -> AssigneeSuggestion {
        var reasons: [String] = []
        if !fitting.isEmpty {
            reasons.append("\(title) fits \(fitting.prefix(3).map { "“\($0)”" }.joined(separator: ", "))")
        }
        let count = openTickets == 0 ? "no open ticket" : openTickets == 1 ? "1 open ticket" : "\(openTickets) open tickets"
        reasons.append("has \(count)")
        let nobody = hold ?? companyHold
        reasons.append(nobody ?? (isAtWork ? "is at work on something else" : "is free now"))
        return AssigneeSuggestion(
            employeeID: id, name: name, title: title, openTickets: openTickets, isFree: nobody == nil && !isAtWork,
            reasons: reasons)
    }

    /// The words that their role is about.
    fileprivate func words(fitting words: [String]) -> [String] {
        let skills = Set(([title] + skills).flatMap(AssigneeSuggestion.Matter.words))
        return words.filter { word in skills.contains { AssigneeSuggestion.Matter.isAkin(word, $0) } }
    }
}

extension AssigneeSuggestion.Matter {
    /// The ticket's telling words, as it has them, each once.
    fileprivate var words: [String] {
        var seen: Set<String> = []
        return (Self.words(title) + labels.flatMap(Self.words) + Self.words(String(description.prefix(2000))))
            .filter { seen.insert($0).inserted }
    }

    fileprivate static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.count > 3 && !common.contains($0) }
    }

    /// Whether two words are of one stem, as “write” and “writer” are.
    fileprivate static func isAkin(_ one: String, _ other: String) -> Bool {
        let shared = zip(one, other).prefix { $0 == $1 }.count
        return shared >= min(5, one.count, other.count) && shared * 2 > max(one.count, other.count)
    }

    private static let common: Set<String> = [
        "about", "also", "chief", "every", "from", "have", "head", "into", "junior", "lead", "make", "officer", "over", "senior",
        "that", "their", "them", "then", "they", "this", "what", "when", "with", "work", "your",
    ]
}
