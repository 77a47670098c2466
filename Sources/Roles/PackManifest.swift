import Domain

/// What `pack.json` says of a pack.
struct PackManifest: Hashable {
    static let path = "pack.json"

    var id: String
    var name: String
    var version: String
    var author: String
    var license: String
    var summary: String

    /// - Throws: ``RolePackError/malformedManifest(_:)``.
    init(parsing bytes: [UInt8]) throws(RolePackError) {
        let json: JSONValue
        do { json = try JSONValue(parsing: bytes) } catch { throw .malformedManifest("pack.json is not JSON.") }
        guard let id = json["id"]?.string, PackName.isID(id) else {
            throw .malformedManifest("pack.json needs an “id” of letters, digits, “-”, “_” and “.”, at most 64.")
        }
        self.id = id
        func text(_ key: String) -> String { json[key]?.string ?? "" }
        name = text("name").isEmpty ? id : text("name")
        version = text("version")
        author = text("author")
        license = text("license")
        summary = text("description")
    }

    /// For a folder without `pack.json`.
    init(folder: String) {
        id = folder
        name = folder
        version = ""
        author = ""
        license = ""
        summary = ""
    }
}
