import ArgumentParser
import Domain

/// `teamx checkpoint`.
struct CheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint", abstract: "See where work has stopped, and let it go on.",
        subcommands: [List.self, Show.self, Create.self, Resume.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List checkpoints, the newest first.", aliases: ["ls"])

        @Option(help: "Only those of this conversation.") var thread: String?
        @OptionGroup var limit: ListLimit
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                var path = APIPath.company(company, "checkpoints")
                if let thread {
                    let id = try await desk.id(thread, in: APIPath.company(company, "threads"), kind: "conversation")
                    path = .company(company, "threads", id, "checkpoints")
                }
                let names = try await desk.client.names(of: company)
                try desk.show(
                    try await desk.client.list(path, limit: limit.limit),
                    [
                        .member("KIND", "checkpoint_kind"), .person("WHO", "employee_id", names),
                        .member("OBJECTIVE", "objective"), .init("HELD UP BY") { $0.blockers },
                        .init("RESUMED") { $0["resumed_at"]?.integer == nil ? "" : "yes" }, .member("ID", "id", .whole),
                    ], empty: "No checkpoints.")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a checkpoint.")

        @Argument(help: "The checkpoint's id, or the first six characters of it or more.") var checkpoint: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await desk.checkpoint(checkpoint, in: company)
                try desk.show(try await desk.client.get(path)) { checkpoint in
                    let fields = [
                        ("kind", checkpoint.text("checkpoint_kind")), ("objective", checkpoint.text("objective")),
                        ("done so far", checkpoint.text("progress_summary")), ("held up by", checkpoint.blockers),
                        ("next", checkpoint.text("next_action")),
                    ]
                    return fields.filter { !$0.1.isEmpty }.map { "\(desk.paint($0.0, .dim)): \($0.1)" }
                }
            }
        }
    }

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create",
            abstract: "Note where the work in a conversation stands, so that it can be taken up from there.")

        @Argument(help: "The conversation's id, or the first six characters of it or more.") var thread: String
        @Argument(help: "What has been done.") var progress: String
        @Option(help: "What is to be done next.") var next: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let thread = try await desk.id(thread, in: APIPath.company(company, "threads"), kind: "conversation")
                var body: [String: JSONValue] = ["progress_summary": .string(progress)]
                if let next { body["next_action"] = .string(next) }
                let made = try await desk.client.post(
                    .company(company, "threads", thread, "checkpoints"), .object(body), key: desk.newKey())
                try desk.made(made, "Noted.", next: "checkpoint resume \(made.text("id"))")
            }
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resume", abstract: "Let work go on from a checkpoint; asked again, it is the same work.")

        @Argument(help: "The checkpoint's id, or the first six characters of it or more.") var checkpoint: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await desk.checkpoint(checkpoint, in: company, "resume")
                let work = try await desk.client.post(path)
                let names = try await desk.client.names(of: company)
                try desk.show(work) { work in
                    ["\(names[work.text("agent_id")] ?? "An employee") goes on with it: \(work.text("status"))."]
                }
            }
        }
    }
}

extension JSONValue {
    /// What holds a checkpoint's work up.
    fileprivate var blockers: String {
        (self["blockers"]?.array ?? []).map { "\($0.text("kind")): \($0.text("summary"))" }.joined(separator: "; ")
    }
}

extension ClientDesk {
    fileprivate func checkpoint(_ text: String, in company: String, _ more: String...) async throws -> APIPath {
        let id = try await id(text, in: APIPath.company(company, "checkpoints"), kind: "checkpoint")
        return .company(company, parts: ["checkpoints", id] + more)
    }
}
