import Testing

@testable import Knowledge

struct HashedEmbedderTests {
    private static let corpus = [
        "The repair café opens on Saturday mornings; volunteers mend toasters and bicycles.",
        "The invoice of the printing house is overdue, and accounting asks for payment.",
        "Our server ran out of memory during the nightly backup of the database.",
        "Ada hired a new content writer who will begin in March.",
        "The bakery sells bread rolls, croissants and coffee from six in the morning.",
        "Die Buchhaltung hat die Rechnung der Druckerei noch nicht bezahlt.",
        "Der Server hatte bei der nächtlichen Datensicherung zu wenig Speicher.",
        "Am Samstag öffnet die Werkstatt, und wir reparieren Fahrräder.",
        "Der Vertrag mit dem Vermieter der Büroräume läuft im Herbst aus.",
        "我们明天下午开会讨论明年的预算。",
    ]

    private func nearest(_ query: String) -> String {
        let embedder = HashedEmbedder()
        var matrix = VectorMatrix(dimension: HashedEmbedder.dimension)
        for text in Self.corpus where !matrix.append(embedder.vector(of: text)) { Issue.record("left out: \(text)") }
        let hit = matrix.nearest(to: embedder.vector(of: query), limit: 1, above: -1).first
        return hit.map { Self.corpus[$0.row] } ?? ""
    }

    @Test(arguments: [
        ("who repairs my bicycle", 0), ("unpaid invoices", 1), ("database backups and memory", 2), ("hiring writers", 3),
        ("fresh bread and coffee", 4), ("unbezahlte Rechnungen", 5), ("Sicherung der Daten auf dem Server", 6),
        ("Fahrrad reparieren", 7), ("wann endet der Mietvertrag für das Büro", 8), ("预算会议", 9),
        ("NACHTLICHE DATENSICHERUNG", 6), ("repair cafe", 0),
    ])
    func `what is related is the nearest`(query: String, place: Int) { #expect(nearest(query) == Self.corpus[place]) }

    @Test func `common words alone bring nothing together`() {
        let embedder = HashedEmbedder()
        let one = embedder.vector(of: "It was the one that they would have with the garden")
        let other = embedder.vector(of: "It was the one that they would have with the spreadsheet")
        let related = embedder.vector(of: "gardens")
        #expect(dot(one, related) > dot(other, related) + 0.2)
    }

    @Test func `a vector has the length one and is the same whenever it is made`() {
        for text in Self.corpus {
            let vector = HashedEmbedder().vector(of: text)
            #expect(vector.count == 512)
            #expect(abs(dot(vector, vector) - 1) < 1e-5)
            #expect(vector == HashedEmbedder().vector(of: text))
        }
    }

    @Test func `letters with accents are what they are without, however they are written`() {
        let embedder = HashedEmbedder()
        #expect(embedder.vector(of: "caf\u{E9} m\u{FC}de") == embedder.vector(of: "cafe\u{301} mu\u{308}de"))
    }

    @Test(
        arguments: [
            [], [0], [0xFF, 0xFE, 0xFD], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], Array("\u{1F468}\u{200D}\u{1F469}".utf8),
            Array(repeating: 0xCC, count: 70_000), Array(repeating: 0x61, count: 300_000), Array("\u{202E}\u{FEFF}\u{0}".utf8),
        ] as [[UInt8]])
    func `any bytes have a vector of finite numbers`(bytes: [UInt8]) {
        let vector = HashedEmbedder().vector(of: String(decoding: bytes, as: UTF8.self))
        #expect(vector.count == 512)
        #expect(vector.allSatisfy { $0.isFinite })
    }

    @Test func `blanks have no direction, and pictures have one`() {
        #expect(HashedEmbedder().vector(of: " \n").allSatisfy { $0 == 0 })
        #expect(HashedEmbedder().vector(of: "🎉🎉").contains { $0 != 0 })
    }

    private func dot(_ one: [Float], _ other: [Float]) -> Float { zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } }
}

struct VectorMatrixTests {
    @Test func `the nearest come first, whatever their length, and those below the threshold not at all`() {
        var matrix = VectorMatrix(dimension: 11)
        func vector(_ place: Int, _ size: Float) -> [Float] { (0..<11).map { $0 == place ? size : 0.5 } }
        let rows = [vector(1, 3), vector(10, 3e30).map { $0 * 1e7 }, [Float](repeating: 0, count: 11)]
        let taken = rows.map { matrix.append($0) }
        #expect(taken == [true, true, true])
        let hits = matrix.nearest(to: vector(10, 9), limit: 5, above: 0.1)
        #expect(hits.map(\.row) == [1, 0])
        #expect(hits.allSatisfy { $0.score > 0.1 && $0.score <= 1.0001 })
        #expect(matrix.nearest(to: vector(10, 9), limit: 5, above: 0.1, in: [0..<1, 2..<9]).map(\.row) == [0])
        #expect(matrix.nearest(to: vector(10, 9), limit: 5, above: 0.1, in: []).isEmpty)
    }

    @Test func `of very many near rows the nearest are kept, the first of equal ones`() {
        var matrix = VectorMatrix(dimension: 2)
        // They come nearer and nearer, in pairs.
        let all = (0..<2000).allSatisfy { matrix.append([1, 1 - Float($0 / 2) / 1000]) }
        #expect(all)
        #expect(matrix.nearest(to: [1, 0], limit: 4, above: 0).map(\.row) == [1998, 1999, 1996, 1997])
        #expect(matrix.nearest(to: [1, 0], limit: 3, above: 0, in: [0..<400, 1000..<1001]).map(\.row) == [1000, 398, 399])
        #expect(matrix.nearest(to: [1, 1], limit: 3, above: 0).map(\.row) == [0, 1, 2])
    }

    @Test func `vectors of another length are never compared`() {
        var matrix = VectorMatrix(dimension: 3)
        let rows: [[Float]] = [[1, 2], [1, .nan, 2], [1, 2, 3]]
        let taken = rows.map { matrix.append($0) }
        #expect(taken == [false, false, true])
        #expect(matrix.nearest(to: [1, 2], limit: 5, above: -1).isEmpty)
        #expect(matrix.nearest(to: [1, .infinity, 2], limit: 5, above: -1).isEmpty)
    }

    @Test func `what several lists have comes before what one has`() {
        let fused = RankFusion.fuse([["a", "b", "b", "c"], ["c", "d"]], precedes: <)
        #expect(fused.map(\.member) == ["c", "a", "b", "d"])
    }
}
