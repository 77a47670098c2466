import Domain
import Engine
import HTTPTypes
import Store

/// What is well on this server and what is not, in sentences; nothing in them is secret.
enum DoctorRoutes {
    static let all = [
        Route(
            .get, "/api/doctor", "Say what is well and what is not",
            answer: .json(
                .members([
                    "version": .text, "schema": .text,
                    "findings": .many(.members(["topic": .text, "state": .text, "sentence": .text])),
                ]))
        ) { call in
            call.server.secrets.recheck()
            let findings = try await call.store.read { transaction in
                try database(in: transaction) + secrets(call, in: transaction) + providers(call, in: transaction)
            }
            return .json([
                "version": .string(call.server.configuration.version), "schema": .string(call.server.configuration.schema),
                "findings": .array(findings.map(\.json)),
            ])
        }
    ]

    private struct Finding {
        enum State: String { case well, note, problem }

        let topic: String
        let state: State
        let sentence: String

        init(_ topic: String, _ state: State, _ sentence: String) {
            self.topic = topic
            self.state = state
            self.sentence = sentence
        }

        var json: JSONValue {
            ["topic": .string(topic), "state": .string(state.rawValue), "sentence": .string(sentence)]
        }
    }

    private static func database(in transaction: any Transaction) throws -> [Finding] {
        let version: String = try transaction.value("SELECT sqlite_version()") ?? ""
        let flaw: String = try transaction.value("PRAGMA quick_check(1)") ?? ""
        return [
            flaw == "ok"
                ? Finding("database", .well, "SQLite \(version); its pages are in order.")
                : Finding("database", .problem, "SQLite \(version) finds the database damaged: \(flaw)")
        ]
    }

    private static func secrets(_ call: Call, in transaction: any Transaction) throws -> [Finding] {
        let secrets = call.server.secrets
        var missing: [String] = []
        for name in try SecretNames.list(in: transaction) {
            do throws(SecretStoreError) {
                if try secrets.value(of: name) == nil { missing.append(name) }
            } catch {
                return [
                    Finding(
                        "secrets", .problem,
                        "\(error) Work for which the key of a provider is needed waits until they can be opened.")
                ]
            }
        }
        var findings = [Finding("secrets", .well, "Secrets are kept in \(secrets.place.description).")]
        if !missing.isEmpty {
            findings.append(
                Finding(
                    "secrets", .problem,
                    "Once set and not there any more: \(missing.joined(separator: ", ")). They may be kept elsewhere."))
        }
        return findings
    }

    private static func providers(_ call: Call, in transaction: any Transaction) throws -> [Finding] {
        try Provider.list(in: transaction).map { provider in
            let key = call.server.providers.key(of: provider)
            let from =
                switch key.source {
                case .secret, .reference: "its key is a secret"
                case .environment: "its key is in \(key.name ?? "the environment")"
                case nil: key.isNeeded ? "it has no key" : "it needs no key"
                }
            if let problem = key.problem { return Finding("provider \(provider.id)", .problem, "\(provider.name): \(problem)") }
            guard provider.enabled else { return Finding("provider \(provider.id)", .note, "\(provider.name) is off; \(from).") }
            let isSetUp = provider.isSetUp(for: call.server.providers)
            return Finding(
                "provider \(provider.id)", isSetUp ? .well : .problem,
                "\(provider.name) is on; \(from)\(isSetUp ? "" : ", and it is not set up well enough to be chosen").")
        }
    }
}
