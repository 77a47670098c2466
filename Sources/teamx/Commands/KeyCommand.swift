import ArgumentParser
import Domain

/// `teamx key`.
struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Set the keys of providers, and other secrets.",
        subcommands: [Set.self, Remove.self, List.self])

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: "Set a provider's key: from standard input, or typed unseen.",
            discussion: """
                A key never stands on the command line, where everybody on the machine can read it.

                EXAMPLES:
                  teamx key set openai
                  teamx key set openai < key.txt
                  teamx key set search-token --secret --from-env SEARCH_TOKEN
                """)

        @Argument(help: "The provider's id or name; with --secret the name of any other secret.") var name: String
        @Argument(help: .hidden) var rest: [String] = []
        @Flag(help: "Set a secret that configuration names, not a provider's key.") var secret = false
        @Option(help: "Take it from this environment variable.") var fromEnv: String?
        @OptionGroup var options: ClientOptions

        func run() async throws {
            guard rest.isEmpty else {
                throw CommandFailure.usage(
                    "A key does not belong on the command line: everybody on this machine can read it there.",
                    hint: "Treat that one as known to others; give the new one on standard input: teamx key set NAME < FILE")
            }
            try await options.withDesk { desk in
                let value = try await SecretInput.read(name, variable: fromEnv, desk)
                if secret {
                    let answer = try await desk.client.put(APIPath("secrets", name), ["value": .string(value)])
                    return try desk.show(answer) { _ in ["The secret \(name) is set."] }
                }
                let row = try await desk.providerToChange(name)
                let id = row.text("id")
                let provider = try await desk.client.put(APIPath("providers", id, "key"), ["key": .string(value)])
                let isOff = provider["enabled"]?.bool != true
                try desk.made(
                    provider, "The key of \(row.text("name")) is set.",
                    next: isOff ? "provider enable \(id)" : "provider test \(id)")
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Forget a provider's key, or another secret.", aliases: ["rm"])

        @Argument(help: "The provider's id or name; with --secret the name of any other secret.") var name: String
        @Flag(help: "Forget a secret that configuration names.") var secret = false
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                if secret {
                    let answer = try await desk.client.delete(APIPath("secrets", name))
                    return try desk.show(answer) { answer in
                        [answer["changed"]?.bool == true ? "The secret \(name) is gone." : "There was no secret \(name)."]
                    }
                }
                let row = try await desk.providerToChange(name)
                let provider = try await desk.client.delete(APIPath("providers", row.text("id"), "key"))
                try desk.show(provider) { provider in
                    let other = provider["key_from"]?.string == "environment"
                    return [
                        "\(row.text("name")) has no key of its own any more"
                            + (other ? "; there is one in \(provider.text("key_name"))." : ".")
                    ]
                }
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the names of what is set, never what it is.", aliases: ["ls"])

        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                try desk.show(
                    try await desk.client.list(APIPath("secrets")).items,
                    [.member("NAME", "id", .whole), .member("SET", "is_set")],
                    empty: "No secret is set. Next: \(desk.command("key set PROVIDER"))")
            }
        }
    }
}
