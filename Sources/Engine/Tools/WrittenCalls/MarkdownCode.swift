/// Finds what is code in a Markdown text, by the rules of CommonMark as far as models keep to them.
enum MarkdownCode {
    /// A line that opens or closes a fence.
    struct FenceLine: Hashable, Sendable {
        let range: Range<Int>
        /// Something stands behind the backticks, such as a language: the line can only open a fence.
        let hasInfo: Bool
    }

    /// The lines that begin with three backticks; one that has more backticks further on is a line of code by itself.
    static func fenceLines(of text: [UInt8]) -> [FenceLine] {
        lines(of: text).compactMap { line in
            let start = text[line].drop(while: \.isBlank)
            let info = start.drop { $0 == UInt8(ascii: "`") }
            guard info.startIndex - start.startIndex >= 3, !info.contains(UInt8(ascii: "`")) else { return nil }
            return FenceLine(range: line, hasInfo: !info.allSatisfy(\.isBlank))
        }
    }

    /// Fences with all that is in them, and code within a line; in order.
    ///
    /// A fence that is not closed, or has another opened in it, is none.
    static func ranges(in text: [UInt8]) -> [Range<Int>] {
        let fences = fences(in: text)
        var rest = fences[...]
        var ranges = fences
        for line in lines(of: text) {
            while let fence = rest.first, fence.upperBound <= line.lowerBound { rest = rest.dropFirst() }
            if rest.first?.overlaps(line) == true { continue }
            let isTick = { (place: Int) in text[place] == UInt8(ascii: "`") }
            let ticks = line.filter { isTick($0) && ($0 == line.lowerBound || !isTick($0 - 1)) }  // of several, the first
            for pair in stride(from: 0, to: ticks.count - 1, by: 2) { ranges.append(ticks[pair]..<(ticks[pair + 1] + 1)) }
        }
        return ranges.sorted { $0.lowerBound < $1.lowerBound }
    }

    private static func fences(in text: [UInt8]) -> [Range<Int>] {
        var fences: [Range<Int>] = []
        var open: Int?
        for line in fenceLines(of: text) {
            if let start = open, !line.hasInfo {
                fences.append(start..<line.range.upperBound)
                open = nil
            } else {
                open = line.range.lowerBound
            }
        }
        return fences
    }

    private static func lines(of text: [UInt8]) -> [Range<Int>] {
        text.split(separator: 0x0A, omittingEmptySubsequences: false).map(\.indices)
    }
}
