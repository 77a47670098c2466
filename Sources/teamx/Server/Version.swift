import Store

/// What this program calls itself.
enum Version {
    static let text = "0.1.0"

    /// How the program was built, such as `release, Linux x86_64`.
    static var build: String { "\(configuration), \(system) \(architecture)" }

    private static var configuration: String {
        #if DEBUG
        "debug"
        #else
        "release"
        #endif
    }

    private static var system: String {
        #if os(macOS)
        "macOS"
        #else
        "Linux"
        #endif
    }

    private static var architecture: String {
        #if arch(arm64)
        "arm64"
        #elseif arch(x86_64)
        "x86_64"
        #else
        "other"
        #endif
    }

    /// The last migration that the program knows.
    static var schema: String { Migration.all.last?.id ?? "" }
}
