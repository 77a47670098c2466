/// What a target may know of.
struct Layer: Sendable {
    /// Other targets of the package.
    var targets: Set<String> = []
    /// Modules of other packages.
    var modules: Set<String> = []
    /// Whether it may call the operating system's C library.
    var isNearSystem = false

    /// Of the toolchain, and allowed everywhere.
    static let common: Set<String> = ["FoundationEssentials", "Synchronization"]
    static let system: Set<String> = ["Glibc", "Darwin"]

    /// Every target of the program.
    ///
    /// A change here is a change of the architecture: say in a decision record why.
    static let all: [String: Layer] = [
        "Domain": Layer(),
        "Engine": Layer(targets: ["Domain", "Knowledge", "Store"], modules: ["Logging", "ServiceLifecycle"]),
        "Gateway": Layer(
            targets: ["Domain"], modules: ["AsyncHTTPClient", "Crypto", "CryptoExtras", "NIOCore", "NIOHTTP1"],
            isNearSystem: true),
        "Knowledge": Layer(targets: ["Domain"]),
        "Roles": Layer(targets: ["Domain"], modules: ["Crypto", "Yams"], isNearSystem: true),
        "Store": Layer(targets: ["Domain"], modules: ["Crypto", "GRDB", "GRDBSQLite"], isNearSystem: true),
        "Tools": Layer(targets: ["Domain"]),
        "Web": Layer(
            targets: ["Domain", "Engine", "Store"],
            modules: ["Crypto", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging", "NIOCore", "ServiceLifecycle"]),
        "embed-files": Layer(isNearSystem: true),
        "teamx": Layer(
            targets: ["Domain", "Engine", "Gateway", "Knowledge", "Roles", "Store", "Tools", "Web"],
            modules: [
                "ArgumentParser", "AsyncHTTPClient", "Logging", "NIOCore", "NIOHTTP1", "NIOPosix", "ServiceLifecycle",
                "UnixSignals",
            ],
            isNearSystem: true),
    ]

    /// All that files of the target may import.
    var imports: Set<String> {
        targets.union(modules).union(Layer.common).union(isNearSystem ? Layer.system : [])
    }
}

extension SourceFile {
    var forbiddenImports: [Violation] {
        let allowed = Layer.all[target]?.imports ?? []
        return imports.filter { !allowed.contains($0.module) }.map {
            Violation(path, $0.line, "\(target) must not import \($0.module)")
        }
    }
}

extension Manifest.Target {
    var forbiddenDependencies: [Violation] {
        let layer = Layer.all[name] ?? Layer()
        let strangers = targets.filter { !layer.targets.contains($0) } + products.filter { !layer.modules.contains($0) }
        return strangers.map { Violation("Package.swift", line, "\(name) must not depend on \($0)") }
    }
}
