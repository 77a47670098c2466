/// The people whom the demo hires, from the top of the org chart down.
enum DemoTeam {
    struct Member {
        let role: String
        let name: String
        /// The role of whoever they report to.
        let manager: String?
    }

    static let company = "Aurora Works"
    static let mission = "Useful things that last, made by few people who care."
    static let goal = "Launch a weekly newsletter about repairing things instead of replacing them"

    static let members = [
        Member(role: "ceo", name: "Ada Moreau", manager: nil),
        Member(role: "head-of-product", name: "Grace Lindqvist", manager: "ceo"),
        Member(role: "cto", name: "Tomas Okafor", manager: "ceo"),
        Member(role: "head-of-marketing", name: "Leila Haddad", manager: "ceo"),
        Member(role: "market-researcher", name: "Jun Ito", manager: "head-of-product"),
        Member(role: "product-designer", name: "Mira Kovac", manager: "head-of-product"),
        Member(role: "backend-engineer", name: "Radia Silva", manager: "cto"),
        Member(role: "qa-engineer", name: "Edsger Vos", manager: "cto"),
        Member(role: "content-writer", name: "Noor Castillo", manager: "head-of-marketing"),
    ]
}
