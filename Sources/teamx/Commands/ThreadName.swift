import ArgumentParser
import Domain

/// What a conversation is called.
enum ThreadName {
    /// Its ticket or meeting, its subject, or who takes part in it besides the person.
    static func of(_ thread: JSONValue) -> String {
        if let name = thread["name"]?.string, !name.isEmpty { return name }
        let subject = thread.text("subject")
        guard subject.isEmpty else { return subject }
        let members = thread["members"]?.array ?? []
        let names = members.filter { $0["member_kind"]?.string == MemberKind.employee.rawValue }.map { $0.text("name") }
        return names.filter { !$0.isEmpty }.joined(separator: " and ")
    }

    static func members(of thread: JSONValue, _ desk: ClientDesk) -> [String] {
        desk.rows(
            thread["members"]?.array ?? [],
            [.init("") { name(of: $0) }, .member("", "role_in_thread", .state), .member("", "member_id", .id)])
    }

    static func name(of member: JSONValue) -> String {
        if member["member_kind"]?.string == MemberKind.user.rawValue { return "You" }
        return member.text("name")
    }
}
