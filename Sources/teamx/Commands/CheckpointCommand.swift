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

        @Option(help: "Only those of this conversation: its name, an employee, or its id or the end of it.") var thread: String?
        @OptionGroup var limit: ListLimit
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                var path = APIPath.company(company, "checkpoints")
                if let thread {
                    let id = try await desk.thread(thread, of: company).text("id")
                    path = .company(company, "threads", id, "checkpoints")
                }
                let names = try await desk.client.names(of: company)
                let page = try await desk.client.list(path, limit: limit.limit)
                let isTable = desk.form == .table
                let subjects = isTable ? try await WorkSubjects(of: page.items, in: company, desk.client) : .none
                let who: [ClientDesk.Column] = [
                    .member("KIND", "checkpoint_kind"), .person("WHO", "employee_id", names, otherwise: isTable ? "you" : ""),
                ]
                let about: [ClientDesk.Column] = isTable ? [.init("ABOUT") { subjects.of($0) }] : []
                let more: [ClientDesk.Column] = [
                    .member("OBJECTIVE", "objective"), .init("HELD UP BY") { $0.blockers },
                    .init("RESUMED") { $0["resumed_at"]?.integer == nil ? "" : "yes" }, .member("ID", "id", .id),
                ]
                try desk.show(page, who + about + more, empty: "No checkpoints.")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a checkpoint.")

        @Argument(help: "The checkpoint's id, or its last six characters or more.") var checkpoint: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await desk.checkpoint(checkpoint, in: company)
                let found = try await desk.client.get(path)
                let names = try await desk.client.names(of: company)
                let subject = try await WorkSubjects(of: [found], in: company, desk.client).of(found)
                try desk.show(found) { checkpoint in
                    let fields = [
                        ("kind", checkpoint.text("checkpoint_kind")),
                        ("whose", names[checkpoint.text("employee_id")] ?? "you noted it"), ("about", subject),
                        ("objective", checkpoint.text("objective")),
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

        @OptionGroup var thread: ThreadArgument
        @Argument(help: "What has been done.") var progress: String
        @Option(help: "What is to be done next.") var next: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let thread = try await thread.path(desk, in: company)
                var body: [String: JSONValue] = ["progress_summary": .string(progress)]
                if let next { body["next_action"] = .string(next) }
                let made = try await desk.client.post(
                    thread("checkpoints"), .object(body), key: desk.newKey())
                let id = ShortID.of(made.text("id"))
                try desk.made(made, "Noted as \(id).", next: "checkpoint resume \(id)")
            }
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resume", abstract: "Let work go on from a checkpoint; asked again, it is the same work.")

        @Argument(help: "The checkpoint's id, or its last six characters or more.") var checkpoint: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let found = try await desk.client.get(desk.checkpoint(checkpoint, in: company))
                let path = APIPath.company(company, "checkpoints", found.text("id"), "resume")
                let work: JSONValue
                do { work = try await desk.client.post(path) } catch APIFailure.refused(_, "conflict", let message, _) {
                    // What a person noted in a conversation of several is nobody's work yet.
                    let thread = ShortID.of(found.text("thread_id"))
                    let isNobodys = found["employee_id"]?.string == nil
                    throw CommandFailure(
                        .conflict, code: "conflict", message,
                        hint: isNobodys ? "Ask somebody for it: \(desk.command("thread post \(thread) \"@NAME …\""))" : nil)
                }
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
