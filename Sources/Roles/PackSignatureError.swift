/// What is wrong with a pack's signature, in the order in which it is looked for.
package enum PackSignatureError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no `pack.sig`.
    case missing
    case notJSON
    case missingField(String)
    /// Another version or algorithm than ours.
    case unsupported(field: String, value: String)
    /// The key that signed is not among the trusted ones.
    case unknownKey(fingerprint: String)
    /// A file was changed, added or taken away.
    case changedFiles
    case wrongSignature

    package var description: String {
        switch self {
        case .missing: "it has no pack.sig."
        case .notJSON: "pack.sig is not JSON."
        case .missingField(let name): "pack.sig lacks a valid “\(name)”."
        case .unsupported(let field, let value): "pack.sig has the \(field) “\(value)”, which is not known."
        case .unknownKey(let fingerprint): "the key that signed it is not trusted (fingerprint \(fingerprint))."
        case .changedFiles: "its files are not the ones that were signed."
        case .wrongSignature: "the signature does not fit the key."
        }
    }
}
