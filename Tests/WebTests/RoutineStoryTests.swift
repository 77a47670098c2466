import Domain
import Store
import Testing

@testable import Web

/// Setting routines up, changing them, running them by hand.
struct RoutineStoryTests {
    private static func body(_ chief: String, name: String = "Morning mail", time: String = "09:00") -> JSONValue {
        [
            "name": .string(name), "schedule": ["triggerKind": "daily", "timeOfDay": .string(time), "tz": "Europe/Berlin"],
            "work_config": ["title": "Look at the mail of {date}", "assigneeId": .string(chief)],
        ]
    }

    @Test func `a routine is set up, shown, changed and dropped, and its tickets stay`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, chief) = try await client.found()
            let made = try await client.post(path + "/routines", Self.body(chief))
            #expect(made.status == 201)
            #expect(made.json["slug"] == "morning-mail" && made.json["broken"] == .null)
            let next = made.json["next_run_at"]
            #expect(next?.integer != nil)
            let one = path + "/routines/morning-mail"
            #expect(try await client.get(one).json == made.json)
            let renamed = try await client.patch(one, ["name": "Post"])
            #expect(renamed.json["next_run_at"] == next && renamed.json["slug"] == "morning-mail")
            let same = try await client.patch(one, ["schedule": made.json["schedule"] ?? .null])
            #expect(same.json["updated_at"] == renamed.json["updated_at"])
            let run = try await client.post(one + "/run")
            #expect(run.status == 201 && run.json["reason"] == "manual" && run.json["scheduled_for"] == .null)
            #expect(try await client.get(one + "/runs").json["items"]?[0]?["id"] == run.json["id"])
            #expect(try await client.get(one).json["next_run_at"] == next)
            #expect(try await client.get(path + "/tickets/1").json["labels"] == ["routine", "routine:morning-mail"])
            #expect(try await client.delete(one).status == 200)
            #expect(try await client.get(one).status == 404)
            #expect(try await client.get(path + "/tickets/1").json["status"] == "open")
        }
    }

    @Test func `one that is switched off has no next run, runs by hand all the same, and not while its ticket is open`()
        async throws
    {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, chief) = try await client.found()
            _ = try await client.post(path + "/routines", Self.body(chief))
            let one = path + "/routines/morning-mail"
            #expect(try await client.patch(one, ["enabled": false]).json["next_run_at"] == .null)
            #expect(try await client.post(one + "/run", key: "k").status == 201)
            #expect(try await client.post(one + "/run", key: "k").status == 200)
            let again = try await client.post(one + "/run")
            #expect(again.status == 409 && again.message.contains("#1"))
            #expect(try await client.patch(one, ["work_config": ["overlap": "queue"]]).json["work_config"]?["overlap"] == "queue")
            #expect(try await client.post(one + "/run").status == 201)
            #expect(try await client.put(path + "/tickets/1/closure").status == 200)
            let runs = try await client.get(one + "/runs").json["items"]?.array ?? []
            #expect(runs.map { $0["status"] } == ["running", "success"])
            #expect(try await client.patch(one, ["enabled": true]).json["next_run_at"]?.integer != nil)
        }
    }

    @Test(arguments: [
        (#"{"triggerKind": "daily", "timeOfDay": "9"}"#, "schedule.timeOfDay"),
        (#"{"triggerKind": "interval", "intervalMinutes": 0}"#, "schedule.intervalMinutes"),
        (#"{"triggerKind": "weekly", "timeOfDay": "09:00"}"#, "schedule.dayOfWeek"),
        (#"{"triggerKind": "daily", "timeOfDay": "09:00", "tz": "Mars/Base"}"#, "schedule.tz"),
        (#"{"timeOfDay": "09:00"}"#, "schedule.triggerKind"), (#"{"triggerKind": "hourly"}"#, "schedule.triggerKind"),
    ])
    func `a schedule that cannot be is refused by its member`(schedule: String, field: String) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, _) = try await client.found()
            let body = #"{"name": "N", "schedule": \#(schedule), "work_config": {"title": "T"}}"#
            let answer = try await client.send(.post, path + "/routines", Array(body.utf8))
            #expect(answer.status == 422 && answer.field == field, "\(answer.message)")
        }
    }

    @Test func `a member that nobody knows is refused also inside`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, chief) = try await client.found()
            _ = try await client.post(path + "/routines", Self.body(chief))
            let work = try await client.patch(path + "/routines/morning-mail", ["work_config": ["assignee_id": .string(chief)]])
            #expect(work.status == 422 && work.field == "work_config.assignee_id")
            let schedule: JSONValue = ["triggerKind": "daily", "timeOfDay": "09:00", "zone": "UTC"]
            let body: JSONValue = ["name": "N", "schedule": schedule, "work_config": ["title": "T"]]
            #expect(try await client.post(path + "/routines", body).field == "schedule.zone")
            let nobody = try await client.patch(path + "/routines/morning-mail", ["work_config": ["assigneeId": .null]])
            #expect(nobody.json["work_config"]?["assigneeId"]?.string == nil)
        }
    }

    @Test func `a schedule without a time zone has that of the quiet hours, else the server's`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, _) = try await client.found()
            func zone(_ name: String) async throws -> JSONValue? {
                let body: JSONValue = [
                    "name": .string(name), "schedule": ["triggerKind": "daily", "timeOfDay": "09:00"],
                    "work_config": ["title": "T"],
                ]
                return try await client.post(path + "/routines", body).json["schedule"]?["tz"]
            }
            #expect(try await zone("A") == "GMT")
            let hours: JSONValue = ["from": "22:00", "to": "06:00", "time_zone": "Asia/Tokyo"]
            _ = try await client.patch(path, ["settings": ["quiet_hours": hours]])
            #expect(try await zone("B") == "Asia/Tokyo")
        }
    }

    @Test func `a garbled row is shown as broken, and the list with it`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, chief) = try await client.found()
            _ = try await client.post(path + "/routines", Self.body(chief))
            _ = try await client.post(path + "/routines", Self.body(chief, name: "Other", time: "10:00"))
            _ = try await door.store.write {
                try $0.execute("UPDATE routines SET schedule_json = '{oops', work_config_json = '[]' WHERE slug = 'other'")
            }
            let items = try await client.get(path + "/routines").json["items"]?.array ?? []
            #expect(items.map { $0["slug"] } == ["morning-mail", "other"])
            #expect(items.last?["schedule"] == .null && items.last?["work_config"] == .null)
            #expect(items.last?["broken"]?.string?.contains("cannot be read") == true)
            let id = items.last?["id"]?.string ?? ""
            #expect(try await client.get("/api/routines/\(id)/explain").json["finding"]?["reason"] == "broken")
            #expect(try await client.post(path + "/routines/other/run").status == 409)
        }
    }

    @Test func `names that are alike have slugs that are not`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, chief) = try await client.found()
            var slugs: [String] = []
            for name in ["Mail!", "mail", "邮件"] {
                slugs.append(try await client.post(path + "/routines", Self.body(chief, name: name)).json["slug"]?.string ?? "")
            }
            #expect(slugs == ["mail", "mail-2", "routine"])
        }
    }
}
