/// A picture as models take it.
package struct ModelImage: Hashable, Codable, Sendable {
    /// Such as `image/png`.
    package var mediaType: String
    /// The picture's bytes in base64, without line breaks.
    package var base64: String

    package init(mediaType: String, base64: String) {
        self.mediaType = mediaType
        self.base64 = base64
    }
}

extension ModelImage {
    /// The picture as a URL that holds it.
    package var dataURL: String { "data:\(mediaType);base64,\(base64)" }
}
