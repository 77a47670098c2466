extension JSONParser {
    /// The length of the name that begins here, if nobody wants its member.
    func unwantedName() -> Int? {
        for name in unwanted where offset + name.utf8CodeUnitCount + 1 < bytes.count {
            let length = name.utf8CodeUnitCount
            guard bytes[offset + length + 1] == UInt8(ascii: "\"") else { continue }
            if (0..<length).allSatisfy({ bytes[offset + 1 + $0] == name.utf8Start[$0] }) { return length }
        }
        return nil
    }

    /// Passes over a value; a plain text is not even copied.
    mutating func skipValue() throws(JSONError) {
        skipBlanks()
        guard try peek() == UInt8(ascii: "\"") else {
            _ = try value()
            return
        }
        let start = offset
        offset += 1
        skipPlainText()
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
            offset += 1
        } else {
            offset = start
            _ = try string()
        }
    }
}
