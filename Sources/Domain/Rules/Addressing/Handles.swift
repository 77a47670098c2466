/// The words by which employees and their roles can be called on.
///
/// Names are compared word by word, without regard to case: `@Ada Lovelace`, `@ada-lovelace` and `@ada` are the same person as
/// long as nobody else is called Ada.
struct Handles {
    private var names: [String: [Addressee]] = [:]
    private var firstNames: [String: [Addressee]] = [:]
    private var roles: [String: [Addressee]] = [:]
    private var endings: [String: [Addressee]] = [:]
    /// How many words the longest handle has.
    private(set) var longest = 1

    init(_ people: [Addressee]) {
        for person in people {
            let name = Self.words(person.name)
            put(person, name, \.names)
            if name.count > 1 { put(person, name.prefix(1), \.firstNames) }
            let title = Self.words(person.title)
            put(person, title, \.roles)
            let role = Self.words(person.roleID)
            if role != title { put(person, role, \.roles) }
            for start in title.indices.dropFirst() { put(person, title[start...], \.endings) }
        }
    }

    private mutating func put(
        _ person: Addressee, _ words: some Collection<String>, _ index: WritableKeyPath<Handles, [String: [Addressee]]>
    ) {
        guard !words.isEmpty else { return }
        longest = max(longest, words.count)
        self[keyPath: index][words.joined(separator: " "), default: []].append(person)
    }

    /// The one person who is called so; nobody when it may be several.
    func person(_ key: String) -> Addressee? { Self.only(names[key]) ?? Self.only(firstNames[key]) }

    /// Whether anybody is called so, by name, title or role, though it may be several.
    func knows(_ key: String) -> Bool {
        names[key] != nil || firstNames[key] != nil || roles[key] != nil || endings[key] != nil
    }

    /// Those who hold a title or role, or a title that ends so: the thread's members, or else others of the company.
    func holders(of key: String) -> [Addressee] {
        for found in [roles[key], endings[key]].compactMap(\.self) {
            let members = found.filter { $0.place == .member }
            if !members.isEmpty { return members }
            let outside = found.filter { $0.place == .outside }
            if !outside.isEmpty { return outside }
        }
        return []
    }

    /// The members who hold a title or role, or a title that ends with what somebody is: “the designer” is a product designer,
    /// and “the product” is nobody.
    func holders(inWords key: String) -> [Addressee] {
        let isSomebody = Self.personal.contains { key.hasSuffix($0) } && !key.hasPrefix("of ")
        return [roles[key], isSomebody ? endings[key] : nil].compactMap(\.self).first {
            $0.contains { $0.place == .member }
        }?.filter { $0.place == .member } ?? []
    }

    /// How words for people end.
    private static let personal = ["er", "or", "ist", "yst", "ant", "ian", "ect", "lead", "head", "chief", "counsel"]

    /// Of several with the same name those in the thread are meant, if that leaves one.
    private static func only(_ people: [Addressee]?) -> Addressee? {
        guard let people else { return nil }
        let inside = people.filter { $0.place != .outside }
        let meant = inside.isEmpty ? people : inside
        return meant.count == 1 ? meant.first : nil
    }

    /// The words of a name, in lower case.
    static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
