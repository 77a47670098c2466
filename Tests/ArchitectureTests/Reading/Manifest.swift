/// What `Package.swift` says of the targets.
struct Manifest: Sendable {
    struct Target: Sendable {
        /// The function that declares it, such as `testTarget`.
        let kind: String
        let line: Int
        var name = ""
        /// The folder, where it is not the usual one.
        var path: String?
        /// Other targets.
        var targets: [String] = []
        /// Products of packages.
        var products: [String] = []
        /// The name of the list of settings.
        var settings: String?

        /// Whether it is part of the program, or makes a part of it.
        var isSource: Bool { kind != "testTarget" && kind != "plugin" && path?.hasPrefix("Tests/") != true }
    }

    let targets: [Target]

    init(_ text: String) {
        let tokens = SwiftScanner.tokens(of: text)
        var targets: [Target] = []
        // The last argument of this name is the package's own: products have one as well.
        var place = tokens.indices.last { tokens[$0].isWord("targets") } ?? tokens.endIndex
        while place + 2 < tokens.endIndex {
            guard tokens[place].isMark("."), tokens[place + 2].isMark("(") else {
                place += 1
                continue
            }
            let end = tokens.closing(place + 2)
            targets.append(Target(kind: tokens[place + 1].text, line: tokens[place].line, tokens[(place + 3)..<end]))
            place = end
        }
        self.targets = targets.filter { !$0.name.isEmpty }
    }
}

extension Manifest.Target {
    /// - Parameter arguments: What stands between the brackets.
    fileprivate init(kind: String, line: Int, _ arguments: ArraySlice<Token>) {
        self.init(kind: kind, line: line)
        var place = arguments.startIndex
        while place + 2 < arguments.endIndex {
            let value = place + 2
            switch arguments[place].text {
            case "name": name = arguments[value].text
            case "path": path = arguments[value].text
            case "swiftSettings": settings = arguments[value].text
            case "dependencies": take(arguments[(value + 1)..<arguments.closing(value)])
            default: break
            }
            // On to the argument after the next comma of this depth.
            place = value
            while place < arguments.endIndex, !arguments[place].isMark(",") { place = arguments.closing(place) + 1 }
            place += 1
        }
    }

    private mutating func take(_ dependencies: ArraySlice<Token>) {
        var place = dependencies.startIndex
        while place < dependencies.endIndex {
            if case .text = dependencies[place].kind { targets.append(dependencies[place].text) }
            if dependencies[place].isMark("(") {
                let end = dependencies.closing(place)
                let named = dependencies[place..<end].indices.first { dependencies[$0].isWord("name") }
                if let named, named + 2 < end { products.append(dependencies[named + 2].text) }
                place = end
            }
            place += 1
        }
    }
}

extension RandomAccessCollection<Token> where Index == Int {
    /// The place of the bracket that closes the one at `opening`; where there is no bracket, that place itself.
    fileprivate func closing(_ opening: Int) -> Int {
        var depth = 0
        for place in opening..<endIndex {
            if case .mark = self[place].kind {
                if ["(", "[", "{"].contains(self[place].text) { depth += 1 }
                if [")", "]", "}"].contains(self[place].text) { depth -= 1 }
            }
            if depth <= 0 { return place }
        }
        return endIndex - 1
    }
}
