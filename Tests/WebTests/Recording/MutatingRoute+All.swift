import Domain
import HTTPTypes

extension MutatingRoute {
    static let all = company + budgets + people + queue + conversations + memory + meetings + tickets + plans

    private static let company = [
        MutatingRoute(.patch, "", .companyUpdated, body: ["settings": ["mission": "Tea for all"]]),
        MutatingRoute(.post, "/pause", .companyPaused),
        MutatingRoute(.post, "/resume", .companyResumed, prepare: after(.post, "/pause")),
        MutatingRoute(.post, "/archive", .companyArchived),
        MutatingRoute(.post, "/restore", .companyResumed, prepare: after(.post, "/archive")),
        MutatingRoute(.post, "/files", .vaultFileCreated, query: "?name=b.json"),
        MutatingRoute(.post, "/index/rebuild", .indexRebuildRequested),
        MutatingRoute(.post, "/goals", .goalCreated, body: ["title": "Sell tea"]),
        MutatingRoute(.patch, "/goals/{goal}", .goalUpdated, body: ["status": "achieved"]),
        MutatingRoute(.patch, "/projects/{project}", .projectUpdated, body: ["status": "completed"]),
        MutatingRoute(.post, "/projects", .projectCreated, body: ["title": "Summer"]),
        MutatingRoute(.put, "/projects/{project}/tickets/{ticket}", .projectTicketLinked),
    ]

    private static let budgets = [
        MutatingRoute(.post, "/budgets", .budgetPolicyCreated, body: ["hard_cap_usd": "25"]),
        MutatingRoute(.patch, "/budgets/{budget}", .budgetPolicyUpdated, body: ["hard_cap_usd": "30"]),
        MutatingRoute(.delete, "/budgets/{budget}", .budgetPolicyDeleted),
    ]

    private static let people = [
        MutatingRoute(.post, "/employees", .employeeHired, body: ["role": "writer"]),
        MutatingRoute(.post, "/employees/{employee}/pause", .employeeUpdated),
        MutatingRoute(
            .post, "/employees/{employee}/resume", .employeeUpdated, prepare: after(.post, "/employees/{employee}/pause")),
        MutatingRoute(.post, "/employees/{employee}/stop", .workCancelled, isMany: true),
        MutatingRoute(.post, "/employees/{employee}/wake", .workQueued, body: ["ticket_id": "{ticket}"]),
        MutatingRoute(.post, "/employees/{employee}/dismiss", .employeeFired) { scene in
            try await writer(&scene)
            scene.ids["employee"] = scene.id("writer")
        },
        MutatingRoute(.put, "/employees/{employee}/manager", .employeeManagerSet, body: ["manager_id": "{writer}"]) { scene in
            try await writer(&scene)
            scene.ids["employee"] = try await scene.post("/employees", ["role": "writer", "name": "Robin"])
        },
        MutatingRoute(.patch, "/employees/{employee}", .employeePromoted, body: ["title": "Editor", "level": "Lead"]),
        MutatingRoute(.put, "/employees/{employee}/model", .employeeUpdated, body: ["provider": "practice"]),
        MutatingRoute(.post, "/employees/{employee}/thread", .threadCreated) { scene in
            try await writer(&scene)
            scene.ids["employee"] = scene.id("writer")
        },
    ]

    private static let queue = [
        MutatingRoute(.delete, "/queue/{work}", .workCancelled),
        MutatingRoute(.post, "/queue/{work}/up", .workMoved),
        MutatingRoute(.post, "/queue/{work}/run", .workQueued),
        MutatingRoute(.post, "/runs/{run}/stop", .workStopping, prepare: run),
        MutatingRoute(.post, "/runs/{run}/guidance", .messagePersisted, body: ["content": "Be brief."], prepare: run),
    ]

