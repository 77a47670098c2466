/// Takes the words out of a file, for search.
package enum TextExtraction {
    /// The most bytes read of a file, and the most of the text returned: 1 MiB.
    package static let sizeLimit = 1 << 20

    /// The text of a file, or nil when it is not of a kind that holds text.
    ///
    /// The media type decides; when it says nothing (`application/octet-stream`, empty) the name's extension does. Bytes that
    /// are not UTF-8 become U+FFFD. HTML is reduced to what a reader would see. A long file is cut at ``sizeLimit``.
    package static func text(of bytes: [UInt8], mimeType: String, name: String) -> String? {
        guard let kind = TextKind(mimeType: mimeType, name: name) else { return nil }
        let read = bytes.prefix(sizeLimit)
        let text: String
        if let wide = WideText.decoded(read) {
            text = wide
        } else {
            guard !read.prefix(8192).contains(0) else { return nil }
            text = String(decoding: read.dropByteOrderMark.dropTornCharacter(cut: bytes.count > sizeLimit), as: UTF8.self)
        }
        switch kind {
        case .plain: return text.prefix(bytes: sizeLimit)
        case .html: return HTMLReading.text(of: text).prefix(bytes: sizeLimit)
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate var dropByteOrderMark: Self { starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self }

    /// Without the first bytes of a character whose rest was cut away.
    fileprivate func dropTornCharacter(cut: Bool) -> Self {
        guard cut, let start = suffix(4).lastIndex(where: { $0 & 0b1100_0000 != 0b1000_0000 }) else { return self }
        let length = Swift.max((~self[start]).leadingZeroBitCount, 1)
        return endIndex - start < length ? self[..<start] : self
    }
}

extension String {
    /// The longest beginning of whole characters with at most `limit` bytes.
    fileprivate func prefix(bytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var cut = utf8.index(utf8.startIndex, offsetBy: limit)
        while cut > startIndex, cut.samePosition(in: unicodeScalars) == nil { cut = utf8.index(before: cut) }
        return String(self[..<cut])
    }
}
