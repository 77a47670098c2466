import Domain
import Knowledge
import Store

/// Something in the company that may bear on what a turn is about: a ticket, a goal, a project, a meeting's minutes.
struct RelatedMatter: Hashable, Sendable {
    let type: EmbeddingSource
    let id: String
    let title: String
    /// The part of it that was found.
    let text: String

    /// The table that it is a row of.
    var table: String {
        switch type {
        case .message: "messages"
        case .ticket: "tickets"
        case .vaultFile: "file_vault"
        case .meetingMinutes: "meetings"
        case .goal: "goals"
        case .project: "projects"
        }
    }

    /// What people call such a thing.
    var noun: String {
        switch type {
        case .message: "message"
        case .ticket: "ticket"
        case .vaultFile: "file"
        case .meetingMinutes: "minutes"
        case .goal: "goal"
        case .project: "project"
        }
    }
}

extension RelatedMatter {
    /// What holds at least two of the words and is about the same as the subject, the nearest first.
    ///
    /// Conversations are left out: what was said in them was said to those who were there. So is what concerns people who
    /// allow only what is more private than the employee does. Few chunks are looked at, however many there are, and no
    /// provider is asked.
    static func about(
        _ subject: String, words: [String], for employee: Employee, excluding known: Set<String>, limit: Int,
        in transaction: any Transaction
    ) throws -> [RelatedMatter] {
        let found = try Embedding.holding(
            words, in: employee.companyID, types: [.ticket, .goal, .project, .meetingMinutes], limit: candidates, transaction)
        let embedder = HashedEmbedder()
        var matrix = VectorMatrix(dimension: HashedEmbedder.dimension)
        var matters: [RelatedMatter] = []
        var seen = known
        let places = try SearchPlace.all(of: found.map(\.source), in: employee.companyID, transaction)
        for hit in found where seen.insert(hit.source.id).inserted {
            let text = try Embedding.text(of: hit.id, in: transaction)
            let small = text.lowercased()
            guard words.count(where: { small.contains($0) }) >= 2, try employee.mayRead(hit, in: transaction),
                let place = places[hit.source],
                matrix.append(embedder.vector(of: text))
            else { continue }
            matters.append(RelatedMatter(type: hit.source.type, id: hit.source.id, title: place.title, text: text.cut(to: 900)))
        }
        let near = matrix.nearest(to: embedder.vector(of: subject.cut(to: 4000)), limit: limit, above: 0.16)
        return near.map { matters[$0.row] }
    }

    private static let candidates = 24
}

extension Employee {
    /// Whether what the people concerned allow lets it be told to the model that the employee works with.
    fileprivate func mayRead(_ hit: ChunkHit, in transaction: any Transaction) throws -> Bool {
        let entry = IndexEntry(
            companyID: companyID, sourceType: hit.source.type, sourceID: hit.source.id, queuedAt: transaction.now)
        guard let limit = try IndexedText.of(entry, in: transaction).limit else { return true }
        return (maxPrivacyTier ?? .proprietaryCloud) <= limit
    }
}
