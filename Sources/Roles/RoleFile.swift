import Crypto
import Domain

/// Reads one role file.
///
/// The fields are those of packs made for the product's earlier life; fields that are not known are passed over.
struct RoleFile {
    /// Nil when something is wrong with the file.
    private(set) var role: RoleSpecification?
    private(set) var problems: [RolePackProblem] = []

    init(_ file: PackFile, packID: String) {
        let parts: FrontMatter
        do {
            parts = try FrontMatter(parsing: file.bytes)
        } catch {
            problems = [RolePackProblem(file: file.path, severity: .error, message: error.message)]
            return
        }
        do {
            var reader = FieldReader(try YAMLText.mapping(parts.yaml))
            let role = Self.role(from: &reader, parts.body, file, packID)
            self.role = reader.hasErrors ? nil : role
            problems = reader.problems.map {
                RolePackProblem(file: file.path, field: $0.field, severity: $0.severity, message: $0.message)
            }
        } catch {
            problems = [RolePackProblem(file: file.path, severity: .error, message: error.message)]
        }
    }

    private static let levels = ["officer", "senior_management", "management", "supervisor", "lead", "ic", "system"]

    private static func role(
        from reader: inout FieldReader, _ body: String, _ file: PackFile, _ packID: String
    ) -> RoleSpecification {
        let id = reader.requiredID("id")
        let name = reader.requiredText("name")
        let level = reader.word("level", of: EmployeeLevel.self, allowed: levels)
        let tier = reader.word("preferred_model_tier", of: ModelTier.self, allowed: ModelTier.writable.map(\.rawValue))
        let authority = reader.word(
            "decision_authority", of: DecisionAuthority.self, allowed: DecisionAuthority.writable.map(\.rawValue))
        if body.isEmpty { reader.report("body", "is empty; the prompt must stand below the front matter") }
        return RoleSpecification(
            packID: packID, id: id ?? "", name: name ?? "", level: level ?? .ic, reportsTo: reader.texts("reports_to"),
            manages: reader.texts("manages"), escalatesTo: reader.texts("escalates_to"), kpis: reader.texts("kpis"),
            preferredProviders: reader.texts("preferred_providers"), fallbackProviders: reader.texts("fallback_providers"),
            preferredModelTier: tier ?? .mid, preferredContextWindow: reader.positiveInteger("preferred_context_window"),
            temperature: reader.number("temperature", in: 0...2), toolsAllowed: reader.texts("tools_allowed"),
            toolsDenied: reader.texts("tools_denied"), decisionAuthority: authority ?? .advisory,
            cadences: cadences(from: &reader), outputFormat: reader.text("output_format"),
            capabilities: capabilities(from: &reader), version: reader.text("version"), author: reader.text("author"),
            license: reader.text("license"), body: body, path: file.path, sha256: SHA256.hash(data: file.bytes).hexadecimal)
    }

    private static func cadences(from reader: inout FieldReader) -> [RoleCadence]? {
        guard let groups = reader.mappings("cadences") else { return nil }
        var cadences: [RoleCadence] = []
        for (place, group) in groups.enumerated() {
            guard let type = group["type"], let every = group["every"] else {
                reader.report("cadences", "needs “type” and “every” in entry \(place + 1)")
                continue
            }
            cadences.append(RoleCadence(type: type, every: every, time: group["time"]))
        }
        return cadences
    }

    private static func capabilities(from reader: inout FieldReader) -> [Capability] {
        var known: [Capability] = []
        for text in reader.texts("capabilities") {
            guard let capability = Capability(rawValue: text) else {
                let allowed = Capability.allCases.map(\.rawValue).joined(separator: ", ")
                reader.report("capabilities", "has the unknown word “\(FieldReader.short(text))”; the words are \(allowed)")
                continue
            }
            if known.contains(capability) {
                reader.report("capabilities", "names \(text) twice", .warning)
            } else {
                known.append(capability)
            }
        }
        return known
    }
}
