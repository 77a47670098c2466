/// Whose packs are loaded.
package struct PackTrust: Hashable, Sendable {
    package enum Mode: String, Sendable {
        /// Only packs that a trusted key signed.
        case strict
        /// All packs; what is wrong with the signature is reported.
        case warn
        /// All packs, unread signatures.
        case off
    }

    package var mode: Mode
    package var keys: [PackPublicKey]

    package init(mode: Mode, keys: [PackPublicKey] = []) {
        self.mode = mode
        self.keys = keys
    }
}
