import Domain

/// Takes calls out of a text together with what was only there to wrap them.
enum CallWrapping {
    private static let opening: [StaticString] = [
        "<tool_call>", "<tool_calls>", "<function_call>", "<|tool_call|>", "<|python_tag|>", "[TOOL_CALLS]", "[", "{", ",", ";",
    ]
    private static let closing: [StaticString] = [
        "</tool_call>", "</tool_calls>", "</function_call>", "<|eom_id|>", "<|eot_id|>", "]", "}", ",", ";",
    ]

    /// What is left of `bytes` without `calls`, which are in order, and without the tags, brackets and fences around them.
    static func text(of bytes: [UInt8], without calls: [Range<Int>]) -> String {
        var rest: [UInt8] = []
        var place = 0
        for group in groups(of: calls, in: bytes) {
            rest += bytes[place..<group.lowerBound]
            place = group.upperBound
            if let fence = openFence(atEndOf: rest), let end = endOfFence(in: bytes, at: place) {
                rest.removeSubrange(fence...)
                place = end
            }
        }
        rest += bytes[place...]
        return String(decoding: rest, as: UTF8.self).trimmed
    }

    /// The calls with the tags and brackets around them; those between which nothing else stands are one.
    private static func groups(of calls: [Range<Int>], in bytes: [UInt8]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        for (number, call) in calls.enumerated() {
            let floor = groups.last?.upperBound ?? 0
            let ceiling = number + 1 < calls.count ? calls[number + 1].lowerBound : bytes.count
            let start = start(of: call.lowerBound, in: bytes, notBefore: floor)
            let end = end(of: call.upperBound, in: bytes, notBehind: ceiling)
            if let last = groups.last, bytes[last.upperBound..<start].allSatisfy(\.isBlank) {
                groups[groups.count - 1] = last.lowerBound..<end
            } else {
                groups.append(start..<end)
            }
        }
        return groups
    }

    private static func start(of call: Int, in bytes: [UInt8], notBefore floor: Int) -> Int {
        var start = call
        while true {
            let before = bytes[floor..<start].reversed().drop(while: \.isBlank)
            let word = opening.first { word in word.withUTF8Buffer { before.starts(with: $0.reversed()) } }
            guard let word else { return start }
            start = floor + before.count - word.utf8CodeUnitCount
        }
    }

    private static func end(of call: Int, in bytes: [UInt8], notBehind ceiling: Int) -> Int {
        var end = call
        while true {
            let after = bytes[end..<ceiling].drop(while: \.isBlank)
            let word = closing.first { word in word.withUTF8Buffer { after.starts(with: $0) } }
            guard let word else { return end }
            end = after.startIndex + word.utf8CodeUnitCount
        }
    }

    /// Where the line begins that opens a fence and is the last of `text`.
    private static func openFence(atEndOf text: [UInt8]) -> Int? {
        let fences = MarkdownCode.fenceLines(of: text)
        guard let last = fences.last, !fences.count.isMultiple(of: 2) else { return nil }
        return text[last.range.upperBound...].allSatisfy(\.isBlank) ? last.range.lowerBound : nil
    }

    /// Behind the line that closes the fence, if that is what comes next; the end of the text closes it too.
    private static func endOfFence(in bytes: [UInt8], at place: Int) -> Int? {
        let next = bytes[place...].drop(while: \.isBlank)
        guard !next.isEmpty else { return bytes.count }
        let behind = next.drop { $0 == UInt8(ascii: "`") }
        guard behind.startIndex - next.startIndex >= 3 else { return nil }
        let isOver = behind.first { !$0.isBlank || $0 == 0x0A } ?? 0x0A == 0x0A
        return isOver ? behind.startIndex : nil
    }
}
