/// Rows for people: columns two blanks apart, no boxes, as wide as the terminal at most.
struct Table: Hashable, Sendable {
    struct Column: Hashable, Sendable {
        var title: String
        var kind: Kind

        init(_ title: String, _ kind: Kind = .text) {
            self.title = title
            self.kind = kind
        }
    }

    enum Kind: Hashable, Sendable {
        /// Cut in the middle when the terminal is narrow.
        case text
        /// Never cut: what is to be copied.
        case whole
        /// An id, of which people are shown what they need, see ``ShortID``.
        case id
        /// Never cut, aligned to the right.
        case number
        /// A word for a state, coloured and never cut.
        case state
    }

    var columns: [Column]
    /// One cell for each column.
    ///
    /// Cells are single lines; what comes from outside went through ``SafeText``.
    var rows: [[String]]

    /// Narrower than this no column is made.
    static let narrowest = 6

    init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// The header and the rows, cut to `width` columns; `nil` leaves everything as long as it is.
    func lines(width: Int?, paint: Paint) -> [String] {
        guard !columns.isEmpty else { return [] }
        guard !columns.contains(where: { $0.kind == .id }) else { return withShortIDs.lines(width: width, paint: paint) }
        let widths = widths(within: width)
        let header = line(of: columns.map(\.title), widths) { text, _ in paint(text, .dim) }
        let body = rows.map { row in
            line(of: row, widths) { text, column in column.kind == .state ? paint(text, .state(text)) : text }
        }
        return [header] + body
    }

    private var withShortIDs: Table {
        Table(
            columns: columns.map { Column($0.title, $0.kind == .id ? .whole : $0.kind) },
            rows: rows.map { row in zip(row, columns).map { $1.kind == .id ? ShortID.of($0) : $0 } })
    }

    /// Cells between tabs, for other programs: no header, nothing cut.
    func tabSeparated() -> [String] { rows.map { $0.joined(separator: "\t") } }

    /// The longest column gives way first, until all fit.
    private func widths(within limit: Int?) -> [Int] {
        var widths = columns.indices.map { index in
            rows.reduce(TextWidth.of(columns[index].title)) { max($0, index < $1.count ? TextWidth.of($1[index]) : 0) }
        }
        guard let limit else { return widths }
        var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - limit
        while excess > 0 {
            let shrinkable = widths.indices.filter { columns[$0].kind == .text && widths[$0] > Self.narrowest }
            guard let longest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
            let next = shrinkable.filter { widths[$0] < widths[longest] }.map { widths[$0] }.max() ?? Self.narrowest
            let step = max(1, min(excess, widths[longest] - max(next, Self.narrowest)))
            widths[longest] -= step
            excess -= step
        }
        return widths
    }

    private func line(of cells: [String], _ widths: [Int], _ decorate: (String, Column) -> String) -> String {
        var text = ""
        for index in columns.indices {
            let cell = Elision.middle(index < cells.count ? cells[index] : "", to: widths[index])
            let blanks = String(repeating: " ", count: max(0, widths[index] - TextWidth.of(cell)))
            let painted = decorate(cell, columns[index])
            if index > 0 { text += "  " }
            text += columns[index].kind == .number ? blanks + painted : painted + (index == columns.count - 1 ? "" : blanks)
        }
        while text.last == " " { text.removeLast() }
        return text
    }
}
