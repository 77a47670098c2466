import Domain

extension CompanyTemplate {
    /// The company of `teamx demo`.
    package static let works = CompanyTemplate(
        id: "works", name: "Aurora Works", summary: "The company of the demonstration.",
        mission: "Useful things that last, made by few people who care.",
        members: [
            Member(role: "ceo", name: "Ada Moreau", manager: nil),
            Member(role: "head-of-product", name: "Grace Lindqvist", manager: "ceo"),
            Member(role: "cto", name: "Tomas Okafor", manager: "ceo"),
            Member(role: "head-of-marketing", name: "Leila Haddad", manager: "ceo"),
            Member(role: "market-researcher", name: "Jun Ito", manager: "head-of-product"),
            Member(role: "product-designer", name: "Mira Kovac", manager: "head-of-product"),
            Member(role: "backend-engineer", name: "Radia Silva", manager: "cto"),
            Member(role: "qa-engineer", name: "Edsger Vos", manager: "cto"),
            Member(role: "content-writer", name: "Noor Castillo", manager: "head-of-marketing"),
        ], goal: "Launch a weekly newsletter about repairing things instead of replacing them", tickets: [], routine: nil,
        budget: nil)

    static let studio = CompanyTemplate(
        id: "studio", name: "Software studio", summary: "Six people who design, build and check a small product.",
        mission: "Small software that does one thing well and says what it does.",
        members: [
            Member(role: "ceo", name: "Ines Faraday", manager: nil),
            Member(role: "cto", name: "Kofi Brandt", manager: "ceo"),
            Member(role: "head-of-product", name: "Sanna Whitlock", manager: "ceo"),
            Member(role: "backend-engineer", name: "Ruben Achterberg", manager: "cto"),
            Member(role: "qa-engineer", name: "Mei Solano", manager: "cto"),
            Member(role: "product-designer", name: "Theo Marchetti", manager: "head-of-product"),
        ], goal: "Put a first version of a shared shopping list in front of ten households",
        tickets: [
            Errand(
                title: "Say what the first version does and what it leaves out",
                description: "One page: for whom it is, the three things it can do, and what comes later.",
                role: "product-designer"
            ),
            Errand(
                title: "Choose how lists are stored and kept the same on two phones",
                description: "Compare two ways, name the risks of each, and recommend one.", role: "backend-engineer"),
            Errand(
                title: "Write down how we will know that it works",
                description: "A checklist of what somebody tries before a version goes out.", role: "qa-engineer"),
        ],
        routine: Habit(
            name: "Morning round", title: "What stands still, and what would move it",
            description: "Look at the open tickets and say in five lines what waits, and for whom.", role: "head-of-product",
            timeOfDay: "09:00"),
        budget: Money(nanoDollars: 5_000_000_000))

    static let content = CompanyTemplate(
        id: "content", name: "Content desk", summary: "Six people who plan, write and check what is published.",
        mission: "Clear writing about things that people can do themselves.",
        members: [
            Member(role: "ceo", name: "Marta Oyelaran", manager: nil),
            Member(role: "head-of-marketing", name: "Jonas Quist", manager: "ceo"),
            Member(role: "content-lead", name: "Priya Vandermeer", manager: "head-of-marketing"),
            Member(role: "content-writer", name: "Luca Ferrand", manager: "content-lead"),
            Member(role: "technical-writer", name: "Aiko Brennan", manager: "content-lead"),
            Member(role: "market-researcher", name: "Samir Holt", manager: "head-of-marketing"),
        ], goal: "Publish a guide to growing vegetables on a balcony, in five parts",
        tickets: [
            Errand(
                title: "Find out what balcony gardeners ask most",
                description: "Ten questions in the order of how often they come, with where each was found.",
                role: "market-researcher"),
            Errand(
                title: "Draft the first part: light, pots and soil",
                description: "About six hundred words, for somebody who has never grown anything.", role: "content-writer"),
            Errand(
                title: "Make a page that says what to sow in which month",
                description: "A table for a temperate climate, with one line of advice for each plant.", role: "technical-writer"),
        ],
        routine: Habit(
            name: "Desk meeting notes", title: "What is written, what is checked, what comes next",
            description: "Five lines on the state of each part of the guide.", role: "content-lead", timeOfDay: "08:30"),
        budget: Money(nanoDollars: 5_000_000_000))

    static let research = CompanyTemplate(
        id: "research", name: "Research lab", summary: "Six people who ask a question, gather what is known and answer it.",
        mission: "Answers that say how sure they are, and from what.",
        members: [
            Member(role: "ceo", name: "Henrik Sowande", manager: nil),
            Member(role: "head-of-product", name: "Clara Ibsen", manager: "ceo"),
            Member(role: "project-manager", name: "Dario Lehtinen", manager: "head-of-product"),
            Member(role: "market-researcher", name: "Yuna Castell", manager: "project-manager"),
            Member(role: "data-analyst", name: "Omar Brightwell", manager: "project-manager"),
            Member(role: "technical-writer", name: "Freya Nakamura", manager: "project-manager"),
        ], goal: "Answer how much a household saves by repairing appliances instead of replacing them",
        tickets: [
            Errand(
                title: "Gather what is known about the life of washing machines",
                description: "At least five sources, each with a line on how far it can be trusted.", role: "market-researcher"),
            Errand(
                title: "Make a model of the cost of repairing against replacing",
                description: "A table with the assumptions in sight, so that somebody else can change them.", role: "data-analyst"
            ),
            Errand(
                title: "Lay out the report that we will hand in",
                description: "Headings, what each will show, and what is still missing for it.", role: "technical-writer"),
        ],
        routine: Habit(
            name: "Lab journal", title: "What was learned yesterday, and what it changes",
            description: "Five lines for whoever was away.", role: "project-manager", timeOfDay: "09:00"),
        budget: Money(nanoDollars: 5_000_000_000))
}
