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
