/// A word as the embedder inside the program sees it.
struct EmbeddingWord {
    /// Small letters without accents, and digits.
    let letters: [Unicode.Scalar]
    /// Whether it is of a script that writes words without blanks between them.
    let isWide: Bool

    /// Whether it stands in most texts of its language.
    var isCommon: Bool {
        guard letters.count <= 6, !isWide else { return false }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: letters)
        return Self.common.contains(String(word))
    }

    private static let common: Set<String> = Set(
        """
        a about after all also an and any are as at be been but by can could did do does for from had has have he her his how i if \
        in into is it its just more most my no not of on one only or our out she should so some such than that the their them then \
        there these they this to too up us was we were what when where which who why will with would you your
        aber alle als am an auch auf aus bei bin bis da dann das dass dem den der des die dies diese doch du ein eine einem einen \
        einer er es fur hat hatte ich ihr im ist ja kann man mehr mit nach nicht noch nur oder schon sehr sein sich sie sind so \
        uber um und uns vom von vor war was wenn wer werden wie wir wird zu zum zur
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension String {
    /// The words, in order; marks that are neither letters nor digits count only where there is nothing else.
    var embeddingWords: [EmbeddingWord] {
        var words: [EmbeddingWord] = []
        var letters: [Unicode.Scalar] = []
        var isWide = false
        func close() {
            // Nothing that is longer is a word, unless there are no blanks between words; the first of it will do.
            if !letters.isEmpty { words.append(EmbeddingWord(letters: Array(letters.prefix(isWide ? 512 : 64)), isWide: isWide)) }
            letters = []
        }
        for scalar in lowercased().unicodeScalars {
            let properties = scalar.properties
            guard properties.isAlphabetic || properties.numericType != nil else {
                // An accent by itself belongs to the letter before it, which counts without it.
                if properties.generalCategory != .nonspacingMark { close() }
                continue
            }
            let wide = properties.isIdeographic || scalar.isKana
            if wide != isWide || letters.count == 512 { close() }
            isWide = wide
            letters.append(contentsOf: AccentFolding.base(of: scalar))
        }
        close()
        guard words.isEmpty else { return words }
        return unicodeScalars.filter { !$0.properties.isWhitespace }.prefix(4096).map {
            EmbeddingWord(letters: [$0, $0, $0], isWide: false)
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is a Japanese syllable.
    fileprivate var isKana: Bool { (0x3040...0x30FF).contains(value) }
}

/// Letters without what stands above, below or across them.
enum AccentFolding {
    static func base(of scalar: Unicode.Scalar) -> [Unicode.Scalar] { table[scalar] ?? [scalar] }

    private static let table: [Unicode.Scalar: [Unicode.Scalar]] = {
        let groups: [(String, String)] = [
            ("a", "àáâãäåāăą"), ("c", "çćčĉ"), ("d", "ďđ"), ("e", "èéêëēęěė"), ("g", "ğģ"), ("i", "ìíîïīıį"), ("l", "łľĺ"),
            ("n", "ñńňņ"), ("o", "òóôõöøōő"), ("r", "řŕ"), ("s", "śšşș"), ("t", "ťţț"), ("u", "ùúûüūůűų"), ("y", "ýÿ"),
            ("z", "źżž"), ("ss", "ß"), ("ae", "æ"), ("oe", "œ"),
        ]
        var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        for (base, letters) in groups { for letter in letters.unicodeScalars { table[letter] = Array(base.unicodeScalars) } }
        return table
    }()
}
