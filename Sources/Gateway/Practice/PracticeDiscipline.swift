/// What somebody of a profession hands over, for the practice model.
struct PracticeDiscipline {
    let deliverable: String
    let brief: String
    let acceptance: String
    /// Headings of the document, each with points in which `{goal}` stands for the goal.
    let sections: [(heading: String, points: [String])]

    /// The profession whose words appear in a job title.
    static func of(_ title: String) -> PracticeDiscipline {
        let title = title.lowercased()
        return all.first { entry in entry.words.contains { title.contains($0) } }?.discipline ?? general
    }

    private static let all: [(words: [String], discipline: PracticeDiscipline)] = [
        (["research"], research), (["data", "analyst"], numbers), (["financ", "cfo"], numbers),
        (["qa", "quality", "test"], quality),
        (["design"], design),
        (["backend", "frontend", "devops", "engineer", "developer", "cto", "technology", "tech"], engineering),
        (["content", "writer", "marketing", "sales", "communication"], story), (["support", "customer"], care),
        (["product"], product), (["operation", "project", "manager"], operations),
    ]

    private static let product = PracticeDiscipline(
        deliverable: "Product brief", brief: "Write down what we build first, for whom, and what we leave out.",
        acceptance: "one user, one problem, a smallest version, and a number that tells whether it worked.",
        sections: [
            (
                "Who it is for",
                [
                    "People who would miss it if it stopped: the first hundred are within reach of this team.",
                    "Not for everybody: whoever needs it once a year is served by a page, not by us.",
                ]
            ),
            (
                "The smallest version",
                ["One thing done well that serves {goal}.", "What waits: accounts, settings, anything that needs a manual."]
            ),
            (
                "How we know it works",
                [
                    "Four weeks after the start, four in ten come back by themselves.",
                    "We stop and think if fewer than two in ten do.",
                ]
            ),
        ])

    private static let research = PracticeDiscipline(
        deliverable: "Market research",
        brief: "Find out who else does this, what people pay today, and where they are left alone.",
        acceptance: "three alternatives with what they cost, five observed needs, and one recommendation.",
        sections: [
            (
                "What people use today",
                [
                    "A habit and a spreadsheet, free, and good enough for one person.",
                    "Large services, ten to thirty a month, made for companies.",
                    "A friend who knows: the best there is, and not always at hand.",
                ]
            ),
            (
                "Where they are left alone",
                ["The first step: nobody says where to begin.", "Trust: reviews are bought, neighbours are not."]
            ),
            (
                "Recommendation",
                [
                    "Serve {goal} where the alternatives end: the first week of a newcomer.",
                    "Talk to twenty people before the second version.",
                ]
            ),
        ])

    private static let engineering = PracticeDiscipline(
        deliverable: "Technical plan", brief: "Describe the simplest thing that can work, its parts, and its risks.",
        acceptance:
            "a picture of the parts in words, an order of building with a running state after each step, and the three largest risks.",
        sections: [
            (
                "Parts",
                [
                    "One program, one database file, one page: nothing that needs a second machine.",
                    "A job that runs once a day and can be run again without harm.",
                ]
            ),
            (
                "Order of building",
                [
                    "Week one: the page answers with real data.", "Week two: the first outside person uses it for {goal}.",
                    "Week three: backups are restored, not only made.",
                ]
            ),
            (
                "Risks",
                [
                    "Data of people: kept little, kept here, deleted on request.",
                    "A dependency that dies: each has a line that says how to live without it.",
                ]
            ),
        ])

    private static let quality = PracticeDiscipline(
        deliverable: "Test plan", brief: "Say what must never break, how we would notice, and who looks.",
        acceptance: "the five journeys that matter, each with a check that can fail, and a rule for when we do not ship.",
        sections: [
            (
                "What must never break",
                ["A newcomer reaches {goal} from the first page.", "Nothing that somebody saved is lost."]
            ),
            (
                "Checks",
                [
                    "Each journey by machine before every release, by hand once a week.",
                    "One release in four is undone on purpose, to see that we can.",
                ]
            ),
            (
                "We do not ship when",
                ["A journey fails, or nobody has looked.", "The same defect comes back: first the cause, then the feature."]
            ),
        ])

    private static let design = PracticeDiscipline(
        deliverable: "Design concept", brief: "Show how it looks and reads at the first meeting, and why.",
        acceptance: "the first screen in words, three principles, and what we tested them against.",
        sections: [
            (
                "The first screen",
                ["One sentence, one picture, one thing to do.", "It reads on a phone in the sun and by a screen reader."]
            ),
            (
                "Principles",
                [
                    "Calm before clever: movement only when something moved.", "Words people use, not words we use.",
                    "Every dead end offers a way on.",
                ]
            ),
            ("Tested against", ["Five people who had never heard of {goal}: four began without help."]),
        ])

    private static let story = PracticeDiscipline(
        deliverable: "Launch story", brief: "Write what we tell people, where, and in which order.",
        acceptance: "one message a stranger can repeat, a calendar of two weeks, and a first text ready to publish.",
        sections: [
            ("The message", ["{goal}: small, honest, and yours from the first day."]),
            (
                "Two weeks",
                [
                    "Days one to three: letters to the forty people who asked.",
                    "Days four to ten: one useful text every second day.",
                    "Days eleven to fourteen: what we learned, mistakes included.",
                ]
            ),
            (
                "First text",
                ["You do not need more. You need what you have to work again. We start where it broke, and we start on Sunday."]
            ),
        ])

    private static let numbers = PracticeDiscipline(
        deliverable: "Numbers", brief: "Work out what it costs, what it may bring, and which number we watch.",
        acceptance: "costs by month, an assumption for each, and the point where we would stop.",
        sections: [
            (
                "Costs",
                [
                    "Month one to three: 120, 120, 180, almost all of it time of people.",
                    "Nothing is bought that can be borrowed.",
                ]
            ),
            (
                "Assumptions",
                [
                    "Two hundred interested people in the first month, one in ten active.",
                    "Each is written down with who checks it and when.",
                ]
            ),
            ("We stop when", ["Three months bring fewer than fifty active people for {goal}."]),
        ])

    private static let care = PracticeDiscipline(
        deliverable: "Support guide", brief: "Prepare for the questions that will come, and for the ones that must reach us.",
        acceptance: "ten questions with answers that solve them, and a path for what we cannot answer.",
        sections: [
            (
                "Questions that will come",
                ["How do I begin? With the one thing in front of you.", "What does it cost? Nothing to read, something to keep."]
            ),
            (
                "What must reach us",
                [
                    "Whoever was harmed, at once and by a person.",
                    "The same question three times: the page is wrong, not the reader.",
                ]
            ),
        ])

    private static let operations = PracticeDiscipline(
        deliverable: "Operating plan", brief: "Say who does what by when, and what we do when it slips.",
        acceptance: "an owner and a date for each step, the order, and a sign that tells early that it slips.",
        sections: [
            (
                "Steps",
                [
                    "Each has one owner and one date; what has two owners is two steps.",
                    "The first result for {goal} is there in ten days.",
                ]
            ),
            (
                "When it slips",
                [
                    "One day: the owner says so. Three days: we cut scope, not sleep.",
                    "The sign: two mornings without a change on the board.",
                ]
            ),
        ])

    private static let general = PracticeDiscipline(
        deliverable: "Contribution", brief: "Do the part of the work that your role knows best.",
        acceptance: "somebody else can act on it without asking.",
        sections: [
            ("What is needed", ["The next step towards {goal}, small enough for this week."]),
            ("How it is done", ["In the open, with a result that can be checked."]),
        ])
}
