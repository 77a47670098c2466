import ArgumentParser
import Domain

/// What a conversation is called.
enum ThreadName {
    /// Its subject, or who takes part in it besides the person.
    static func of(_ thread: JSONValue) -> String {
        let subject = thread.text("subject")
        guard subject.isEmpty else { return subject }
        let members = thread["members"]?.array ?? []
        let names = members.filter { $0["member_kind"]?.string == MemberKind.employee.rawValue }.map { $0.text("name") }
        return names.filter { !$0.isEmpty }.joined(separator: " and ")
    }

    static func members(of thread: JSONValue, _ desk: ClientDesk) -> [String] {
        desk.rows(
            thread["members"]?.array ?? [],
            [.init("") { name(of: $0) }, .member("", "role_in_thread", .state), .member("", "member_id", .whole)])
    }

    static func name(of member: JSONValue) -> String {
        if member["member_kind"]?.string == MemberKind.user.rawValue { return "You" }
        return member.text("name")
    }
}

/// Which conversation a command means.
struct ThreadArgument: ParsableArguments {
    @Argument(
        help: "The conversation's name or id, the first six characters of the id or more, or an employee you talk to.")
    var thread: String

    /// - Throws: ``CommandFailure``: status 66 when there is none, 64 when it may be several.
    func find(_ desk: ClientDesk, of company: String) async throws -> JSONValue {
        let threads = APIPath.company(company, "threads")
        do { return try await desk.client.get(.company(company, "threads", thread)) } catch let failure as APIFailure {
            guard failure.exitStatus == .notFound else { throw failure }
        }
        var known: [JSONValue] = []
        for path in [threads, threads.asking("archived", "true")] { known += try await desk.client.list(path, limit: 1000).items }
        let wanted = thread.lowercased()
        let own = { (thread: JSONValue) in
            thread["kind"]?.string == ThreadKind.dm.rawValue
                && thread["members"]?.array?.contains { $0["member_kind"]?.string == MemberKind.user.rawValue } == true
        }
        let matches: [(JSONValue) -> Bool] = [
            { $0.text("subject").lowercased() == wanted }, { own($0) && ThreadName.of($0).lowercased() == wanted },
            { own($0) && ThreadName.of($0).lowercased().split(separator: " ").contains { $0 == wanted } },
            { thread.count >= ClientDesk.shortestPrefix && $0["id"]?.string?.hasPrefix(thread) == true },
        ]
        for matches in matches {
            let found = known.filter(matches)
            if found.count == 1, let one = found.first { return one }
            if found.count > 1 {
                let who = found.prefix(8).map { "\(ThreadName.of($0)) (\($0.text("id")))" }.joined(separator: ", or ")
                throw CommandFailure.usage("“\(thread)” may be \(who).", hint: "Name one by its id.")
            }
        }
        throw CommandFailure.notFound("There is no conversation “\(thread)”.", hint: "See what there is with: teamx thread list")
    }
}
