import Domain

/// Vectors of texts without a model: the words, their beginnings and the letters that follow one another in them, each at a place
/// of its own that its hash gives.
///
/// Texts that share words, or forms of words, lie close together, in any language; that two different words mean the same it
/// does not know. Pure: the same text has the same vector on every machine.
package struct HashedEmbedder: Sendable {
    package static let dimension = 512
    /// How many bytes of a text count.
    private static let limit = 65_536

    package init() {}

    /// A vector of length one; of zeros where the text is blank.
    package func vector(of text: String) -> [Float] {
        var features = HashedFeatures()
        for word in text.cut(to: Self.limit).embeddingWords { features.add(word) }
        var vector = [Float](repeating: 0, count: Self.dimension)
        for (hash, weight) in features.weighted {
            let place = Int(truncatingIfNeeded: hash % UInt64(Self.dimension))
            vector[place] += hash >> 63 == 0 ? weight : -weight
        }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? vector.map { $0 / length } : vector
    }
}

/// What a text has, by hash, and how much that says.
private struct HashedFeatures {
    private var found: [UInt64: (weight: Float, count: Int)] = [:]

    /// In an order that is always the same, so that the sums are, to the last bit.
    var weighted: [(hash: UInt64, weight: Float)] {
        found.sorted { $0.key < $1.key }.map { ($0.key, $0.value.weight * (1 + logarithm(of: $0.value.count))) }
    }

    mutating func add(_ word: EmbeddingWord) {
        let letters = word.letters
        guard !word.isCommon else { return note("w", letters[...], 0.08) }
        let isLong = letters.count > 2
        note("w", letters[...], isLong ? 1 : 0.4)
        if letters.count > 5 { note("s", letters[..<5], 0.7) }
        guard isLong || word.isWide else { return }
        // All letters of a word together count about as much as the word.
        let size = word.isWide ? 2 : 3
        let framed = word.isWide ? letters : ["^"] + letters + ["$"]
        guard framed.count >= size else { return }
        let count = framed.count - size + 1
        let weight = word.isWide ? 0.8 : 0.9 / Float(count).squareRoot()
        for start in 0..<count { note("t", framed[start..<(start + size)], weight) }
    }

    private mutating func note(_ kind: Unicode.Scalar, _ letters: ArraySlice<Unicode.Scalar>, _ weight: Float) {
        let hash = Self.hash(kind, letters)
        found[hash, default: (weight, 0)].count += 1
    }

    /// FNV-1a over the scalars, and a last stirring so that all bits depend on all.
    private static func hash(_ kind: Unicode.Scalar, _ letters: ArraySlice<Unicode.Scalar>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func take(_ scalar: Unicode.Scalar) { hash = (hash ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01B3 }
        take(kind)
        for letter in letters { take(letter) }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }

    /// The whole logarithm to the base two, which is the same on every machine.
    private func logarithm(of count: Int) -> Float { Float(max(1, count).bitWidth - max(1, count).leadingZeroBitCount - 1) * 0.7 }
}
