import Domain
import Store

/// What a routine is set up with.
struct RoutineCreation: RequestBody {
    var name: String
    var schedule: RoutineTimes
    var workConfig: Work
    /// It is unless this says no.
    var enabled: Bool?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, schedule, enabled
        case workConfig = "work_config"
    }

    func draft(_ key: String?) -> Routine.Draft {
        Routine.Draft(name: name, schedule: schedule.schedule, work: workConfig.work, enabled: enabled ?? true, clientKey: key)
    }

    struct Work: Decodable, Sendable {
        let work: RoutineWork

        init(from decoder: any Decoder) throws {
            _ = try decoder.members(RoutineWork.CodingKeys.self)
            work = try RoutineWork(from: decoder)
        }
    }
}

/// What is changed of a routine; what is missing stays as it is.
struct RoutinePatch: RequestBody {
    var name: String?
    /// The whole of it.
    var schedule: RoutineTimes?
    var workConfig: Work?
    var enabled: Bool?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, schedule, enabled
        case workConfig = "work_config"
    }

    /// What is changed of the ticket that it files; null for nobody where an assignee was.
    struct Work: Decodable, Sendable {
        let changes: Routine.WorkChanges

        init(from decoder: any Decoder) throws {
            let members = try decoder.members(RoutineWork.CodingKeys.self)
            changes = Routine.WorkChanges(
                title: try members.decodeIfPresent(String.self, forKey: .title),
                description: try members.decodeIfPresent(String.self, forKey: .description),
                assignee: try members.change(Employee.ID.self, .assigneeID),
                priority: try members.decodeIfPresent(Priority.self, forKey: .priority),
                labels: try members.decodeIfPresent([String].self, forKey: .labels),
                overlap: try members.decodeIfPresent(RoutineOverlap.self, forKey: .overlap))
        }
    }

    var changes: Routine.Changes {
        Routine.Changes(name: name, schedule: schedule?.schedule, work: workConfig?.changes, enabled: enabled)
    }
}

/// When a routine is due.
struct RoutineTimes: Decodable, Sendable {
    let schedule: RoutineSchedule

    init(from decoder: any Decoder) throws {
        _ = try decoder.members(RoutineSchedule.CodingKeys.self)
        schedule = try RoutineSchedule(from: decoder)
    }
}
