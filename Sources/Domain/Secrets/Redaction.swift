/// Finds secrets by their values, in each of their ``SecretForms``, and puts a mark in their place.
package struct Redaction: Sendable {
    /// By their first two bytes, the longest first.
    private let forms: [UInt16: [[UInt8]]]
    /// Whether any form begins with the pair of bytes that is the place.
    private let starts: [Bool]
    /// The first bytes of the forms, and so of those that a text may end in.
    private let firsts: Set<UInt8>

    package static let mark = "[secret]"

    /// Shorter values stand in too many texts that have nothing to do with them.
    static let shortest = 8

    init?(of values: Set<String>) {
        let all = values.reduce(into: Set<[UInt8]>()) { $0.formUnion(SecretForms.all(of: $1)) }
        guard !all.isEmpty else { return nil }
        let grouped = Dictionary(grouping: all) { Self.pair($0[0], $0[1]) }
        forms = grouped.mapValues { $0.sorted { $0.count > $1.count } }
        var starts = [Bool](repeating: false, count: 1 << 16)
        for key in grouped.keys { starts[Int(key)] = true }
        self.starts = starts
        firsts = Set(all.compactMap(\.first))
    }

    /// Whether the value can be told from other text: it is long enough, and not just words such as `ollama-local`, which
    /// stand everywhere and protect nothing.
    static func isTellable(_ value: String) -> Bool {
        value.utf8.count >= shortest && !value.utf8.allSatisfy(\.isOfPlainWords)
    }

    /// `text` with the mark wherever a secret stands in it.
    package func redacted(_ text: String) -> String {
        var text = text
        let clean = text.withUTF8 { bytes in found(in: bytes) }
        return clean.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// The clean bytes; `nil` where all are.
    private func found(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var clean: [UInt8]?
        var (index, kept) = (0, 0)
        while index + Self.shortest <= bytes.count {
            guard starts[Int(Self.pair(bytes[index], bytes[index + 1]))], let form = form(at: index, in: bytes) else {
                index += 1
                continue
            }
            clean = (clean ?? []) + bytes[kept..<index] + Array(Self.mark.utf8)
            index += form.count
            kept = index
        }
        return clean.map { $0 + bytes[kept...] }
    }

    private func form(at index: Int, in bytes: some RandomAccessCollection<UInt8>) -> [UInt8]? {
        let rest = bytes.dropFirst(index)
        guard let first = rest.first, let second = rest.dropFirst().first else { return nil }
        return forms[Self.pair(first, second)]?.first { rest.count >= $0.count && rest.starts(with: $0) }
    }

    /// The clean bytes up to where a secret may begin that is not whole yet, and what stands from there on.
    func split(_ bytes: [UInt8]) -> (clean: [UInt8], open: [UInt8]) {
        var clean: [UInt8] = []
        var rest = bytes[...]
        while let first = rest.first {
            if let second = rest.dropFirst().first {
                let candidates = forms[Self.pair(first, second)] ?? []
                if candidates.contains(where: { $0.count > rest.count && $0.starts(with: rest) }) { break }
                if let form = candidates.first(where: { rest.starts(with: $0) }) {
                    clean += Array(Self.mark.utf8)
                    rest = rest.dropFirst(form.count)
                    continue
                }
            } else if firsts.contains(first) {
                break
            }
            clean.append(first)
            rest = rest.dropFirst()
        }
        return (clean, Array(rest))
    }

    private static func pair(_ first: UInt8, _ second: UInt8) -> UInt16 { UInt16(second) << 8 | UInt16(first) }
}

extension UInt8 {
    fileprivate var isOfPlainWords: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: " "):
            true
        default: false
        }
    }
}
