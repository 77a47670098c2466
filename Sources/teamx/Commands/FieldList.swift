import ArgumentParser
import Domain

/// Which members of a row are printed, as `--fields key,title` says it.
struct FieldList: ExpressibleByArgument, Hashable, Sendable {
    let names: [String]

    init?(argument: String) {
        names = argument.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { !$0.isWhitespace } }
        guard !names.isEmpty, names.allSatisfy({ !$0.isEmpty }) else { return nil }
    }

    /// The member that a name means; dots lead into objects.
    static func value(_ name: String, of row: JSONValue) -> JSONValue? {
        name.split(separator: ".").reduce(Optional(row)) { $0?[String($1)] }
    }

    /// The row with these members only.
    func selected(of row: JSONValue) -> JSONValue {
        .object(Dictionary(names.map { ($0, Self.value($0, of: row) ?? .null) }) { first, _ in first })
    }

    /// The cells of a row.
    func cells(of row: JSONValue) -> [String] { names.map { Self.value($0, of: row)?.plain ?? "" } }

    /// The columns of a table of these rows; numbers stand at the right, states have their colour.
    func columns(for rows: [JSONValue]) -> [Table.Column] {
        names.map { name in
            let values = rows.compactMap { Self.value(name, of: $0) }.filter { $0 != .null }
            let isNumber = !values.isEmpty && values.allSatisfy { $0.number != nil }
            let kind: Table.Kind = isNumber ? .number : name == "status" ? .state : name.hasSuffix("id") ? .whole : .text
            return Table.Column(name.split(separator: "_").joined(separator: " ").uppercased(), kind)
        }
    }

    /// - Throws: ``CommandFailure`` naming the members there are when no row has one of these.
    func check(_ rows: [JSONValue]) throws {
        guard let unknown = names.first(where: { name in rows.allSatisfy { Self.value(name, of: $0) == nil } }),
            let members = rows.first?.object
        else { return }
        throw CommandFailure.usage(
            "There is no field “\(unknown)”.", hint: "Here are: \(members.keys.sorted().joined(separator: ", ")).")
    }
}
