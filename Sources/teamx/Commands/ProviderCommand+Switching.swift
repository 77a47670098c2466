import ArgumentParser
import Domain

extension ProviderCommand {
    /// `teamx provider enable`.
    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "enable", abstract: "Switch a provider on, so that employees may think with it.")

        @Argument(help: "The provider's id or name.") var provider: String
        @Option(help: "The model to ask when nobody names one.") var defaultModel: String?
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                let row = try await desk.providerToChange(provider)
                let changed = try await desk.switched(row, on: true, model: defaultModel)
                try desk.made(changed, "\(row.text("name")) is on.", next: "provider test \(row.text("id"))")
                guard changed["usable"]?.bool != true, desk.isForPeople else { return }
                if changed["key_needed"]?.bool == true, changed["has_key"]?.bool != true {
                    desk.console.hint(desk.command("key set \(row.text("id"))"))
                } else if let first = changed["found_models"]?.array?.first?.string {
                    desk.console.hint(
                        desk.command("provider enable \(row.text("id")) --default-model \(ShellWord.quoted(first))"))
                }
            }
        }
    }

    /// `teamx provider disable`.
    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "disable", abstract: "Switch a provider off; what it is and its key are kept.")

        @Argument(help: "The provider's id or name.") var provider: String
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                let row = try await desk.providerToChange(provider)
                try desk.show(try await desk.switched(row, on: false)) { _ in ["\(row.text("name")) is off."] }
            }
        }
    }

    /// `teamx provider remove`.
    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Take a provider away, with its key.", aliases: ["rm"])

        @Argument(help: "The provider's id or name.") var provider: String
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                let row = try await desk.providerToChange(provider)
                try desk.show(try await desk.client.delete(APIPath("providers", row.text("id")))) { _ in
                    ["\(row.text("name")) is gone, and its key with it."]
                }
            }
        }
    }

    /// `teamx provider models`.
    struct Models: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "models", abstract: "Call a provider and list the models it has.")

        @Argument(help: "The provider's id or name.") var provider: String
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                let row = try await desk.provider(provider)
                let check = try await desk.check(row)
                guard check["reachable"]?.bool == true else {
                    throw CommandFailure(
                        .failed, code: "provider_unreachable", check["problem"]?.string ?? "The provider does not answer.")
                }
                let models = (check["models"]?.array ?? []).compactMap(\.string).map { JSONValue.object(["id": .string($0)]) }
                try desk.show(models, [.member("MODEL", "id", .whole)], empty: "It has no models.")
            }
        }
    }
}

extension ClientDesk {
    /// Switches a provider on or off, and leaves the rest as it is.
    fileprivate func switched(_ row: JSONValue, on: Bool, model: String? = nil) async throws -> JSONValue {
        var body: [String: JSONValue] = [
            "id": row["id"] ?? .null, "name": row["name"] ?? .null, "kind": row["kind"] ?? .null, "enabled": .bool(on),
        ]
        if let model { body["default_model"] = .string(model) }
        return try await client.post(APIPath("providers"), .object(body))
    }
}
