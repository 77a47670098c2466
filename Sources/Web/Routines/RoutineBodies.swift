import Domain
import Store

/// What a routine is set up with.
struct RoutineCreation: RequestBody {
    var name: String
    var schedule: RoutineSchedule
    var workConfig: RoutineWork
    /// It is unless this says no.
    var enabled: Bool?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, schedule, enabled
        case workConfig = "work_config"
    }

    func draft(_ key: String?) -> Routine.Draft {
        Routine.Draft(name: name, schedule: schedule, work: workConfig, enabled: enabled ?? true, clientKey: key)
    }
}

/// What is changed of a routine; what is missing stays as it is.
struct RoutinePatch: RequestBody {
    var name: String?
    /// The whole of it.
    var schedule: RoutineSchedule?
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
            let members = try decoder.container(keyedBy: RoutineWork.CodingKeys.self)
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
        Routine.Changes(name: name, schedule: schedule, work: workConfig?.changes, enabled: enabled)
    }
}

extension KeyedDecodingContainer {
    /// A member that stays as it is when it is missing, and is taken away by null.
    func change<Value: Decodable>(_ type: Value.Type, _ key: Key) throws -> Value?? {
        guard contains(key) else { return nil }
        return .some(try decodeIfPresent(Value.self, forKey: key))
    }
}
