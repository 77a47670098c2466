import Domain
import HTTPTypes
import Store
import Testing

@testable import Web

/// Budgets as people and programs set them.
struct BudgetStoryTests {
    @Test func `a budget is set, shown, changed and taken away`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, chief) = try await client.found()
            #expect(try await client.get(company + "/budgets").json["items"] == [])
            let made = try await client.post(
                company + "/budgets", ["hard_cap_usd": "12.5", "warning_threshold_pct": 60], key: "k")
            #expect(made.status == 201)
            #expect(made.json["scope_kind"] == "company")
            #expect(made.json["remaining_usd"] == "12.5")
            #expect(made.json["warning_spend_usd"] == "7.5")
            #expect(made.json["alert_level"] == "ok")
            #expect(made.json["notional_usd"] == .null, "nothing was asked that nobody charges for")
            #expect(try await client.post(company + "/budgets", ["hard_cap_usd": "12.5"], key: "k").status == 200)
            let again = try await client.post(company + "/budgets", ["hard_cap_usd": "20"])
            #expect((again.status, again.code) == (409, "conflict"))
            #expect(again.message.contains("already"))
            let own = try await client.post(
                company + "/budgets", ["scope_kind": "employee", "scope_ref_id": .string(chief), "hard_cap_usd": "0"])
            #expect(own.status == 201)
            #expect(own.json["alert_level"] == "exceeded")
            let path = company + "/budgets/" + (made.json["id"]?.string ?? "")
            #expect(try await client.patch(path, ["hard_cap_usd": "20"]).json["hard_cap_usd"] == "20")
            #expect(try await client.get(path).json["hard_cap_usd"] == "20")
            let spending = try await client.get(company + "/spending").json
            #expect(spending["active_count"] == 2)
            #expect(spending["exceeded_count"] == 1)
            #expect(spending["spent_usd"] == "0")
            #expect(spending["notional_usd"] == .null)
            #expect(try await client.delete(path).status == 200)
            #expect(try await client.get(path).status == 404)
            #expect(try await client.get(company + "/budgets").json["items"]?.array?.count == 1)
        }
    }

    @Test(
        arguments: [
            (["hard_cap_usd": "-1"], "hard_cap_usd"), (["hard_cap_usd": ""], "hard_cap_usd"),
            (["hard_cap_usd": "1e3"], "hard_cap_usd"),
            ([:], "hard_cap_usd"), (["hard_cap_usd": "5", "warning_threshold_pct": 0], "warning_threshold_pct"),
            (["hard_cap_usd": "5", "warning_threshold_pct": 101], "warning_threshold_pct"),
            (["hard_cap_usd": "5", "scope_kind": "employee"], "scope_ref_id"),
            (["hard_cap_usd": "5", "scope_kind": "employee", "scope_ref_id": "nobody"], "scope_ref_id"),
            (["hard_cap_usd": "5", "scope_kind": "routine", "scope_ref_id": "none"], "scope_ref_id"),
            (["hard_cap_usd": "5", "scope_kind": "planet"], "scope_kind"),
            (["hard_cap_usd": "5", "require_approval_above_usd": "2"], "require_approval_above_usd"),
        ] as [(JSONValue, String)])
    func `what makes no sense is refused by its name`(body: JSONValue, field: String) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, _) = try await client.found()
            let answer = try await client.post(company + "/budgets", body)
            #expect((answer.status, answer.field) == (422, field))
            #expect(answer.message.contains("comes with approvals") == (field == "require_approval_above_usd"))
            #expect(try await client.get(company + "/budgets").json["items"] == [])
        }
    }

    @Test func `what runs have cost is listed, and summed by provider`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            for cost in ["1.5", "0.25"] {
                try await door.store.write { transaction in
                    let work = try WakeupRequest.claim(1, lease: .init(epoch: 1), in: transaction).first
                    guard let work else { return }
                    let run = try Run.begin(work, provider: "openai", model: "m", practice: false, in: transaction)
                    var totals = RunTotals()
                    totals.cost = try Money(cost)
                    try Run.finish(run, of: work, as: .answered("Done."), totals: totals, message: nil, in: transaction)
                }
                door.time.advance(by: .milliseconds(1))
            }
            let entries = try await client.get(own.path + "/ledger").json["items"]?.array ?? []
            #expect(entries.map { $0["amount_usd"] } == ["0.25", "1.5"])
            let mine = try await client.get(own.path + "/ledger?scope_kind=employee&scope_ref_id=\(own.chief)").json["items"]
            #expect(mine?.array?.count == 2)
            #expect(mine?[0]?["budget_policy_id"]?.string == own.ids["budget"])
            let page = try await client.get(own.path + "/ledger?limit=1").json
            let next = try await client.get(own.path + "/ledger?limit=1&after=\(page["next"]?.string ?? "")").json
            #expect(next["items"]?[0]?["amount_usd"] == "1.5")
            let spending = try await client.get(own.path + "/spending").json
            #expect(spending["spent_usd"] == "1.75")
            #expect(
                spending["providers"]?[0] == [
                    "provider": "openai", "provider_id": nil, "name": "openai", "amount_usd": "1.75", "billed_calls": 2,
                    "notional_usd": nil, "notional_calls": 0, "unknown_calls": 0,
                ])
        }
    }
}
