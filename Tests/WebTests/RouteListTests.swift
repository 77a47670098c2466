import Testing

@testable import Web

struct RouteListTests {
    /// What clients rely on: lines are added, and none goes.
    @Test func `the API is these routes`() {
        let routes = RouteTable.all.map { "\($0.method.rawValue) \($0.path)" }.sorted()
        #expect(routes == Self.expected)
    }

    @Test func `only health and the way in are open to everyone, and only a program gives out codes`() {
        #expect(RouteTable.all.filter { $0.permission == .everyone }.map(\.path) == ["/api/health", "/api/session"])
        #expect(RouteTable.all.filter { $0.permission == .program }.map(\.path) == ["/api/session/codes"])
        #expect(RouteTable.all.filter { $0.permission != .owner }.allSatisfy { !$0.path.contains("{") })
    }

    private static let expected = """
        DELETE /api/companies/{company}/budgets/{budget}
        DELETE /api/companies/{company}/inbox/{matter}/done
        DELETE /api/companies/{company}/queue/{work}
        DELETE /api/companies/{company}/routines/{routine}
        DELETE /api/companies/{company}/schedule/{entry}
        DELETE /api/companies/{company}/threads/{thread}/digest/facts/{fact}
        DELETE /api/companies/{company}/threads/{thread}/members/{member}
        DELETE /api/companies/{company}/tickets/{ticket}/block
        DELETE /api/companies/{company}/tickets/{ticket}/closure
        DELETE /api/prices
        DELETE /api/providers/{provider}
        DELETE /api/providers/{provider}/key
        DELETE /api/secrets/{name}
        DELETE /api/session
        DELETE /api/views/{view}
        GET /api/companies
        GET /api/companies/{company}
        GET /api/companies/{company}/budgets
        GET /api/companies/{company}/budgets/{budget}
        GET /api/companies/{company}/checkpoints
        GET /api/companies/{company}/checkpoints/{checkpoint}
        GET /api/companies/{company}/employees
        GET /api/companies/{company}/employees/{employee}
        GET /api/companies/{company}/events
        GET /api/companies/{company}/events/export
        GET /api/companies/{company}/events/verification
        GET /api/companies/{company}/files
        GET /api/companies/{company}/files/{file}
        GET /api/companies/{company}/files/{file}/content
        GET /api/companies/{company}/floor
        GET /api/companies/{company}/goals
        GET /api/companies/{company}/goals/{goal}
        GET /api/companies/{company}/holds
        GET /api/companies/{company}/inbox
        GET /api/companies/{company}/inbox/counts
        GET /api/companies/{company}/index
        GET /api/companies/{company}/ledger
        GET /api/companies/{company}/meetings
        GET /api/companies/{company}/meetings/{meeting}
        GET /api/companies/{company}/meetings/{meeting}/minutes
        GET /api/companies/{company}/messages/search
        GET /api/companies/{company}/org
        GET /api/companies/{company}/projects
        GET /api/companies/{company}/projects/{project}
        GET /api/companies/{company}/questions
        GET /api/companies/{company}/questions/{question}
        GET /api/companies/{company}/queue
        GET /api/companies/{company}/queue/skips
        GET /api/companies/{company}/routines
        GET /api/companies/{company}/routines/{routine}
        GET /api/companies/{company}/routines/{routine}/runs
        GET /api/companies/{company}/runs
        GET /api/companies/{company}/runs/{run}
        GET /api/companies/{company}/schedule
        GET /api/companies/{company}/schedule/{entry}
        GET /api/companies/{company}/search
        GET /api/companies/{company}/spending
        GET /api/companies/{company}/stream
        GET /api/companies/{company}/threads
        GET /api/companies/{company}/threads/{thread}
        GET /api/companies/{company}/threads/{thread}/checkpoints
        GET /api/companies/{company}/threads/{thread}/context
        GET /api/companies/{company}/threads/{thread}/digest
        GET /api/companies/{company}/threads/{thread}/members
        GET /api/companies/{company}/threads/{thread}/messages
        GET /api/companies/{company}/tickets
        GET /api/companies/{company}/tickets/{ticket}
        GET /api/companies/{company}/tool_calls
        GET /api/companies/{company}/usage
        GET /api/doctor
        GET /api/employees/{employee}/explain
        GET /api/health
        GET /api/openapi.json
        GET /api/preferences
        GET /api/prices
        GET /api/providers
        GET /api/providers/{provider}
        GET /api/roles
        GET /api/roles/{pack}/{role}
        GET /api/routines/{routine}/explain
        GET /api/secrets
        GET /api/settings
        GET /api/templates
        GET /api/threads/{thread}/context
        GET /api/threads/{thread}/explain
        GET /api/tickets/{ticket}
        GET /api/tickets/{ticket}/explain
        GET /api/views
        PATCH /api/companies/{company}
        PATCH /api/companies/{company}/budgets/{budget}
        PATCH /api/companies/{company}/meetings/{meeting}/action-items/{item}
        PATCH /api/companies/{company}/routines/{routine}
        PATCH /api/companies/{company}/schedule/{entry}
        PATCH /api/companies/{company}/threads/{thread}
        PATCH /api/companies/{company}/tickets/{ticket}
        POST /api/companies
        POST /api/companies/{company}/archive
        POST /api/companies/{company}/budgets
        POST /api/companies/{company}/checkpoints/{checkpoint}/resume
        POST /api/companies/{company}/employees
        POST /api/companies/{company}/employees/{employee}/dismiss
        POST /api/companies/{company}/employees/{employee}/pause
        POST /api/companies/{company}/employees/{employee}/resume
        POST /api/companies/{company}/employees/{employee}/stop
        POST /api/companies/{company}/employees/{employee}/thread
        POST /api/companies/{company}/employees/{employee}/wake
        POST /api/companies/{company}/files
        POST /api/companies/{company}/goals
        POST /api/companies/{company}/index/rebuild
        POST /api/companies/{company}/meetings
        POST /api/companies/{company}/meetings/{meeting}/action-items/confirm
        POST /api/companies/{company}/meetings/{meeting}/action-items/{item}/confirm
        POST /api/companies/{company}/meetings/{meeting}/call-on
        POST /api/companies/{company}/meetings/{meeting}/end
        POST /api/companies/{company}/meetings/{meeting}/interject
        POST /api/companies/{company}/pause
        POST /api/companies/{company}/projects
        POST /api/companies/{company}/queue/{work}/run
        POST /api/companies/{company}/queue/{work}/up
        POST /api/companies/{company}/restore
        POST /api/companies/{company}/resume
        POST /api/companies/{company}/routines
        POST /api/companies/{company}/routines/{routine}/run
        POST /api/companies/{company}/runs/{run}/guidance
        POST /api/companies/{company}/runs/{run}/stop
        POST /api/companies/{company}/schedule
        POST /api/companies/{company}/schedule/{entry}/cancel
        POST /api/companies/{company}/schedule/{entry}/complete
        POST /api/companies/{company}/threads
        POST /api/companies/{company}/threads/{thread}/checkpoints
        POST /api/companies/{company}/threads/{thread}/digest/facts
        POST /api/companies/{company}/threads/{thread}/digest/refresh
        POST /api/companies/{company}/threads/{thread}/fork
        POST /api/companies/{company}/threads/{thread}/messages
        POST /api/companies/{company}/threads/{thread}/messages/{message}/regenerate
        POST /api/companies/{company}/threads/{thread}/stop
        POST /api/companies/{company}/tickets
        POST /api/companies/{company}/tickets/{ticket}/comments
        POST /api/companies/{company}/tickets/{ticket}/review
        POST /api/prices/check
        POST /api/providers
        POST /api/providers/{provider}/test
        POST /api/session
        POST /api/session/codes
        POST /api/session/tickets
        POST /api/shutdown
        PUT /api/companies/{company}/employees/{employee}/manager
        PUT /api/companies/{company}/employees/{employee}/model
        PUT /api/companies/{company}/inbox/{matter}/done
        PUT /api/companies/{company}/inbox/{matter}/snooze
        PUT /api/companies/{company}/projects/{project}/tickets/{ticket}
        PUT /api/companies/{company}/questions/{question}/answer
        PUT /api/companies/{company}/questions/{question}/withdrawal
        PUT /api/companies/{company}/seen
        PUT /api/companies/{company}/threads/{thread}/digest
        PUT /api/companies/{company}/threads/{thread}/digest/facts
        PUT /api/companies/{company}/threads/{thread}/digest/facts/{fact}
        PUT /api/companies/{company}/threads/{thread}/members/{member}
        PUT /api/companies/{company}/threads/{thread}/messages/{message}
        PUT /api/companies/{company}/threads/{thread}/read
        PUT /api/companies/{company}/tickets/{ticket}/assignee
        PUT /api/companies/{company}/tickets/{ticket}/closure
        PUT /api/preferences
        PUT /api/prices
        PUT /api/providers/{provider}/key
        PUT /api/secrets/{name}
        PUT /api/settings/{key}
        PUT /api/views
        """.split(separator: "\n").map(String.init)
}
