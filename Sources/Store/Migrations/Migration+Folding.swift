extension Migration {
    /// The statements that bring an empty database where `migrations` would, one after the other, but with fewer steps: a table
    /// is made with the columns that are added to it later, and an index or trigger that is taken away later is
    /// not made.
    ///
    /// SQLite reads the whole schema anew after each change of a table, which is most of what a new database costs.
    static func folded(_ migrations: [Migration]) -> [String] {
        var statements: [String] = []
        var dropped: Set<Int> = []
        var places: [Substring: Int] = [:]
        for statement in migrations.flatMap(\.up) {
            let words = Words(statement)
            switch (words[0], words[1]) {
            case ("ALTER", "TABLE") where words[3] == "ADD" && words[4] == "COLUMN":
                guard let place = places[words[2]] else { break }
                // What SQLite itself keeps as the table's text after it has added a column: behind the last one.
                let table = statements[place]
                let end = endOfColumns(in: table)
                statements[place] = "\(table[..<end]), \(words[5])\(table[end...])"
                continue
            case ("DROP", "INDEX"), ("DROP", "TRIGGER"):
                guard let place = places[words[2]] else { break }
                dropped.insert(place)
                continue
            case ("CREATE", "TABLE"), ("CREATE", "INDEX"), ("CREATE", "TRIGGER"): places[words[2]] = statements.count
            case ("CREATE", "UNIQUE"): places[words[3]] = statements.count
            default: break
            }
            statements.append(statement)
        }
        return statements.indices.filter { !dropped.contains($0) }.map { statements[$0] }
    }

    /// Where the last column of a statement that makes a table ends: before what is said of the table as a whole.
    private static func endOfColumns(in table: String) -> String.Index {
        let rules = ["PRIMARY KEY (", "FOREIGN KEY (", "UNIQUE (", "CHECK ("].compactMap { table.firstRange(of: ",\n  \($0)") }
        return rules.map(\.lowerBound).min() ?? table.index(before: table.endIndex)
    }
}

/// The first five words of a statement, and what follows them; empty texts where there are none.
private struct Words {
    private let words: [Substring]

    init(_ statement: String) { words = statement.split(maxSplits: 5, whereSeparator: \.isWhitespace) }

    subscript(place: Int) -> Substring { words.indices.contains(place) ? words[place] : "" }
}
