/// How high an employee stands.
///
/// Databases of the product's earlier life hold these words in lower case, with underscores or hyphens.
package enum EmployeeLevel: String, Vocabulary {
    case officer = "Officer"
    case seniorManagement = "Senior Management"
    case management = "Management"
    case supervisor = "Supervisor"
    case lead = "Lead"
    case ic = "IC"
    /// An agent that belongs to the program itself; it stands outside of the order.
    case system

    package static let writable: [Self] = [.officer, .seniorManagement, .management, .supervisor, .lead, .ic]

    package static let aliases: [String: Self] = [
        "officer": .officer,
        "senior_management": .seniorManagement,
        "senior-management": .seniorManagement,
        "senior management": .seniorManagement,
        "management": .management,
        "supervisor": .supervisor,
        "lead": .lead,
        "ic": .ic,
        "System": .system,
    ]

    /// 0 for officers up to 5 for individual contributors; the lower the number, the higher the place.
    package var rank: Int? { Self.writable.firstIndex(of: self) }
}
