/// Work that recurs on a schedule.
package struct Routine: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Routine>

    package var id: ID
    package var companyID: Company.ID
    package var name: String
    /// Safe in a URL.
    package var slug: String
    package var enabled: Bool
    package var triggerKind: RoutineTrigger
    /// When the routine is due.
    package var schedule: LenientColumn<RoutineSchedule>
    package var workKind: RoutineWorkKind
    /// The ticket that a run files.
    package var workConfig: LenientColumn<RoutineWork>
    package var lastRunStatus: RoutineLastRun
    package var lastRunMessage: String?
    package var lastRunAt: Timestamp?
    /// Absent while the routine is disabled.
    package var nextRunAt: Timestamp?
    package var createdAt: Timestamp
    package var updatedAt: Timestamp
    /// Chosen by whoever set the routine up, so that saying the same twice does it once.
    package var clientKey: String?
    /// The due moment of which was said already that it is put off.
    package var putOffFor: Timestamp?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case name
        case slug
        case enabled
        case triggerKind = "trigger_kind"
        case schedule = "schedule_json"
        case workKind = "work_kind"
        case workConfig = "work_config_json"
        case lastRunStatus = "last_run_status"
        case lastRunMessage = "last_run_message"
        case lastRunAt = "last_run_at"
        case nextRunAt = "next_run_at"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case clientKey = "client_key"
        case putOffFor = "put_off_for"
    }

    package init(
        id: ID, companyID: Company.ID, name: String, slug: String, enabled: Bool = true, triggerKind: RoutineTrigger,
        schedule: LenientColumn<RoutineSchedule> = LenientColumn(RoutineSchedule()), workKind: RoutineWorkKind = .ticket,
        workConfig: LenientColumn<RoutineWork> = LenientColumn(RoutineWork()), lastRunStatus: RoutineLastRun = .never,
        lastRunMessage: String? = nil, lastRunAt: Timestamp? = nil, nextRunAt: Timestamp? = nil, createdAt: Timestamp,
        updatedAt: Timestamp, clientKey: String? = nil, putOffFor: Timestamp? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.name = name
        self.slug = slug
        self.enabled = enabled
        self.triggerKind = triggerKind
        self.schedule = schedule
        self.workKind = workKind
        self.workConfig = workConfig
        self.lastRunStatus = lastRunStatus
        self.lastRunMessage = lastRunMessage
        self.lastRunAt = lastRunAt
        self.nextRunAt = nextRunAt
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.clientKey = clientKey
        self.putOffFor = putOffFor
    }
}
