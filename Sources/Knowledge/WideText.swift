/// Text of two bytes per unit, as Windows programs save it.
enum WideText {
    /// The text when a UTF-16 byte order mark stands first, else nil.
    ///
    /// Torn and lone units become U+FFFD.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        let littleEndian: Bool
        if bytes.starts(with: [0xFF, 0xFE]) {
            littleEndian = true
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            littleEndian = false
        } else {
            return nil
        }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var first: UInt8?
        for byte in bytes.dropFirst(2) {
            guard let head = first else {
                first = byte
                continue
            }
            first = nil
            units.append(littleEndian ? UInt16(byte) << 8 | UInt16(head) : UInt16(head) << 8 | UInt16(byte))
        }
        return String(decoding: units, as: UTF16.self)
    }
}
