import Domain
import Store

/// What a turn begins with: everything that the model is told before its first answer.
struct Opening: Hashable, Sendable {
    let packed: PackedContext
    let system: String
    let messages: [ModelMessage]
    /// The pictures among the messages, by their place there; they are not read yet.
    let images: [Int: VaultFile]

    /// What the messages may count for, those of the opening and those that the turn adds.
    var room: Int {
        let prompt = packed.blocks.filter { $0.kind == .role || $0.kind == .policy }.reduce(0) { $0 + $1.tokens }
        return packed.budget.conversation - prompt
    }

    /// - Parameter seesImages: Whether the model takes pictures.
    /// - Throws: ``ContextTooSmall`` when the model's window cannot hold even what must be there.
    init(
        _ context: TurnContext, role: RoleSpecification?, budget: ContextBudget, seesImages: Bool, now: Timestamp
    ) throws(ContextTooSmall) {
        let shown = ShownImages(context, isSighted: seesImages, room: budget.target / 4)
        let prompt = SystemPrompt.blocks(context, role: role, now: now)
        let situation = Situation.blocks(context, now: now) + [context.isConversation ? nil : shown.section].compactMap { $0 }
        let turns = context.isConversation ? context.turns.map(shown.noting) : context.turns
        let hasEarlier = context.hasEarlierMessages
        let forWords = budget.keepingFree(shown.tokens)
        var packed = try ContextPacker.pack(prompt + situation, turns: turns, hasEarlier: hasEarlier, into: forWords)
        if let missing = Self.missing(context, turns, packed) {
            packed = try ContextPacker.pack(
                prompt + [missing] + situation, turns: turns, hasEarlier: hasEarlier, into: forWords)
        }
        let images = context.isConversation ? shown.kept(with: packed.turns) : shown
        self.packed = packed.adding(images.blocks, in: budget)
        system = packed.text(of: [.role, .policy])
        let told = Self.messages(context, packed, images)
        messages = told.messages
        self.images = told.images
    }

    /// The message that is to be answered, where those after it leave no room for it in the list.
    private static func missing(
        _ context: TurnContext, _ turns: [ContextTurn], _ packed: PackedContext
    ) -> ContextBlock? {
        guard let trigger = context.work.triggerID, !packed.turns.contains(where: { $0.id.rawValue == trigger }),
            let turn = turns.first(where: { $0.id.rawValue == trigger })
        else { return nil }
        return ContextBlock(
            .request, .critical, origins: [ContextOrigin("messages", trigger, turn.author ?? "you")], cutting: .words,
            "## What you are asked\n\(turn.line)")
    }

    private static func messages(_ context: TurnContext, _ packed: PackedContext, _ images: ShownImages) -> OpeningMessages {
        let before: [ContextKind] = [
            .cause, .answer, .announcements, .meeting, .ticket, .review, .ancestry, .parts, .files, .image, .checkpoint, .facts,
            .digest, .request,
        ]
        let after: [ContextKind] = [
            .questions, .approvals, .meetings, .reports, .manager, .colleagues, .retrieval, .company, .task,
        ]
        let discussion = context.isConversation ? gap(packed) : self.discussion(packed)
        let situation = [packed.text(of: before), discussion, packed.text(of: after)].filter { !$0.isEmpty }
        var told = OpeningMessages()
        told.say(.user(situation.joined(separator: "\n\n")))
        guard context.isConversation else {
            told.show(images.images)
            return told
        }
        for turn in packed.turns {
            told.say(turn.author == nil ? .assistant(text: turn.text, toolCalls: []) : .user(turn.line))
            told.show(images.images.filter { $0.message == turn.id })
        }
        if let words = closing(context, packed) { told.say(.user(words)) }
        return told
    }

    /// What the model goes on from where the last that was said is not what it is to answer: something that came while the
    /// employee was answering, or that others have spoken after.
    private static func closing(_ context: TurnContext, _ packed: PackedContext) -> String? {
        guard let last = packed.turns.last else { return nil }
        let turn = "(It is your turn.) " + Situation.instruction(context)
        guard let trigger = context.work.triggerID, last.id.rawValue != trigger,
            let place = packed.turns.firstIndex(where: { $0.id.rawValue == trigger }), context.work.cause.isTalk
        else { return last.author == nil || context.work.cause == .schedule ? turn : nil }
        let isDirect = context.thread?.kind == .dm
        if isDirect, last.author != nil { return nil }  // all that follows the trigger is to be answered with it
        let asked = packed.turns[place...].filter { $0.author != nil && (isDirect || $0.id.rawValue == trigger) }
        guard !asked.isEmpty else { return turn }
        let words = asked.map(\.line).joined(separator: "\n\n")
        return "(This is not answered yet.)\n\n\(words)\n\n\(Situation.instruction(context))"
    }

    private static func discussion(_ packed: PackedContext) -> String {
        guard !packed.turns.isEmpty else { return "" }
        let lines = (packed.hasEarlierTurns ? [earlier] : []) + packed.turns.map { "- \($0.line)" }
        return "## Discussion\n" + lines.joined(separator: "\n")
    }

    private static func gap(_ packed: PackedContext) -> String {
        packed.hasEarlierTurns && !packed.turns.isEmpty ? "## What follows\n" + earlier : ""
    }

    private static let earlier = "[Messages before these are left out.]"
}
