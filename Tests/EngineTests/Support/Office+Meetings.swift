import Domain
import Engine
import Gateway
import Store
import TestSupport

extension Office {
    /// Calls a meeting of everybody, with the chief in the chair.
    func meet(
        _ agenda: String = "Should we open the repair café in March?", mode: MeetingMode = .roundRobin,
        limits: Meeting.Limits = Meeting.Limits(), ticketsAtOnce: Bool = false, chair: Employee? = nil,
        attendees: [Employee]? = nil
    ) async throws -> Meeting {
        let call = Meeting.Call(
            chair: (chair ?? chief).id, attendees: (attendees ?? [manager, writer, engineer]).map(\.id), agenda: agenda,
            mode: mode, limits: limits, ticketsAtOnce: ticketsAtOnce)
        return try await store.write {
            try Meeting.call(call, of: company.id, by: .user(owner.id), in: $0)
        }
    }

    func meeting(_ id: Meeting.ID) async throws -> Meeting {
        try await store.read { try Meeting.require(id, of: company.id, in: $0) }
    }

    func turns(of id: Meeting.ID) async throws -> [Meeting.Turn] {
        try await store.read { try Meeting.require(id, of: company.id, in: $0).turns(in: $0) }
    }

    /// Lets exactly `count` more turns of a meeting be spoken; the next one has not got anywhere then.
    func speak(_ count: Int) async throws {
        let spoken = try await all(Meeting.Turn.self).count { $0.status == .spoken }
        let model = ScriptedModel(Array(repeating: ScriptedModel.Line.say("A few words."), count: count), otherwise: .hang)
        try await work(with: model) {
            let now: Int? = try $0.value("SELECT count(*) FROM meeting_turns WHERE status = 'spoken'")
            return (now ?? 0) >= spoken + count
        }
    }

    /// Works until the meeting has ended.
    func hold(_ meeting: Meeting, with model: any ModelProvider, limits: WorkLimits = WorkLimits()) async throws {
        try await work(with: model, limits: limits) { try $0.find(Meeting.self, meeting.id)?.status == .ended }
    }

    var practice: PracticeProvider { PracticeProvider(time: time, pace: .zero) }

    /// What was said, each line as `Name: words`.
    func transcript(of meeting: Meeting) async throws -> [String] {
        try await store.read { transaction in
            let messages = try meeting.messages(in: transaction)
            let names = try Employee.names(of: Set(messages.map(\.authorID)), in: transaction)
            return messages.map { "\(names[$0.authorID] ?? "Team-X"): \($0.content)" }
        }
    }

    func status() async throws -> CompanyStatus {
        try await store.read { try Company.require(company.id, in: $0).status }
    }
}

extension Office {
    /// The same company in another store, as after a restart.
    init(_ other: Office, store: Store) {
        self.time = other.time
        self.store = store
        company = other.company
        owner = other.owner
        chief = other.chief
        manager = other.manager
        writer = other.writer
        engineer = other.engineer
    }
}
