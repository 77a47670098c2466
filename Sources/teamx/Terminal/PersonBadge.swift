/// How a person is shown in a line of the live view.
enum PersonBadge {
    /// The first letters of the first and the last word, in capitals.
    static func initials(_ name: String) -> String {
        let words = name.split(separator: " ")
        let letters = [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first }
        return letters.map { String($0).uppercased() }.joined()
    }
}
