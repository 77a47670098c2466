/// What `Package.swift` says of the targets.
struct Manifest: Sendable {
    struct Target: Sendable {
        /// The function that declares it, such as `testTarget`.
        var kind: String
        var name = ""
        /// The folder, where it is not the usual one.
        var path: String?
        /// Other targets.
        var targets: [String] = []
        /// Products of packages.
        var products: [String] = []
        /// The name of the list of settings.
        var settings: String?
        var line: Int

        /// Whether the target is part of the program, or makes a part of it.
        var isSource: Bool { kind != "testTarget" && kind != "plugin" && path?.hasPrefix("Tests/") != true }
    }

    let targets: [Target]

    init(_ text: String) {
        let tokens = SwiftScanner.tokens(of: text)
        var targets: [Target] = []
        let start = tokens.indices.last { tokens[$0].isWord("targets") && tokens[safe: $0 + 1]?.isMark(":") == true } ?? tokens.endIndex
        var at = Self.openers(in: tokens, from: start).first { $0.depth == 0 }?.index ?? tokens.endIndex
        while at + 2 < tokens.count {
            at += 1
            guard tokens[at].isMark("."), tokens[at + 1].kind == .word, tokens[at + 2].isMark("(") else { continue }
            let end = Self.closer(of: at + 2, in: tokens)
            targets.append(Target(kind: tokens[at + 1].text, arguments: tokens[(at + 3)..<end], line: tokens[at].line))
            at = end
        }
        self.targets = targets
    }

    /// The opening brackets from a place on, with how deep each lies.
    private static func openers(in tokens: [Token], from start: Int) -> [(index: Int, depth: Int)] {
        tokens[start...].indices.first { tokens[$0].isMark("[") }.map { [(index: $0, depth: 0)] } ?? []
    }

    /// The place of the bracket that closes the one at `start`.
    static func closer(of start: Int, in tokens: some RandomAccessCollection<Token>) -> Int { start }
}
