package import Domain

extension ThreadDigest {
    static let summaryLimit = 20_000
    static let factLimit = 50

    /// A thread's digest, or an empty one to be filled.
    static func make(for thread: Thread, in transaction: any Transaction) throws -> ThreadDigest {
        if let known = try of(thread.id, in: transaction) { return known }
        let digest = ThreadDigest(
            id: transaction.makeID(), companyID: thread.companyID, threadID: thread.id, summary: "", freshness: .stale,
            createdAt: transaction.now, updatedAt: transaction.now)
        try transaction.insert(digest)
        try transaction.execute("UPDATE threads SET has_memory = 1 WHERE id = \(thread.id)")
        return digest
    }

    /// Writes the row and says so.
    func save(removed fact: String? = nil, by actor: EventActor, in transaction: any Transaction) throws {
        var digest = self
        digest.updatedAt = transaction.now
        digest.estimatedTokens = TokenEstimate.tokens(
            in: ([summary] + pinnedFacts.value.map(\.fact)).joined(separator: "\n"))
        try transaction.execute(
            """
            UPDATE thread_digests SET summary = \(summary), pinned_facts_json = \(pinnedFacts),
              last_summarized_message_id = \(lastSummarizedMessageID), estimated_tokens = \(digest.estimatedTokens),
              freshness = \(freshness), updated_at = \(transaction.now) WHERE id = \(id)
            """)
        try transaction.record(DigestUpdated(digest, removed: fact), company: companyID, by: actor)
    }

    /// Writes a thread's summary by hand: it covers everything that was said by then.
    ///
    /// - Throws: ``RuleViolation`` for a text that is too long.
    package static func write(
        _ summary: String, of thread: Thread, by actor: EventActor, in transaction: any Transaction
    ) throws -> ThreadDigest {
        let summary = try RuleViolation.description(summary.trimmed, "summary", limit: summaryLimit)
        var digest = try make(for: thread, in: transaction)
        let last = try Message.latest(of: thread.id, limit: 1, in: transaction).last
        if digest.summary == summary, digest.lastSummarizedMessageID == last?.id, digest.freshness == .fresh { return digest }
        digest.summary = summary
        digest.lastSummarizedMessageID = last?.id
        digest.freshness = .fresh
        _ = try thread.settleGrowth(after: last, in: transaction)
        try digest.save(by: actor, in: transaction)
        return digest
    }

    /// Asks for a new digest now, however little was said since the last one.
    ///
    /// - Throws: ``RuleViolation`` when there is nobody to make it, or nothing to make it of.
    package static func request(of thread: Thread, by actor: EventActor, in transaction: any Transaction) throws {
        guard try !material(of: thread.id, in: thread.companyID, transaction).messages.isEmpty else {
            throw RuleViolation.conflict("Nothing was said since the last digest.")
        }
        let waits = try transaction.exists(
            """
            SELECT 1 FROM agent_wakeup_requests WHERE thread_id = \(thread.id) AND cause = \(WakeupCause.digest)
              AND status IN ('pending', 'processing')
            """)
        guard try waits || thread.requestDigest(by: actor, in: transaction) != nil else {
            throw RuleViolation.conflict("No employee takes part in this thread who could make a digest of it.")
        }
    }

    /// Pins a fact; the same fact twice is one.
    ///
    /// - Throws: ``RuleViolation``.
    package static func pin(
        _ fact: String, source: Message.ID?, in thread: Thread, by actor: EventActor, _ transaction: any Transaction
    ) throws -> (fact: PinnedFact, isNew: Bool) {
        let text = try RuleViolation.nonBlank(fact, "fact", limit: 500)
        var digest = try make(for: thread, in: transaction)
        if let known = digest.pinnedFacts.value.first(where: { $0.fact == text }) { return (known, false) }
        guard digest.pinnedFacts.value.count < factLimit else {
            throw RuleViolation.conflict("A thread has at most \(factLimit) pinned facts: unpin one first.")
        }
        try check(source, in: thread, transaction)
        let id: Identifier<PinnedFact> = transaction.makeID()
        let pinned = PinnedFact(id: id.rawValue, fact: text, sourceMessageID: source)
        digest.pinnedFacts.value.append(pinned)
        try digest.save(by: actor, in: transaction)
        return (pinned, true)
    }

    /// Puts other words in the place of a pinned fact.
    ///
    /// - Throws: ``RuleViolation``.
    package static func edit(
        _ id: String, to fact: String, in thread: Thread, by actor: EventActor, _ transaction: any Transaction
    ) throws -> PinnedFact {
        let text = try RuleViolation.nonBlank(fact, "fact", limit: 500)
        guard var digest = try of(thread.id, in: transaction),
            let place = digest.pinnedFacts.value.firstIndex(where: { $0.id == id })
        else { throw RuleViolation.notFound("fact") }
        if digest.pinnedFacts.value[place].fact == text { return digest.pinnedFacts.value[place] }
        digest.pinnedFacts.value[place].fact = text
        try digest.save(by: actor, in: transaction)
        return digest.pinnedFacts.value[place]
    }

    /// Puts some of the pinned facts first, in this order; the others follow as they were.
    ///
    /// - Throws: ``RuleViolation`` for an id that is no fact's, or is named twice.
    package static func order(
        _ ids: [String], in thread: Thread, by actor: EventActor, _ transaction: any Transaction
    ) throws {
        var first: [PinnedFact] = []
        let digest = try of(thread.id, in: transaction)
        for id in ids {
            guard let fact = digest?.pinnedFacts.value.first(where: { $0.id == id }) else {
                throw RuleViolation.invalid(field: "ids", reason: "no pinned fact of this thread has the id “\(id.cut(to: 60))”")
            }
            guard !first.contains(fact) else {
                throw RuleViolation.invalid(field: "ids", reason: "“\(id)” is named twice")
            }
            first.append(fact)
        }
        guard var digest, !first.isEmpty else { return }
        let ordered = first + digest.pinnedFacts.value.filter { !first.contains($0) }
        guard ordered != digest.pinnedFacts.value else { return }
        digest.pinnedFacts.value = ordered
        try digest.save(by: actor, in: transaction)
    }

    /// - Throws: ``RuleViolation/notFound(_:)``.
    package static func unpin(
        _ id: String, in thread: Thread, by actor: EventActor, _ transaction: any Transaction
    ) throws {
        guard var digest = try of(thread.id, in: transaction),
            let place = digest.pinnedFacts.value.firstIndex(where: { $0.id == id })
        else { throw RuleViolation.notFound("fact") }
        let removed = digest.pinnedFacts.value.remove(at: place)
        try digest.save(removed: removed.fact, by: actor, in: transaction)
    }

    private static func check(_ source: Message.ID?, in thread: Thread, _ transaction: any Transaction) throws {
        guard let source else { return }
        guard try transaction.find(Message.self, source)?.threadID == thread.id else {
            throw RuleViolation.invalid(field: "source_message_id", reason: "no message of this thread has the id “\(source)”")
        }
    }
}
