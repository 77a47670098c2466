import ArgumentParser
import Domain
import FoundationEssentials
import Logging
import Store

/// `teamx db`: the database of a data directory whose server does not run.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: "Look after the database while the server is stopped.",
        subcommands: [Migrate.self, Rollback.self, Status.self])

    struct Migrate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "migrate", abstract: "Bring the database to this program's schema.")

        @OptionGroup var location: DatabaseLocation

        func run() async throws {
            try await location.withMigrator { migrator, _ in
                let applied = try await migrator.migrate()
                location.print(
                    applied.isEmpty ? "Nothing to do." : "Applied \(applied.joined(separator: ", ")).", ["applied": applied])
            }
        }
    }

    struct Rollback: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rollback", abstract: "Take back the last migrations, with the data that only they made room for.")

        @OptionGroup var location: DatabaseLocation
        @Option(help: "How many.") var steps = 1
        @Flag(help: "Do it without asking.") var yes = false

        func validate() throws {
            guard steps > 0 else { throw ValidationError("--steps must be 1 or more.") }
            guard yes else { throw ValidationError("Rolling back loses data. Say --yes to do it.") }
        }

        func run() async throws {
            try await location.withMigrator { migrator, _ in
                let undone = try await migrator.rollBack(steps)
                location.print(
                    undone.isEmpty ? "Nothing to do." : "Took back \(undone.joined(separator: ", ")).", ["undone": undone])
            }
        }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "status", abstract: "Say which migrations the database has.")

        @OptionGroup var location: DatabaseLocation

        func run() async throws {
            try await location.withMigrator { migrator, _ in
                let lines = try await migrator.status()
                if location.json {
                    let items = lines.map { line -> JSONValue in
                        ["id": .string(line.id), "applied_at": line.appliedAt.map { .integer($0.milliseconds) } ?? .null]
                    }
                    Swift.print(JSONValue.array(items))
                } else {
                    for line in lines { Swift.print(line.appliedAt == nil ? "missing  \(line.id)" : "applied  \(line.id)") }
                }
            }
        }
    }
}

/// Which database a command means, and how it answers.
struct DatabaseLocation: ParsableArguments {
    @Option(help: "The data directory.") var data: String?
    @Flag(help: "Answer in JSON.") var json = false

    /// Opens the database alone, without changing its schema.
    func withMigrator(_ body: (Migrator, Store) async throws -> Void) async throws {
        let logger = Logger(label: "teamx") { _ in SwiftLogNoOpLogHandler() }
        let options = ServerOptions(data: data ?? DataFolder.standard(environment: ProcessInfo.processInfo.environment), port: 0)
        let open = try await OpenStore(options, time: SystemTime(), logger: logger, migrates: false)
        do { try await body(Migrator(open.store.engine), open.store) } catch {
            await open.close()
            throw error
        }
        await open.close()
    }

    func print(_ text: String, _ members: [String: [String]]) {
        Swift.print(json ? JSONValue.object(members.mapValues { .array($0.map { .string($0) }) }).description : text)
    }
}
