import Domain

/// The messages that a turn begins with, as they are put together.
struct OpeningMessages: Hashable, Sendable {
    private(set) var messages: [ModelMessage] = []
    /// The pictures among them, by their place.
    private(set) var images: [Int: VaultFile] = [:]

    mutating func say(_ message: ModelMessage) { messages.append(message) }

    /// Keeps a place for each picture that is shown, to be filled when it has been read.
    mutating func show(_ shown: [ShownImages.Image]) {
        for image in shown where image.reason == nil {
            images[messages.count] = image.file
            messages.append(.image(ModelImage(mediaType: image.file.mimeType, base64: "")))
        }
    }
}