    private static let conversations = [
        MutatingRoute(.post, "/threads", .threadCreated, body: ["subject": "Spring", "employee_ids": ["{employee}"]]),
        MutatingRoute(.patch, "/threads/{thread}", .threadUpdated, body: ["archived": true]),
        MutatingRoute(.post, "/threads/{thread}/messages", .messagePersisted, body: ["content": "Good day"]),
        MutatingRoute(.put, "/threads/{thread}/messages/{message}", .messageSuperseded, body: ["content": "Good day"]),
        MutatingRoute(.post, "/threads/{thread}/messages/{message}/regenerate", .messageSuperseded, prepare: answer),
        MutatingRoute(.post, "/threads/{thread}/fork", .threadCreated, body: ["message_id": "{message}"]),
        MutatingRoute(.post, "/threads/{thread}/stop", .workCancelled, isMany: true),
        MutatingRoute(.put, "/threads/{thread}/members/{member}", .threadMemberAdded) { scene in
            try await group(&scene)
            scene.ids["member"] = try await scene.post("/employees", ["role": "writer", "name": "Robin"])
        },
        MutatingRoute(.delete, "/threads/{thread}/members/{member}", .threadMemberRemoved, prepare: group),
    ]

    private static let memory = [
        MutatingRoute(.put, "/threads/{thread}/digest", .digestUpdated, body: ["summary": "They said hello."]),
        MutatingRoute(.post, "/threads/{thread}/digest/refresh", .workQueued),
        MutatingRoute(.post, "/threads/{thread}/digest/facts", .digestUpdated, body: ["fact": "Tea is green."]),
        MutatingRoute(.put, "/threads/{thread}/digest/facts", .digestUpdated, body: ["ids": ["{other}"]]) { scene in
            scene.ids["other"] = try await scene.post("/threads/{thread}/digest/facts", ["fact": "Water is wet."])
        },
        MutatingRoute(.put, "/threads/{thread}/digest/facts/{fact}", .digestUpdated, body: ["fact": "Tea is green."]),
        MutatingRoute(.delete, "/threads/{thread}/digest/facts/{fact}", .digestUpdated),
        MutatingRoute(.post, "/threads/{thread}/checkpoints", .checkpointCreated, body: ["progress_summary": "All of it."]),
        MutatingRoute(.post, "/checkpoints/{checkpoint}/resume", .checkpointResumed),
        MutatingRoute(.put, "/questions/{question}/answer", .questionAnswered, body: ["answer": "Red"]),
        MutatingRoute(.put, "/questions/{question}/withdrawal", .questionWithdrawn, body: ["reason": "Not needed"]),
    ]

    private static let plans = [
        MutatingRoute(
            .post, "/routines", .routineCreated,
            body: [
                "name": "Mail", "schedule": ["triggerKind": "daily", "timeOfDay": "09:00"],
                "work_config": ["title": "Read the mail", "assigneeId": "{employee}"],
            ]),
        MutatingRoute(.patch, "/routines/{routine}", .routineUpdated, body: ["enabled": false]),
        MutatingRoute(.delete, "/routines/{routine}", .routineDeleted),
        MutatingRoute(.post, "/routines/{routine}/run", .routineRunStarted),
        MutatingRoute(
            .post, "/schedule", .scheduleCreated,
            body: ["title": "Call", "starts_at": 1_900_000_000_000, "assignee_id": "{employee}"]),
        MutatingRoute(.patch, "/schedule/{entry}", .scheduleUpdated, body: ["starts_at": 1_900_000_000_000]),
        MutatingRoute(.post, "/schedule/{entry}/complete", .scheduleCompleted),
        MutatingRoute(.post, "/schedule/{entry}/cancel", .scheduleUpdated),
        MutatingRoute(.delete, "/schedule/{entry}", .scheduleDeleted),
    ]

    private static let meetings = [
        MutatingRoute(
            .post, "/meetings", .meetingStarted,
            body: ["chair_id": "{employee}", "attendee_ids": ["{writer}"], "agenda": "Colours"], prepare: writer),
        MutatingRoute(
            .post, "/meetings/{meeting}/interject", .meetingInterjection, body: ["content": "Green?"], prepare: meeting),
        MutatingRoute(
            .patch, "/meetings/{meeting}/action-items/{item}", .meetingItemUpdated, body: ["declined": true]),
        MutatingRoute(
            .post, "/meetings/{meeting}/call-on", .meetingCalledOn, body: ["employee_id": "{writer}"], prepare: meeting),
        MutatingRoute(.post, "/meetings/{meeting}/end", .meetingEnded, body: ["now": true], prepare: meeting),
        MutatingRoute(.post, "/meetings/{meeting}/end", .meetingEnding, prepare: meeting),
        MutatingRoute(.post, "/meetings/{meeting}/action-items/confirm", .ticketCreated),
        MutatingRoute(.post, "/meetings/{meeting}/action-items/{item}/confirm", .ticketCreated),
    ]

