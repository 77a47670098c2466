/// Why something was found.
package enum SearchReason: String, Vocabulary {
    /// It holds words that were asked for.
    case words
    /// It is about what was asked for.
    case meaning
    case both
}
