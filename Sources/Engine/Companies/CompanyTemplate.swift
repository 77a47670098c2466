package import Domain

/// What a company can begin with: its people, what they are to reach, and the first work of some of them.
package struct CompanyTemplate: Sendable {
    /// What programs call it.
    package let id: String
    package let name: String
    /// What it is, in a sentence.
    package let summary: String
    package let mission: String
    /// Each after whoever they report to.
    package let members: [Member]
    package let goal: String?
    package let tickets: [Errand]
    package let routine: Habit?
    /// What may be spent in a month, in US dollars.
    package let budget: Money?

    package struct Member: Sendable {
        /// By which role they are known here, and in the catalogue.
        package let role: String
        package let name: String
        /// The role of whoever they report to.
        package let manager: String?
    }

    /// A ticket for whoever has a role.
    package struct Errand: Sendable {
        package let title: String
        package let description: String
        package let role: String
    }

    /// A ticket that comes again every day.
    package struct Habit: Sendable {
        package let name: String
        package let title: String
        package let description: String
        package let role: String
        package let timeOfDay: String
    }

    /// Those that people choose from.
    package static let all = [studio, content, research, empty]

    package static func named(_ id: String) -> CompanyTemplate? { all.first { $0.id == id } }

    private static let empty = CompanyTemplate(
        id: "empty", name: "Empty", summary: "A company with a name and nobody in it yet.", mission: "", members: [], goal: nil,
        tickets: [], routine: nil, budget: nil)
}
