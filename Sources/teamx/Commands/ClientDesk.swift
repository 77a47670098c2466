import Domain

/// What a command works with: the server, the terminal, and how to print.
struct ClientDesk: Sendable {
    let client: APIClient
    let console: Console
    let form: OutputForm
    let isQuiet: Bool
    let environment: [String: String]
    let preferences: Preferences
    let fields: FieldList?
    let interruption: InterruptionChoice
    private let ids = IDGenerator()

    init(
        client: APIClient, console: Console, form: OutputForm, isQuiet: Bool = false, environment: [String: String] = [:],
        preferences: Preferences = .none, fields: FieldList? = nil, interruption: InterruptionChoice = InterruptionChoice()
    ) {
        self.client = client
        self.console = console
        self.form = form
        self.isQuiet = isQuiet
        self.environment = environment
        self.preferences = preferences
        self.fields = fields
        self.interruption = interruption
    }

    /// A key that makes sending the same thing twice send it once.
    func newKey() -> String {
        let id: Identifier<ClientDesk> = ids.next(at: SystemTime().now())
        return id.rawValue
    }

    /// A column of a table: its title, how it is laid out, and what of an item it shows.
    struct Column: Sendable {
        let title: String
        let kind: Table.Kind
        let text: @Sendable (JSONValue) -> String

        init(_ title: String, _ kind: Table.Kind = .text, _ text: @escaping @Sendable (JSONValue) -> String) {
            self.title = title
            self.kind = kind
            self.text = text
        }

        /// A column that shows the name of the employee whose id a member holds.
        static func person(_ title: String, _ key: String, _ names: [String: String], otherwise: String = "") -> Column {
            Column(title) { names[$0.text(key)] ?? otherwise }
        }

        /// A column that shows a member as it is.
        static func member(_ title: String, _ key: String, _ kind: Table.Kind = .text) -> Column {
            Column(title, kind) { $0[key]?.plain ?? "" }
        }
    }

    /// Prints a list in the form that was asked for.
    ///
    /// - Throws: ``CommandFailure`` for a field that was asked for and that there is not.
    func show(_ items: [JSONValue], _ columns: [Column], empty: String) throws {
        try fields?.check(items)
        let shown = fields.map { fields in items.map { fields.selected(of: $0) } } ?? items
        switch form {
        case .json: printJSON(.array(shown))
        case .ndjson: shown.forEach(printJSON)
        case .ids: for item in items { console.result(item["id"]?.plain ?? "") }
        case .tsv, .table:
            let table =
                fields.map { Table(columns: $0.columns(for: items), rows: items.map($0.cells)) }
                ?? Table(
                    columns: columns.map { Table.Column($0.title, $0.kind) },
                    rows: items.map { item in columns.map { SafeText.line($0.text(item)) } })
            if form == .tsv { return table.tabSeparated().forEach(console.result) }
            if items.isEmpty { return console.note(empty) }
            table.lines(width: width, paint: console.terminal.outputPaint).forEach(console.result)
        }
    }

    /// Prints the beginning of a list, and says on standard error when there is more.
    func show(_ page: APIClient.Page, _ columns: [Column], empty: String) throws {
        try show(page.items, columns, empty: empty)
        remark(on: page)
    }

    /// Says that a list which was shown goes on.
    func remark(on page: APIClient.Page) {
        let count = page.items.count
        switch page.rest {
        case .none: break
        case .some: console.note("Showing \(count); see more with: --limit \(count.addingClamped(count))")
        case .unknown: console.note("Showing \(count), which is all that the server gives at once; there may be more.")
        }
    }

    /// Prints one thing: JSON as it came, or the lines that `text` makes of it; only the fields that were asked for.
    ///
    /// - Throws: ``CommandFailure`` for a field that was asked for and that there is not.
    func show(_ item: JSONValue, _ text: (JSONValue) -> [String]) throws {
        try fields?.check([item])
        switch form {
        case .json, .ndjson: printJSON(fields?.selected(of: item) ?? item)
        case .ids: console.result(item["id"]?.plain ?? "")
        case .tsv, .table:
            guard let fields else { return text(item).forEach(console.result) }
            let cells = fields.cells(of: item)
            if form == .tsv { return console.result(cells.joined(separator: "\t")) }
            let width = fields.names.map(TextWidth.of).max() ?? 0
            for (name, cell) in zip(fields.names, cells) {
                let blanks = String(repeating: " ", count: width - TextWidth.of(name) + 2)
                console.result(paint(name, .dim) + blanks + cell)
            }
        }
    }

    /// Prints what was made: a sentence for people, the id alone when quiet, and which command may be next.
    func made(_ item: JSONValue, _ sentence: String, next: String) throws {
        if isQuiet, form != .json { return console.result(item["id"]?.plain ?? "") }
        try show(item) { _ in [sentence] }
        if form == .table { console.hint(command(next)) }
    }

    /// A command as it is to be typed, with what it needs to find the server.
    func command(_ words: String) -> String {
        let options = client.location.options
        return "teamx \(words)" + (options.isEmpty ? "" : " " + options)
    }

    /// Prints JSON on one line.
    func printJSON(_ value: JSONValue) { console.raw(SafeText.json(value.description) + "\n") }

    /// Whether results are words for people, not JSON or ids for programs.
    var isForPeople: Bool { form == .table || form == .tsv }

    /// How wide lines may be; `nil` where nothing is cut.
    var width: Int? { console.terminal.outputIsTerminal ? console.terminal.width : nil }

    /// A table without a header, as a part of what is shown of one thing.
    func rows(_ items: [JSONValue], _ columns: [Column]) -> [String] {
        let table = Table(
            columns: columns.map { Table.Column("", $0.kind) },
            rows: items.map { item in columns.map { SafeText.line($0.text(item)) } })
        return table.lines(width: width.map { $0 - 2 }, paint: console.terminal.outputPaint).dropFirst().map { "  " + $0 }
    }

    func paint(_ text: String, _ style: Style?) -> String { console.terminal.outputPaint(text, style) }
}

extension JSONValue {
    /// The value as a person reads it in a cell.
    var plain: String {
        switch self {
        case .null: ""
        case .string(let text): SafeText.line(text)
        case .integer(let integer): "\(integer)"
        case .bool(let flag): flag ? "yes" : "no"
        default: SafeText.line(description)
        }
    }

    func text(_ key: String) -> String { self[key]?.plain ?? "" }

    func int(_ key: String) -> Int { self[key]?.serverNumber ?? 0 }

    /// An amount of money that the API sent.
    func money(_ key: String) -> Money { (try? Money(self[key]?.string ?? "0")) ?? .zero }  // not money: nothing
}
