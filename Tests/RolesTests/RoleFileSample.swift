import Domain
import Roles

/// A role file whose lines a test can change.
struct RoleFileSample {
    private var fields: [(key: String, value: String)] = [
        ("id", "qa-engineer"), ("name", "QA Engineer"), ("level", "ic"), ("preferred_model_tier", "mid"),
        ("decision_authority", "advisory"),
    ]
    var body = "You test what others build."

    /// With one field set to another value, or taken out when there is none.
    func with(_ key: String, _ value: String?) -> Self {
        var copy = self
        copy.fields.removeAll { $0.key == key }
        if let value { copy.fields.append((key, value)) }
        return copy
    }

    var text: String { "---\n" + fields.map { "\($0.key): \($0.value)\n" }.joined() + "---\n\n\(body)\n" }

    func file(_ path: String = "roles/ic/qa-engineer.md") -> PackFile { PackFile(path: path, text: text) }
}

extension RolePackLoader {
    /// Loads files whose origin does not matter.
    static func loadUnchecked(_ files: PackFile...) throws -> RolePackLoad {
        try RolePackLoader(trust: PackTrust(mode: .off)).load(files, folder: "sample")
    }
}