    private static let tickets = [
        MutatingRoute(.post, "/tickets", .ticketCreated, body: ["title": "Paint"]),
        MutatingRoute(.patch, "/tickets/{ticket}", .ticketUpdated, body: ["title": "Write it well", "labels": ["tea"]]),
        MutatingRoute(.put, "/tickets/{ticket}/assignee", .ticketAssigned, body: ["assignee_id": "{writer}"], prepare: writer),
        MutatingRoute(.delete, "/tickets/{ticket}/assignee", .ticketUpdated),
        MutatingRoute(.post, "/tickets/{ticket}/comments", .ticketCommentAdded, body: ["content": "Well?"]),
        MutatingRoute(.put, "/tickets/{ticket}/closure", .ticketClosed),
        MutatingRoute(.delete, "/tickets/{ticket}/closure", .ticketReopened, prepare: after(.put, "/tickets/{ticket}/closure")),
        MutatingRoute(.put, "/tickets/{ticket}/block", .ticketBlocked, body: ["reason": "No paint."]),
        MutatingRoute(
            .delete, "/tickets/{ticket}/block", .ticketUnblocked,
            prepare: after(.put, "/questions/{question}/withdrawal", ["reason": "Not needed", "resume": false])),
        MutatingRoute(.post, "/tickets/{ticket}/review", .reviewCompleted, body: ["outcome": "approved"]) { scene in
            try await writer(&scene)
            scene.ids["ticket"] = try await scene.post("/tickets", ["title": "Paint", "assignee_id": "{writer}"])
            try await scene.door.submit(Ticket.ID(scene.id("ticket")), by: Employee.ID(scene.id("writer")), of: scene.company)
        },
    ]

    /// Routes that change something and record nothing in a company's log, with the reason.
    static let exempt = [
        "POST /api/companies": "the company's log begins with it, see “a company is founded …”",
        "POST /api/providers": "a provider is nobody's in particular: every company's log tells of it",
        "PUT /api/settings/{key}": "a setting is nobody's in particular: every company's log tells of it",
        "DELETE /api/providers/{provider}": "a provider is nobody's in particular: every company's log tells of it",
        "PUT /api/providers/{provider}/key": "a key is nobody's in particular, see SecretStoryTests",
        "DELETE /api/providers/{provider}/key": "a key is nobody's in particular, see SecretStoryTests",
        "PUT /api/prices": "prices are nobody's in particular, see PriceStoryTests",
        "POST /api/prices/check": "it changes nothing",
        "DELETE /api/prices": "prices are nobody's in particular, see PriceStoryTests",
        "PUT /api/secrets/{name}": "a secret is nobody's in particular, see SecretStoryTests",
        "DELETE /api/secrets/{name}": "a secret is nobody's in particular, see SecretStoryTests",
        "POST /api/providers/{provider}/test": "it changes nothing itself; what the provider held up goes on by itself",
        "POST /api/shutdown": "it is no company's",
        "POST /api/session": "a browser that is let in is the owner's, as a program with the token is; no log tells of either",
        "DELETE /api/session": "a browser that is let in is the owner's, as a program with the token is; no log tells of either",
        "POST /api/session/codes": "a code is kept in memory, for minutes",
        "POST /api/session/tickets": "a ticket is kept nowhere",
        "PUT /api/companies/{company}/threads/{thread}/read": "how far one person has read is that person's own",
        "PUT /api/companies/{company}/seen": "how far one person has seen is that person's own",
        "PUT /api/companies/{company}/inbox/{matter}/done": "what one person is done with is that person's own",
        "DELETE /api/companies/{company}/inbox/{matter}/done": "what one person is done with is that person's own",
        "PUT /api/companies/{company}/inbox/{matter}/snooze": "what one person puts off is that person's own",
        "PUT /api/views": "what one person keeps is that person's own",
        "PATCH /api/views/{view}": "what one person keeps is that person's own",
        "DELETE /api/views/{view}": "what one person keeps is that person's own",
        "PUT /api/preferences": "what one person likes is that person's own",
    ]
}
