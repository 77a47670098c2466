import ArgumentParser

@main
struct TeamX: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "teamx", abstract: "Run an AI company, not a prompt.",
        subcommands: [ServeCommand.self, DatabaseCommand.self, VerifyCommand.self, SignPack.self])
}
