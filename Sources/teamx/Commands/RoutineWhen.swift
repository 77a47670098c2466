import ArgumentParser
import Domain
import FoundationEssentials

/// When a routine is due, as the command line takes it.
struct RoutineTiming: ParsableArguments {
    @Option(help: "Every so many minutes, from 1 to 10080.") var every: Int?
    @Option(help: "Each day at this time, such as 09:00.") var daily: String?
    @Option(help: "On days of the week at a time, such as “mon,thu 09:00”.") var weekly: String?
    @Option(help: "The time zone of the time, such as Europe/Berlin; this machine's otherwise.") var zone: String?

    var isGiven: Bool { every != nil || daily != nil || weekly != nil }

    func validate() throws {
        guard [every != nil, daily != nil, weekly != nil].filter(\.self).count < 2 else {
            throw ValidationError("Say it one way: --every, --daily or --weekly.")
        }
        guard zone == nil || isGiven else { throw ValidationError("--zone goes with --every, --daily or --weekly.") }
        guard weekly == nil || days != nil else {
            throw ValidationError("--weekly wants days and a time, such as “mon,thu 09:00”.")
        }
    }

    /// The schedule as the server takes it.
    ///
    /// - Parameter known: The zone of the schedule that this takes the place of.
    func schedule(zone known: String? = nil) -> JSONValue? {
        var schedule: [String: JSONValue] = ["tz": .string(zone ?? known ?? TimeZone.current.identifier)]
        if let every {
            schedule["triggerKind"] = "interval"
            schedule["intervalMinutes"] = .integer(Int64(every))
        } else if let daily {
            schedule["triggerKind"] = "daily"
            schedule["timeOfDay"] = .string(daily)
        } else if let (days, time) = days {
            schedule["triggerKind"] = "weekly"
            schedule["daysOfWeek"] = .array(days.map { .integer(Int64($0)) })
            schedule["timeOfDay"] = .string(time)
        } else {
            return nil
        }
        return .object(schedule)
    }

    private var days: (days: [Int], time: String)? {
        let parts = weekly?.split(separator: " ").map(String.init) ?? []
        guard parts.count == 2 else { return nil }
        let days = parts[0].split(separator: ",").map { word in
            RoutineWhen.days.firstIndex(of: String(word.lowercased().prefix(3)))
        }
        guard !days.isEmpty, !days.contains(nil) else { return nil }
        return (days.compactMap(\.self), parts[1])
    }
}

/// When a routine is due, in words.
enum RoutineWhen {
    static let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

    static func text(_ routine: JSONValue) -> String {
        guard routine["broken"]?.string == nil, let schedule = routine["schedule"] else { return "broken" }
        let zone = schedule.text("tz")
        let time = schedule.text("timeOfDay") + (zone.isEmpty ? "" : " \(zone)")
        switch schedule["triggerKind"]?.string.flatMap(RoutineTrigger.init(rawValue:)) {
        case .interval: return "every \(schedule.int("intervalMinutes")) min"
        case .daily: return "daily \(time)"
        case .weekly:
            let numbers =
                schedule["daysOfWeek"]?.array?.compactMap(\.integer) ?? [schedule["dayOfWeek"]?.integer].compactMap(\.self)
            let names = numbers.compactMap { number in days.indices.contains(Int(number)) ? days[Int(number)] : nil }
            return "\(names.joined(separator: ",")) \(time)"
        case nil: return routine.text("trigger_kind")
        }
    }

    static func next(_ routine: JSONValue) -> String {
        if routine["broken"]?.string != nil { return "broken" }
        return routine["enabled"] == true ? LocalMoment.text(routine["next_run_at"]) : "off"
    }
}
