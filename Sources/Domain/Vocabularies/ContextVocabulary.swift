/// What sort of thing a block of a model's context tells.
package enum ContextKind: String, Vocabulary {
    /// Who the employee is: the role's prompt.
    case role
    /// The rules that hold in every turn.
    case policy
    /// Why the employee was woken.
    case cause
    /// The meeting in which it is the employee's turn to speak.
    case meeting
    case ticket
    /// What was handed in, for its reviewer.
    case review
    /// What the ticket belongs to: the tickets above it, its project, its goal.
    case ancestry
    case parts
    case files
    /// A picture that a message or the ticket has.
    case image
    /// The checkpoint that the work is taken up from, or the last one in the thread.
    case checkpoint
    case facts
    case digest
    /// The message to be answered, where it is too far back to stand among the messages.
    case request
    /// What the employee had asked a colleague, with the answer.
    case answer
    /// What was told to everybody since the employee's last turn.
    case announcements
    /// A message of the thread.
    case message
    case questions
    case approvals
    /// What meetings that the employee attended decided, and want from them.
    case meetings
    case reports
    case manager
    /// Others who take part in the thread or the ticket.
    case colleagues
    /// Files that may bear on what is asked.
    case retrieval
    case company
    /// What to do now.
    case task
}

/// How much depends on a block.
package enum ContextPriority: String, Vocabulary, Comparable {
    /// Always there; cut where there is too little room.
    case critical
    case high
    case medium
    case low

    private var rank: Int {
        switch self {
        case .critical: 0
        case .high: 1
        case .medium: 2
        case .low: 3
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// What became of a block.
package enum ContextDecision: String, Vocabulary {
    case included
    /// There in part.
    case cut
    case dropped
}

/// Why a block is cut or not there.
package enum ContextReason: String, Vocabulary {
    /// There was no room for it.
    case window
    /// Its kind had as much room as it may have.
    case categoryCap = "category-cap"
    /// It is said elsewhere, or bears on nothing.
    case irrelevant
    case empty
    /// The model takes nothing of the kind.
    case unsupported
    /// It is larger than providers take.
    case tooLarge = "too-large"
}
