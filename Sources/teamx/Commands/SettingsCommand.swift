import ArgumentParser
import Domain

/// `teamx settings`.
struct SettingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "See and change settings of the whole program while it runs.",
        subcommands: [List.self, Set.self, Unset.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the settings.", aliases: ["ls"])
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                let settings = try await desk.client.list(APIPath("settings")).items
                guard desk.form == .table, desk.fields == nil else {
                    return try desk.show(
                        settings,
                        [.member("KEY", "key", .whole), .member("VALUE", "value"), .member("FOR", "purpose")],
                        empty: "No settings.")
                }
                for setting in settings {
                    let own = setting["value"].flatMap { $0 == .null ? nil : $0.plain }
                    let value =
                        own ?? setting["in_effect"].flatMap { $0 == .null ? nil : "\($0.plain), as it comes" } ?? "not set"
                    desk.console.result("\(desk.paint(setting.text("key"), .bold))  \(value)")
                    WordWrap.lines(setting.text("purpose"), width: desk.width, indent: "  ", hanging: "  ").forEach(
                        desk.console.result)
                }
            }
        }
    }

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: "Change a setting.",
            discussion: "EXAMPLE: teamx settings set orchestrator_slots 12")

        @Argument(help: "The setting.") var key: String
        @Argument(help: "Its value: a number, true, false, or a text.") var value: String
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                let json = (try? JSONValue(parsing: Array(value.utf8))) ?? .string(value)  // what is no JSON is a text
                try desk.show(try await desk.client.put(APIPath("settings", key), ["value": json])) { setting in
                    ["\(setting.text("key")) is \(setting["value"]?.plain ?? "") now."]
                }
                if key == SettingKey.failover.rawValue {
                    try await desk.warnOfFailover(to: json.array?.compactMap(\.string) ?? [])
                }
            }
        }
    }

    struct Unset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "unset", abstract: "Put a setting back to what the program comes with.")

        @Argument(help: "The setting.") var key: String
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                try desk.show(try await desk.client.put(APIPath("settings", key), ["value": .null])) { setting in
                    ["\(setting.text("key")) is as the program comes with it."]
                }
            }
        }
    }
}
