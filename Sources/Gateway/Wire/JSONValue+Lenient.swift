import Domain

extension JSONValue {
    /// Reads JSON as model servers write it: `NaN` and `Infinity`, which JSON has not, count as `null`.
    ///
    /// Servers in Python print them for numbers they do not know.
    ///
    /// - Parameter names: Members of the outermost object that nobody reads.
    init(lenient bytes: [UInt8], leavingOut names: [StaticString] = []) throws(JSONError) {
        do {
            try self.init(parsing: bytes, leavingOut: names)
        } catch {
            guard let repaired = Self.replacingNonNumbers(in: bytes) else { throw error }
            try self.init(parsing: repaired, leavingOut: names)
        }
    }

    /// `bytes` with `null` in place of each such word outside of strings; `nil` when there is none.
    private static func replacingNonNumbers(in bytes: [UInt8]) -> [UInt8]? {
        let words = [Array("-Infinity".utf8), Array("Infinity".utf8), Array("NaN".utf8)]
        let starts = words.compactMap(\.first)
        var repaired: [UInt8] = []
        var found = false
        var insideString = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if insideString, byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
                repaired.append(contentsOf: bytes[index...(index + 1)])
                index += 2
                continue
            }
            if byte == UInt8(ascii: "\"") { insideString.toggle() }
            if !insideString, starts.contains(byte), let word = words.first(where: { bytes[index...].starts(with: $0) }) {
                repaired.append(contentsOf: "null".utf8)
                index += word.count
                found = true
                continue
            }
            repaired.append(byte)
            index += 1
        }
        return found ? repaired : nil
    }
}
