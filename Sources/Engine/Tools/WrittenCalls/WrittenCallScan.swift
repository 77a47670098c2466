import Domain

/// Finds the calls that a model wrote into its text, and the JSON that stands beside them.
enum WrittenCallScan {
    /// How many bytes of an answer are looked into: more than a model says in one answer that is meant to call something, and
    /// little enough that a hostile answer of many megabytes costs what a long one does.
    static let sizeLimit = 200_000
    /// How many bytes are read in all, those of attempts that lead nowhere again and again: ten times the text, where an
    /// honest answer needs little more than one time.
    static let workLimit = 10 * sizeLimit
    /// The most calls that are taken from one answer, as many as are taken from a stream.
    static let callLimit = 128

    struct Finding: Hashable, Sendable {
        let range: Range<Int>
        /// `nil` when what was found is an object that calls nothing.
        let call: WrittenCall?
        /// Its end is missing, and the end of the answer counts as that.
        let isCutOff: Bool
    }

    /// The outermost of what can be read, in the order of the text; what leads nowhere is passed over.
    static func findings(in bytes: [UInt8], known: Set<String>) -> [Finding] {
        let isWhole = bytes.count <= sizeLimit
        var reader = CallReader(bytes: isWhole ? bytes : Array(bytes.prefix(sizeLimit)), isWhole: isWhole, known: known)
        var findings: [Finding] = []
        var place = 0
        var work = 0
        var callCount = 0
        var isLineStart = true
        while place < reader.bytes.count, work < workLimit, callCount < callLimit {
            let byte = reader.bytes[place]
            if canBegin(with: byte, isLineStart) {
                reader.offset = place
                reader.isCutOff = false
                let found = finding(at: place, byte, &reader)
                work += reader.offset - place
                if let found {
                    findings.append(found)
                    if found.call != nil { callCount += 1 }
                    place = found.range.upperBound
                    isLineStart = false
                    continue
                }
            }
            isLineStart = byte == 0x0A || (isLineStart && byte.isBlank)
            place += 1
        }
        return findings
    }

    private static func canBegin(with byte: UInt8, _ isLineStart: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<"): true
        default: isLineStart && byte.isLetter
        }
    }

    private static func finding(at place: Int, _ byte: UInt8, _ reader: inout CallReader) -> Finding? {
        let call: WrittenCall?
        switch byte {
        case UInt8(ascii: "{"):
            guard let object = reader.objectForm() else { return nil }
            return Finding(range: place..<reader.offset, call: object.call, isCutOff: reader.isCutOff)
        case UInt8(ascii: "["): call = reader.mistralForm()
        case UInt8(ascii: "<"): call = reader.functionTagForm()
        default: call = reader.statementForm()
        }
        return call.map { Finding(range: place..<reader.offset, call: $0, isCutOff: reader.isCutOff) }
    }
}
