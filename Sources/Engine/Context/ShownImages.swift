import Domain
import Store

/// Which pictures an employee is shown in a turn, and why others are not.
///
/// Those of the latest messages come first, then those of the ticket; each file is shown once.
struct ShownImages: Hashable, Sendable {
    struct Image: Hashable, Sendable {
        let file: VaultFile
        /// The message that it is attached to; `nil` for a file of the ticket.
        let message: Message.ID?
        /// Why it is not shown.
        let reason: ContextReason?
    }

    /// In the order in which they were attached, those of the ticket last.
    private(set) var images: [Image] = []

    static let none = ShownImages()

    private init() {}

    /// - Parameters:
    ///   - isSighted: Whether the model takes pictures.
    ///   - room: The tokens that all of them together may count for.
    init(_ context: TurnContext, isSighted: Bool, room: Int) {
        var candidates: [(file: VaultFile, message: Message.ID?)] = []
        for message in context.messages.reversed() where !context.isOwnWord(message) {
            candidates += (context.attachments[message.id] ?? []).map { ($0, message.id) }
        }
        candidates += context.files.map { ($0, nil) }
        var seen: Set<VaultFile.ID> = []
        var (count, bytes) = (0, 0)
        for (file, message) in candidates where file.isImage && seen.insert(file.id).inserted {
            let fits = count < min(Self.most, room / Self.tokens) && bytes + file.sizeBytes <= Self.mostBytes
            let reason: ContextReason? =
                !isSighted ? .unsupported : file.sizeBytes > Self.mostBytesEach ? .tooLarge : fits ? nil : .window
            if reason == nil {
                count += 1
                bytes += file.sizeBytes
            }
            images.append(Image(file: file, message: message, reason: reason))
        }
        let said = Dictionary(context.messages.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let place = { (image: Image) in image.message.flatMap { said[$0] } ?? said.count }
        images = images.enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }.map(\.element)
    }

    /// What those that are shown count for.
    var tokens: Int { images.reduce(0) { $0 + ($1.reason == nil ? Self.tokens : 0) } }

    /// Without those of messages that there was no room for.
    func kept(with turns: [ContextTurn]) -> ShownImages {
        let there = Set(turns.map(\.id))
        var kept = self
        kept.images = images.map { image in
            guard image.reason == nil, let message = image.message, !there.contains(message) else { return image }
            return Image(file: image.file, message: message, reason: .window)
        }
        return kept
    }

    /// What stands behind a message of the conversation whose pictures are not all shown.
    func noting(_ turn: ContextTurn) -> ContextTurn {
        let notes = Self.notes(images.filter { $0.message == turn.id })
        return notes.isEmpty || turn.author == nil ? turn : turn.adding(notes.joined(separator: "\n"))
    }

    /// What a turn that is no conversation is told of them, before they follow; `nil` where there are none.
    var section: ContextBlock? {
        guard !images.isEmpty else { return nil }
        let shown = images.filter { $0.reason == nil }.map { "- \($0.file.originalName.inOneLine), file_id \($0.file.id)" }
        let list = shown.isEmpty ? [] : ["They follow this message, in this order:"] + shown
        return ContextBlock(
            .image, .high, origins: images.map { ContextOrigin("file_vault", $0.file.id.rawValue, $0.file.originalName) },
            (["## Pictures"] + list + Self.notes(images)).joined(separator: "\n"))
    }

    private static func notes(_ images: [Image]) -> [String] {
        let reasons: [(ContextReason, String)] = [
            (.unsupported, "this model takes none"), (.tooLarge, "providers take none that are so large"),
            (.window, "there is no room for more"),
        ]
        return reasons.compactMap { reason, words in
            let count = images.count { $0.reason == reason }
            guard count > 0 else { return nil }
            return count == 1
                ? "[A picture is not shown to you: \(words).]" : "[\(count) pictures are not shown to you: \(words).]"
        }
    }

    /// As blocks of the context, one for each.
    var blocks: [PackedContext.Block] {
        images.map { image in
            let tokens = image.reason == nil ? Self.tokens : 0
            return PackedContext.Block(
                kind: .image, origins: [ContextOrigin("file_vault", image.file.id.rawValue, image.file.originalName)],
                priority: .high, decision: image.reason == nil ? .included : .dropped, reason: image.reason, tokens: tokens,
                whole: Self.tokens, text: "")
        }
    }

    /// Tokens of one.
    private static let tokens = ModelMessage.image(ModelImage(mediaType: "", base64: "")).estimatedTokens
    /// More than these would crowd out the words.
    private static let most = 6
    /// What the strictest provider takes of one: five megabytes in base64.
    static let mostBytesEach = 3_750_000
    /// What providers take of a whole request, with room for the words: twenty megabytes in base64.
    private static let mostBytes = 12_000_000
}

extension VaultFile {
    /// Whether it is said to be a picture that models take.
    var isImage: Bool { ImageFormat(rawValue: mimeType.lowercased()) != nil }
}
