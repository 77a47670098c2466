import Store

/// What this program calls itself.
enum Version {
    static let text = "0.1.0"

    /// The last migration that the program knows.
    static var schema: String { Migration.all.last?.id ?? "" }
}
