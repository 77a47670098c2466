/// The formats of pictures that every provider with sight takes.
package enum ImageFormat: String, CaseIterable, Sendable {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case gif = "image/gif"
    case webp = "image/webp"

    /// The format that a file of these bytes has, whatever it is said to be; `nil` for anything else.
    ///
    /// Told by the signatures that the specifications of PNG, JPEG, GIF and WebP put at the beginning.
    package init?(of bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(12))
        let signatures: [(ImageFormat, [UInt8])] = [
            (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), (.jpeg, [0xFF, 0xD8, 0xFF]),
            (.gif, Array("GIF87a".utf8)), (.gif, Array("GIF89a".utf8)),
        ]
        if let found = signatures.first(where: { head.starts(with: $0.1) }) {
            self = found.0
        } else if head.count == 12, head.starts(with: Array("RIFF".utf8)), head.suffix(4).elementsEqual(Array("WEBP".utf8)) {
            self = .webp
        } else {
            return nil
        }
    }
}
