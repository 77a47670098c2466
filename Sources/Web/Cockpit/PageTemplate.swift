import Domain

/// The cockpit's page, with places that are filled in for each request.
struct PageTemplate: Sendable {
    private let text: String

    init(_ text: String) { self.text = text }

    /// The page; what is put in is never looked through for further places.
    func filled(assets: String, boot: JSONValue) -> String {
        let parts = text.split(separator: "{{boot}}", omittingEmptySubsequences: false)
        return parts.map { $0.replacing("{{assets}}", with: assets) }.joined(separator: Self.inert(boot))
    }

    /// JSON that no reader of HTML takes for anything else, wherever it stands.
    ///
    /// The characters that are escaped stand in JSON only inside strings.
    static func inert(_ json: JSONValue) -> String {
        var text = ""
        for scalar in json.description.unicodeScalars {
            switch scalar {
            case "<": text += #"\u003c"#
            case ">": text += #"\u003e"#
            case "&": text += #"\u0026"#
            case "\u{2028}": text += #"\u2028"#
            case "\u{2029}": text += #"\u2029"#
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
