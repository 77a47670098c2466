package import Domain
import Synchronization

/// A price list with another on top, which can be changed while the program runs.
package final class PriceBook: PriceLists {
    private let base: PriceTable
    private let time: any TimeSource
    private let top = Mutex<PriceTable?>(nil)

    package init(_ base: PriceTable, time: any TimeSource) {
        self.base = base
        self.time = time
    }

    package var version: Int { base.version }
    package var note: String? { base.note }
    package var listed: [ListedPrice] { base.listed }
    package var overrides: [ListedPrice] { top.withLock(\.self)?.listed ?? [] }

    package func price(of model: String, at kind: ProviderKind) -> ModelPrice? {
        top.withLock(\.self)?.price(of: model, at: kind) ?? base.price(of: model, at: kind)
    }

    package func override(with file: JSONValue?) throws(RuleViolation) {
        let table: PriceTable? = if let file { try self.table(file) } else { nil }
        top.withLock { $0 = table }
    }

    package func check(_ file: JSONValue) throws(RuleViolation) { _ = try table(file) }

    private func table(_ file: JSONValue) throws(RuleViolation) -> PriceTable {
        do throws(PriceTableError) { return try PriceTable(parsing: Array(file.description.utf8), time: time) } catch {
            throw .invalid(field: "entries", reason: "are no price list: \(error)")
        }
    }
}
