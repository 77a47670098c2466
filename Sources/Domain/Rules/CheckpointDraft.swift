/// What is noted at a boundary of work, so that it can be understood and taken up.
package struct CheckpointDraft: Hashable, Sendable {
    package var kind: CheckpointKind
    package var objective: String?
    package var progress: String
    package var blockers: [Blocker]
    package var nextAction: String?
    package var artifacts: [Artifact.ID]
    package var approvals: [ApprovalItem.ID]
}

/// What there is to know of a run that ends, besides how it ends.
package struct RunFacts: Hashable, Sendable {
    package var cause: WakeupCause
    /// Whether the work ends with the run; what is tried again or goes on by itself needs no checkpoint.
    package var isFinal: Bool
    /// What the run was to achieve.
    package var objective: String?
    package var progress: RunProgress
    /// The decisions of people without which the work cannot go on.
    package var approvals: [Blocker]
    /// The limit that stopped the work.
    package var budget: Blocker?
    /// Where the model was asked.
    package var provider: Provider.ID?
    /// The ticket that the run has brought to its end, as people call it.
    package var closedTicket: String?

    package init(
        cause: WakeupCause, isFinal: Bool = true, objective: String? = nil, progress: RunProgress = RunProgress(),
        approvals: [Blocker] = [], budget: Blocker? = nil, provider: Provider.ID? = nil, closedTicket: String? = nil
    ) {
        self.cause = cause
        self.isFinal = isFinal
        self.objective = objective
        self.progress = progress
        self.approvals = approvals
        self.budget = budget
        self.provider = provider
        self.closedTicket = closedTicket
    }
}

extension CheckpointDraft {
    /// What is to be noted of a run that ends: at a boundary that matters, and not for every answer.
    package static func of(_ ending: RunEnding, _ facts: RunFacts) -> CheckpointDraft? {
        guard facts.isFinal, facts.cause != .digest, !facts.cause.isOfMeeting else { return nil }
        if let budget = ending.shortage?.blocker ?? facts.budget {
            return draft(.budgetBlocked, facts, blockers: [budget], next: "Go on when the budget allows it.")
        }
        switch ending {
        case .putOff, .overBudget: return nil
        case .answered(let text):
            if !facts.approvals.isEmpty {
                return draft(
                    .approvalBlocked, facts, words: text, blockers: facts.approvals, next: "Go on as the answer says.")
            }
            if facts.cause == .routine { return draft(.routineCompleted, facts, words: text) }
            guard let ticket = facts.closedTicket else { return nil }
            return draft(.completion, facts, words: text, opening: "The ticket \(ticket) is done.")
        case .cancelled(_, let partial):
            return draft(.stopped, facts, words: partial, next: "Go on where it was stopped.")
        case .interrupted:
            return draft(
                .stopped, facts, blockers: [Blocker(kind: .other, summary: "The server ended too often while this ran.")],
                next: "Go on where it stopped.")
        case .failed(let kind, let message, let partial, _):
            return draft(
                kind.isTimeout ? .timeout : .stopped, facts, words: partial,
                blockers: [
                    Blocker(
                        kind: kind.blocker, refID: kind.blocker == .provider ? facts.provider?.rawValue : nil, summary: message)
                ], next: "Try again from here.")
        }
    }

    private static func draft(
        _ kind: CheckpointKind, _ facts: RunFacts, words: String = "", opening: String? = nil, blockers: [Blocker] = [],
        next: String? = nil
    ) -> CheckpointDraft {
        let refs = blockers.filter { $0.kind == .approval }.compactMap(\.refID)
        return CheckpointDraft(
            kind: kind, objective: facts.objective,
            progress: [opening, facts.progress.summary(lastWords: words)].compactMap { $0 }.joined(separator: " "),
            blockers: blockers, nextAction: next, artifacts: facts.progress.files.map { Artifact.ID($0.id.rawValue) },
            approvals: refs.map { ApprovalItem.ID($0) })
    }
}

extension RunEnding.ErrorClass {
    fileprivate var isTimeout: Bool { self == .model(.timeout) || self == .stalled }

    fileprivate var blocker: BlockerKind {
        switch self {
        case .model: .provider
        case .priceUnknown: .budget
        default: .other
        }
    }
}
