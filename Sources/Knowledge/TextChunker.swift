import Domain

/// Cuts a text into pieces that are small enough to have one vector each.
///
/// A chunk is a part of the text as it stands: lines, lists, tables and code keep their form. It ends where a paragraph ends if
/// there is one in its second half, else behind a sentence or a line; only what is too long by itself is cut elsewhere. The last
/// sentences of a chunk come again at the beginning of the next one, unless a paragraph or a block of code lies between.
package struct TextChunker: Sendable {
    /// The most tokens of a chunk, by ``TokenEstimate``.
    private let limit: Int
    /// The most tokens that two chunks share.
    private let overlap: Int
    /// The most chunks of a text; what comes behind them is left out.
    private let most: Int

    package init(limit: Int = 512, overlap: Int = 64, most: Int = 1024) {
        self.limit = max(8, limit)
        self.overlap = max(0, min(overlap, self.limit / 2))
        self.most = most
    }

    /// The chunks, in order; none of a blank text.
    package func chunks(of text: String) -> [String] {
        let pieces = TextPieces(text, limit: limit).all
        var chunks: [String] = []
        var first = 0
        var fresh = 0  // the first piece that no chunk has yet
        while fresh < pieces.count, chunks.count < most {
            let end = self.end(of: pieces, from: first, beyond: fresh)
            let chunk = String(text[pieces[first].range.lowerBound..<pieces[end - 1].range.upperBound]).trimmingBlankLines
            if !chunk.isEmpty { chunks.append(chunk) }
            first = end < pieces.count ? shared(pieces, first, end) : end
            fresh = end
        }
        return chunks
    }

    /// Behind the last piece of the chunk that begins with the piece at `first`.
    private func end(of pieces: [TextPieces.Piece], from first: Int, beyond fresh: Int) -> Int {
        var tokens = 0
        var end = first
        var paragraph: Int?
        while end < pieces.count, end <= fresh || tokens + pieces[end].tokens <= limit {
            tokens += pieces[end].tokens
            end += 1
            if end > fresh, pieces[end - 1].endsParagraph, tokens >= limit / 2 { paragraph = end }
        }
        return end == pieces.count ? end : paragraph ?? end
    }

    /// The first piece at the end of a chunk that comes again in the next one.
    private func shared(_ pieces: [TextPieces.Piece], _ first: Int, _ end: Int) -> Int {
        var begin = end
        // What comes again must leave room for what follows.
        var room = min(overlap, limit - min(limit, pieces[end].tokens))
        while begin > first + 1, !pieces[begin - 1].endsParagraph, pieces[begin - 1].tokens <= room {
            begin -= 1
            room -= pieces[begin].tokens
        }
        return begin
    }
}

extension String {
    /// Without blank lines at its beginning, and without blanks at its end.
    fileprivate var trimmingBlankLines: String {
        guard let lastWord = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        var start = startIndex
        for place in indices {
            guard self[place].isWhitespace else { break }
            if self[place].isNewline { start = index(after: place) }
        }
        return String(self[start...lastWord])
    }
}
