import Testing

/// The arrows between targets, as they are declared and as they are used.
struct ArrowTests {
    private let targets = Repository.manifest.targets.filter(\.isSource)
    private let imports = Repository.sources.flatMap { file in
        file.imports.map { (file: file, module: $0.module, line: $0.line) }
    }

    @Test func `every target is on the list, and everything on the list is there`() {
        #expect(targets.map(\.name).sorted() == Layer.all.keys.sorted())
        #expect(Repository.folders(in: "Sources").sorted() == Layer.all.keys.sorted())
    }

    @Test func `a target declares only what it may know of`() {
        let violations = targets.flatMap(\.forbiddenDependencies)
        #expect(violations.isEmpty, "\(violations.report)")
    }

    @Test func `a target imports only what it may know of`() {
        let violations = Repository.sources.flatMap(\.forbiddenImports)
        #expect(violations.isEmpty, "\(violations.report)")
    }

    @Test func `a target declares what it imports`() {
        let violations = imports.compactMap { file, module, line -> Violation? in
            guard let target = targets.first(where: { $0.name == file.target }) else { return nil }
            let known = Set(target.targets + target.products).union(Layer.common).union(Layer.system)
            if known.contains(module) { return nil }
            return Violation(file.path, line, "Package.swift does not say that \(file.target) needs \(module)")
        }
        #expect(violations.isEmpty, "\(violations.report)")
    }

    @Test func `a target imports what it declares`() {
        let violations = targets.flatMap { target -> [Violation] in
            let used = Set(imports.filter { $0.file.target == target.name }.map(\.module))
            return (target.targets + target.products).filter { !used.contains($0) }.map {
                Violation("Package.swift", target.line, "\(target.name) does not use \($0)")
            }
        }
        #expect(violations.isEmpty, "\(violations.report)")
    }

    @Test func `every target of the program is built strictly`() {
        let violations = targets.filter { $0.settings != "strict" }.map {
            Violation("Package.swift", $0.line, "\($0.name) must have the settings “strict”")
        }
        #expect(violations.isEmpty, "\(violations.report)")
    }

    @Test(arguments: [
        ("Web", "import GRDB"), ("Domain", "import Foundation"), ("Tools", "package import Store"), ("Engine", "import Gateway"),
        ("Store", "import Engine"), ("Knowledge", "import struct Glibc.stat"), ("Nowhere", "import Domain"),
    ])
    func `an import across a missing arrow is found`(target: String, source: String) {
        #expect(SourceFile(path: "Sources/\(target)/A.swift", text: source).forbiddenImports.count == 1)
    }

    @Test func `a dependency across a missing arrow is found`() {
        let text = """
            targets: [.target(name: "Web", dependencies: ["Domain", "Gateway", .product(name: "GRDB", package: "GRDB.swift")])]
            """
        #expect(Manifest(text).targets.flatMap(\.forbiddenDependencies).count == 2)
    }

    @Test func `the manifest is read as it is meant`() {
        let manifest = Manifest(
            """
            let package = Package(name: "p", products: [.executable(name: "x", targets: ["x"])], targets: [
                // .target(name: "Not"),
                .target(name: "A", dependencies: ["B", .product(name: "C", package: "c")], path: "Tests/A", swiftSettings: strict),
                .testTarget(name: "ATests", dependencies: ["A"]),
                .plugin(name: "P", capability: .buildTool(), dependencies: ["A"]),
            ])
            """)
        #expect(manifest.targets.map(\.name) == ["A", "ATests", "P"])
        #expect(manifest.targets.map(\.targets) == [["B"], ["A"], ["A"]])
        #expect(manifest.targets.map(\.products) == [["C"], [], []])
        #expect(manifest.targets.map(\.isSource) == [false, false, false])
        #expect(manifest.targets.first?.settings == "strict")
    }
}
