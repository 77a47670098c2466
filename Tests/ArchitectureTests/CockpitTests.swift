import Foundation
import Testing

/// The files of the cockpit: how much a browser loads before it shows anything, and what no page may do.
struct CockpitTests {
    private let scripts = Repository.files(below: "Web").filter { $0.hasSuffix(".js") }
    private let styles = Repository.files(below: "Web").filter { $0.hasSuffix(".css") }
    private let index = Repository.text(of: "Web/index.html") ?? ""

    /// What the first page needs, from `app.js` along its static imports.
    private var eager: Set<String> { Self.graph(from: "Web/js/app.js") }

    @Test func `the first page loads few modules and not many bytes`() {
        let bytes = eager.reduce(0) { $0 + (Repository.text(of: $1)?.utf8.count ?? 0) }
        #expect(eager.count > 5)
        #expect(eager.count <= 14, "\(eager.sorted())")
        #expect(bytes <= 90_000, "\(bytes) bytes")
    }

    @Test func `the first page loads few bytes of style`() {
        let linked = index.matches(of: /rel="stylesheet" href="{{assets}}\/([^"]+)"/).map { "Web/" + $0.1 }
        let bytes = linked.reduce(0) { $0 + (Repository.text(of: $1)?.utf8.count ?? 0) }
        #expect(!linked.isEmpty)
        #expect(bytes <= 40_000, "\(bytes) bytes")
    }

    @Test func `what is loaded ahead is what is needed first`() {
        let ahead = index.matches(of: /rel="modulepreload" href="{{assets}}\/([^"]+)"/).map { "Web/" + $0.1 }
        #expect(Set(ahead) == eager.subtracting(["Web/js/app.js"]))
    }

    @Test func `every import leads to a file`() {
        for script in scripts {
            for target in Self.imports(of: script) { #expect(Repository.exists(target), "\(script) imports \(target)") }
        }
    }

    @Test func `every script is checked for its types`() {
        let unchecked = scripts.filter { !(Repository.text(of: $0) ?? "").hasPrefix("// @ts-check\n") }
        #expect(unchecked.isEmpty, "\(unchecked)")
    }

    @Test func `colours and sizes of type are named in one file`() {
        let violations = styles.filter { $0 != "Web/css/tokens.css" }.flatMap { path in
            lines(of: path) { $0.contains(/#[0-9a-fA-F]{3,8}\b(?![^{]*\{)|\b(?:oklch|rgba?|hsla?)\(|font-size:\s*[0-9.]+px/) }
        }
        #expect(violations.isEmpty, "\(violations.report)")
    }

    @Test func `no script makes markup of text, and none but the template compiler parses any`() {
        let pattern = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(|setAttribute\("style"/
        let violations = scripts.flatMap { path in lines(of: path) { $0.contains(pattern) } }
            .filter { !($0.path == "Web/js/template.js" && $0.message.contains("template.innerHTML")) }
        #expect(violations.isEmpty, "\(violations.report)")
    }

    @Test func `no page asks again and again`() {
        let violations = scripts.flatMap { path in
            lines(of: path) { $0.contains(/setInterval\([^)]*(?:fetch|api\.|query|reload)/) }
        }
        #expect(violations.isEmpty, "\(violations.report)")
    }

    private func lines(of path: String, _ isWrong: (Substring) -> Bool) -> [Violation] {
        (Repository.text(of: path) ?? "").split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .filter { !$1.drop { $0 == " " }.hasPrefix("//") && isWrong($1) }.map { Violation(path, $0 + 1, String($1)) }
    }

    /// A module and all that it imports as it is loaded.
    private static func graph(from module: String) -> Set<String> {
        var found: Set<String> = []
        var open = [module]
        while let next = open.popLast() {
            if found.insert(next).inserted { open += imports(of: next) }
        }
        return found
    }

    /// The modules that one imports statically, by their path from the root.
    private static func imports(of module: String) -> [String] {
        let folder = module.split(separator: "/").dropLast()
        return (Repository.text(of: module) ?? "").matches(of: /(?m)^(?:import|export)\b[^;]*?from "(\.[^"]+)";/).map { match in
            match.1.split(separator: "/").reduce(into: Array(folder)) { path, part in
                if part == ".." { _ = path.popLast() } else if part != "." { path.append(part) }
            }.joined(separator: "/")
        }
    }
}
