import Domain
import Synchronization

/// Price lists without the file format: whatever has entries is taken.
final class NoPrices: PriceLists {
    private let top = Mutex<[ListedPrice]>([])

    let version = 7
    let note: String? = nil
    let listed = [
        ListedPrice(kind: .openai, model: "gpt-5", price: ModelPrice(input: .zero, output: .zero), effectiveFrom: nil)
    ]
    var overrides: [ListedPrice] { top.withLock(\.self) }

    func price(of model: String, at kind: ProviderKind) -> ModelPrice? { nil }

    func override(with file: JSONValue?) throws(RuleViolation) {
        let entries = file?["entries"]?.array ?? []
        top.withLock {
            $0 = entries.map { entry in
                ListedPrice(
                    kind: .openai, model: entry["model"]?.string ?? "", price: ModelPrice(input: .zero, output: .zero),
                    effectiveFrom: nil)
            }
        }
    }

    func check(_ file: JSONValue) throws(RuleViolation) {
        guard file["entries"]?.array?.isEmpty == false else {
            throw .invalid(field: "entries", reason: "are no price list")
        }
    }
}
