import Domain

/// A path of the API whose parts and query cannot be mistaken for structure.
struct APIPath: Hashable, Sendable, CustomStringConvertible {
    private let parts: [String]
    private var query: [(String, String)] = []

    init(_ parts: String...) { self.parts = parts }

    private init(parts: [String], query: [(String, String)]) {
        self.parts = parts
        self.query = query
    }

    /// Everything about one company.
    static func company(_ id: String, _ parts: String...) -> APIPath { company(id, parts: parts) }

    static func company(_ id: String, parts: [String]) -> APIPath {
        APIPath(parts: ["companies", id] + parts, query: [])
    }

    /// The path with something asked for, in the place of what was asked by that name before; `nil` asks for nothing.
    func asking(_ name: String, _ value: String?) -> APIPath {
        guard let value else { return self }
        return APIPath(parts: parts, query: query.filter { $0.0 != name } + [(name, value)])
    }

    var description: String {
        let path = "/api" + parts.map { "/" + Self.escaped($0) }.joined()
        guard !query.isEmpty else { return path }
        return path + "?" + query.map { "\($0.0)=\(Self.escaped($0.1))" }.joined(separator: "&")
    }

    static func == (left: Self, right: Self) -> Bool { left.description == right.description }

    func hash(into hasher: inout Hasher) { hasher.combine(description) }

    /// Percent-encodes all but the unreserved characters of RFC 3986, section 2.3.
    ///
    /// A part of dots alone would climb.
    private static func escaped(_ text: String) -> String {
        if text == "." || text == ".." { return text.map { _ in "%2E" }.joined() }
        return text.percentEncoded
    }
}
