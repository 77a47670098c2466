/// Names that say nothing of what is inside.
enum FileNames {
    private static let empty: Set<String> = [
        "util", "utils", "utility", "utilities", "helper", "helpers", "manager", "managers", "common", "misc",
    ]

    /// The word in a path that says nothing, if there is one.
    static func emptyWord(in path: String) -> String? {
        words(of: path).first { empty.contains($0.lowercased()) }
    }

    /// The words of a path; a capital letter begins a new one.
    private static func words(of path: String) -> [String] {
        var words = [""]
        for character in path {
            if character.isUppercase || !character.isLetter { words.append("") }
            if character.isLetter { words[words.count - 1].append(character) }
        }
        return words
    }
}
