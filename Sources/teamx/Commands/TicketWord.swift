import Domain

/// How people name a ticket where other things can be named too: by its key such as `AUR-12`, or by its number behind a `#`.
enum TicketWord {
    /// The key or number in a text that can mean nothing but a ticket; `nil` for any other.
    static func name(_ text: String) -> String? {
        if text.hasPrefix("#"), let number = Int(text.dropFirst()) { return String(number) }
        return TicketKey(text)?.description
    }
}
