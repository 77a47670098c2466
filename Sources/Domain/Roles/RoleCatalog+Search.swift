/// Why a description of a role did not lead to one.
package enum RoleLookupError: Error, Hashable, CustomStringConvertible {
    case unknown(query: String)
    /// Several roles fit, each as `pack/role`.
    case ambiguous(query: String, candidates: [String])

    package var description: String {
        switch self {
        case .unknown(let query): "No role is called “\(query)”."
        case .ambiguous(let query, let candidates):
            "“\(query)” may mean \(candidates.count) roles; say which: \(candidates.prefix(10).joined(separator: ", "))"
                + (candidates.count > 10 ? ", …" : ".")
        }
    }
}

extension RoleCatalog {
    /// The hireable role that somebody means by `query`.
    ///
    /// Tried in this order, and the first that finds anything decides: `pack/role`, id (or the name of its file), name,
    /// initials (`vpe` and `vpoe` for “VP of Engineering”), a part of an id or name, and last a name within the query
    /// (“a senior backend engineer, please”), of which the longest counts. Case, hyphens and blanks do not matter.
    ///
    /// - Throws: ``RoleLookupError``.
    package func hireableRole(matching query: String) throws(RoleLookupError) -> RoleSpecification {
        let words = RoleWords(query)
        let query = query.prefix(200).description
        guard !words.isEmpty else { throw .unknown(query: query) }
        let roles = hireable
        let stages: [(RoleSpecification) -> Bool] = [
            { RoleWords($0.packID + " " + $0.id) == words && query.contains("/") },
            { RoleWords($0.id) == words || RoleWords($0.fileStem) == words },
            { RoleWords($0.name) == words },
            { RoleWords($0.name).initials.contains(words.joined) },
            { words.joined.count > 1 && [$0.id, $0.name].contains { RoleWords($0).text.contains(words.text) } },
        ]
        for stage in stages {
            let found = roles.filter(stage)
            if !found.isEmpty { return try only(found, query) }
        }
        let named = roles.filter { words.padded.contains(RoleWords($0.name).padded) }
        let longest = named.map { RoleWords($0.name).text.count }.max()
        return try only(named.filter { RoleWords($0.name).text.count == longest }, query)
    }

    private func only(_ found: [RoleSpecification], _ query: String) throws(RoleLookupError) -> RoleSpecification {
        guard let first = found.first else { throw .unknown(query: query) }
        guard found.count == 1 else { throw .ambiguous(query: query, candidates: found.map { "\($0.packID)/\($0.id)" }) }
        return first
    }
}

/// The words of a name or an id, in lower case.
private struct RoleWords: Hashable {
    private let original: [Substring]
    let text: String

    init(_ text: String) {
        original = text.prefix(200).split { !$0.isLetter && !$0.isNumber }
        self.text = original.joined(separator: " ").lowercased()
    }

    static func == (left: Self, right: Self) -> Bool { left.text == right.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }

    var isEmpty: Bool { original.isEmpty }

    var joined: String { text.filter { $0 != " " } }

    /// With a blank on either side, so that only whole words are found in it.
    var padded: String { " \(text) " }

    /// The first letters of the words, with and without the small ones; `VP` and the like stay whole.
    var initials: Set<String> {
        guard original.count > 1 else { return [] }
        let small: Set<String> = ["and", "for", "of", "the"]
        let parts = original.map { word in
            let isShorthand = word.count < 4 && String(word) == word.uppercased()
            return (text: (isShorthand ? word : word.prefix(1)).lowercased(), small: small.contains(word.lowercased()))
        }
        return [parts.map(\.text).joined(), parts.filter { !$0.small }.map(\.text).joined()]
    }
}

extension RoleSpecification {
    /// The name of the role's file without folder and extension.
    fileprivate var fileStem: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.hasSuffix(".md") ? name.dropLast(3) : name)
    }
}
