package import Domain

/// Why a price list could not be read.
///
/// Places are written like `entries[3].input`.
package enum PriceTableError: Error, Equatable {
    case notJSON(JSONError)
    case missing(String)
    /// A member that the format does not have: most likely a misspelt one.
    case unknown(String)
    case wrongType(String)
    /// Not a decimal amount of dollars, or a negative one.
    case badAmount(String)
    /// Not a day as `2026-04-07`.
    case badDate(String)
    /// Empty, or with a `*` elsewhere than at its end.
    case badModel(String)
    case unknownKind(String)
    case unsupportedCurrency(String)
    /// Two prices for the same kind, model and day.
    case duplicate(String)
}

extension PriceTableError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notJSON(let error): "it is not JSON: \(error)"
        case .missing(let place): "\(place) is missing"
        case .unknown(let place): "\(place) is not known"
        case .wrongType(let place): "\(place) is of the wrong type"
        case .badAmount(let place): "\(place) must be a decimal amount of dollars in quotes, not below 0"
        case .badDate(let place): "\(place) must be a day such as 2026-04-07"
        case .badModel(let place): "\(place) must be a name, or its beginning followed by *"
        case .unknownKind(let place): "\(place) must be a kind of provider"
        case .unsupportedCurrency(let currency): "the currency \(currency.debugDescription) is not USD"
        case .duplicate(let place): "\(place) is there twice"
        }
    }
}
