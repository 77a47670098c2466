import Testing

@testable import Domain

extension EventSample {
    static let vaultEvents: [EventSample] = [
        EventSample(
            VaultFileCreated(
                fileID: .init("id"), originalName: "text", mimeType: "text", sizeBytes: 7, sha256: "text", uploadedBy: "text",
                ticketID: .init("id")
            ),
            keys: "file_id mime_type original_name sha256 size_bytes ticket_id uploaded_by"),
        EventSample(
            VaultFileDeleted(fileID: .init("id")),
            keys: "file_id"),
    ]

    static let copilotEvents: [EventSample] = [
        EventSample(
            CopilotInsightFound(
                insightID: .init("id"), runID: .init("id"), category: .cost, severity: .info, title: "text",
                expiresAt: .init(milliseconds: 5)
            ),
            keys: "category expires_at insight_id run_id severity title"),
        EventSample(
            CopilotAnalyzed(
                runID: .init("id"), reason: "text", insightsProposed: 7, insightsGenerated: 7, insightsMerged: 7,
                insightsExpired: 7, tokensIn: 7, tokensOut: 7, costUsd: .init(nanoDollars: 1_500_000), durationMs: 7
            ),
            keys:
                "cost_usd duration_ms insights_expired insights_generated insights_merged insights_proposed reason run_id tokens_in tokens_out"
        ),
        EventSample(
            CopilotExpired(insightID: .init("id"), runID: .init("id"), category: .cost, title: "text"),
            keys: "category insight_id run_id title"),
        EventSample(
            CopilotDismissed(insightID: .init("id"), dismissedAt: .init(milliseconds: 5), category: .cost, title: "text"),
            keys: "category dismissed_at insight_id title"),
        EventSample(
            CopilotWeightsChanged(weights: ["cost": 0.5], changedKeys: ["title"], changedAt: .init(milliseconds: 5)),
            keys: "changed_at changed_keys weights"),
    ]

    static let companyEvents: [EventSample] = [
        EventSample(
            CompanyCreated(companyID: .init("id"), name: "text", slug: "text"),
            keys: "company_id name slug"),
        EventSample(
            CompanyUpdated(patchedKeys: ["title"], updatedAt: .init(milliseconds: 5)),
            keys: "patched_keys updated_at"),
        EventSample(
            CompanyPaused(reason: "text"),
            keys: "reason"),
        EventSample(
            CompanyResumed(reason: "text"),
            keys: "reason"),
        EventSample(
            CompanyArchived(archivedAt: .init(milliseconds: 5)),
            keys: "archived_at"),
        EventSample(
            CompanyDeleted(slug: "text", name: "text", deletedAt: .init(milliseconds: 5)),
            keys: "deleted_at name slug"),
    ]

    static let companyLinkEvents: [EventSample] = [
        EventSample(
            CompanyLinkStarted(
                cloudWorkspaceID: "text", cloudTenantID: "text", linkedDeviceID: "text", startedAt: .init(milliseconds: 5)
            ),
            keys: "cloud_tenant_id cloud_workspace_id linked_device_id started_at"),
        EventSample(
            CompanyLinked(
                cloudWorkspaceID: "text", cloudTenantID: "text", linkedDeviceID: "text", linkedAt: .init(milliseconds: 5)
            ),
            keys: "cloud_tenant_id cloud_workspace_id linked_at linked_device_id"),
        EventSample(
            CompanyLinkFailed(action: "text", error: "text", failedAt: .init(milliseconds: 5)),
            keys: "action error failed_at"),
        EventSample(
            CompanyUnlinked(previousCloudWorkspaceID: "text", previousCloudTenantID: "text", unlinkedAt: .init(milliseconds: 5)),
            keys: "previous_cloud_tenant_id previous_cloud_workspace_id unlinked_at"),
        EventSample(
            CompanyReconnected(
                cloudWorkspaceID: "text", cloudTenantID: "text", linkedDeviceID: "text", reconnectedAt: .init(milliseconds: 5)
            ),
            keys: "cloud_tenant_id cloud_workspace_id linked_device_id reconnected_at"),
    ]

    static let companyPackageEvents: [EventSample] = [
        EventSample(
            CompanyPackageExported(
                mode: "text", packageID: "text", packagePath: "text", exportedAt: .init(milliseconds: 5), sharingMode: "text",
                sectionCount: 7
            ),
            keys: "exported_at mode package_id package_path section_count sharing_mode"),
        EventSample(
            CompanyPackageImported(
                packageID: "text", mode: "text", packageRef: "text", sharingMode: "text", secretBindingCount: 7,
                importedAt: .init(milliseconds: 5)
            ),
            keys: "imported_at mode package_id package_ref secret_binding_count sharing_mode"),
        EventSample(
            CompanyTemplateInstalled(
                packageID: "text", packagePath: "text", packageRef: "text", templateName: "text", sharingMode: "text",
                secretBindingCount: 7
            ),
            keys: "package_id package_path package_ref secret_binding_count sharing_mode template_name"),
    ]

    static let employeeEvents: [EventSample] = [
        EventSample(
            EmployeeHired(
                employeeID: .init("id"), roleID: "text", level: .lead, name: "text", title: "text", managerID: .init("id")
            ),
            keys: "employee_id level manager_id name role_id title"),
        EventSample(
            EmployeeFired(
                employeeID: .init("id"), roleID: "text", level: .lead, name: "text", title: "text",
                firedAt: .init(milliseconds: 5), successorID: .init("id")
            ),
            keys: "employee_id fired_at level name role_id successor_id title"),
        EventSample(
            EmployeeUpdated(
                employeeID: .init("id"), patchedKeys: ["title"], name: "text", title: "text", updatedAt: .init(milliseconds: 5)
            ),
            keys: "employee_id name patched_keys title updated_at"),
        EventSample(
            EmployeePromoted(
                employeeID: .init("id"), previousRoleID: "text", newRoleID: "text", previousLevel: .lead, newLevel: .lead,
                previousTitle: "text", newTitle: "text", promotedAt: .init(milliseconds: 5)
            ),
            keys: "employee_id new_level new_role_id new_title previous_level previous_role_id previous_title promoted_at"),
        EventSample(
            EmployeeManagerSet(
                employeeID: .init("id"), managerID: .init("id"), previousManagerID: .init("id"), setAt: .init(milliseconds: 5)
            ),
            keys: "employee_id manager_id previous_manager_id set_at"),
        EventSample(
            EmployeeStatusChanged(employeeID: .init("id"), status: .idle, previous: .idle),
            keys: "employee_id previous status"),
    ]

    static let budgetPolicyEvents: [EventSample] = [
        EventSample(
            BudgetPolicyCreated(
                budgetPolicyID: .init("id"), scopeKind: .company, scopeRefID: "text", hardCapUsd: .init(nanoDollars: 1_500_000),
                warningThresholdPct: 7, requireApprovalAboveUsd: .init(nanoDollars: 1_500_000), autoPause: true
            ),
            keys:
                "auto_pause budget_policy_id hard_cap_usd require_approval_above_usd scope_kind scope_ref_id warning_threshold_pct"
        ),
        EventSample(
            BudgetPolicyUpdated(
                budgetPolicyID: .init("id"), scopeKind: .company, scopeRefID: "text", hardCapUsd: .init(nanoDollars: 1_500_000),
                warningThresholdPct: 7, requireApprovalAboveUsd: .init(nanoDollars: 1_500_000), autoPause: true
            ),
            keys:
                "auto_pause budget_policy_id hard_cap_usd require_approval_above_usd scope_kind scope_ref_id warning_threshold_pct"
        ),
        EventSample(
            BudgetPolicyDeleted(budgetPolicyID: .init("id"), scopeKind: .company, scopeRefID: "text"),
            keys: "budget_policy_id scope_kind scope_ref_id"),
    ]

    static let budgetEvents: [EventSample] = [
        EventSample(
            BudgetWarning(
                budgetPolicyID: .init("id"), scopeKind: .company, scopeRefID: "text",
                currentSpendUsd: .init(nanoDollars: 1_500_000), hardCapUsd: .init(nanoDollars: 1_500_000), warningThresholdPct: 7
            ),
            keys: "budget_policy_id current_spend_usd hard_cap_usd scope_kind scope_ref_id warning_threshold_pct"),
        EventSample(
            BudgetExceeded(
                budgetPolicyID: .init("id"), scopeKind: .company, scopeRefID: "text",
                currentSpendUsd: .init(nanoDollars: 1_500_000), hardCapUsd: .init(nanoDollars: 1_500_000)
            ),
            keys: "budget_policy_id current_spend_usd hard_cap_usd scope_kind scope_ref_id"),
        EventSample(
            BudgetApprovalRequested(
                budgetPolicyID: .init("id"), scopeKind: .company, scopeRefID: "text", approvalItemID: .init("id"),
                currentSpendUsd: .init(nanoDollars: 1_500_000), requireApprovalAboveUsd: .init(nanoDollars: 1_500_000)
            ),
            keys: "approval_item_id budget_policy_id current_spend_usd require_approval_above_usd scope_kind scope_ref_id"),
        EventSample(
            BudgetCompanyPaused(
                budgetPolicyID: .init("id"), scopeKind: .company, scopeRefID: "text",
                currentSpendUsd: .init(nanoDollars: 1_500_000), hardCapUsd: .init(nanoDollars: 1_500_000), reason: "text"
            ),
            keys: "budget_policy_id current_spend_usd hard_cap_usd reason scope_kind scope_ref_id"),
    ]

    static let approvalEvents: [EventSample] = [
        EventSample(
            ApprovalReviewed(
                approvalKind: .budgetException, approvalRefID: "text", decision: .approved, subjectRefKind: .budgetPolicy,
                subjectRefID: "text", rationale: "text"
            ),
            keys: "approval_kind approval_ref_id decision rationale subject_ref_id subject_ref_kind")
    ]

    static let extensionEvents: [EventSample] = [
        EventSample(
            MCPAdded(serverID: .init("id"), name: "text", transport: .stdio, sourceKind: "text", templateID: "text"),
            keys: "name server_id source_kind template_id transport"),
        EventSample(
            MCPRemoved(serverID: .init("id"), name: "text", transport: .stdio),
            keys: "name server_id transport"),
        EventSample(
            MCPToggled(serverID: .init("id"), name: "text", enabled: true, transport: .stdio),
            keys: "enabled name server_id transport"),
        EventSample(
            ExtensionInstalled(extensionID: .init("id"), sourceKind: .local, sourceRef: "text"),
            keys: "extension_id source_kind source_ref"),
        EventSample(
            ExtensionRemoved(extensionID: .init("id"), kind: .skill, name: "text", sourceKind: .local, sourceRef: "text"),
            keys: "extension_id kind name source_kind source_ref"),
        EventSample(
            SkillAssignmentUpdated(assignmentID: .init("id"), extensionID: .init("id"), employeeID: .init("id"), enabled: true),
            keys: "assignment_id employee_id enabled extension_id"),
    ]

    static let authorityEvents: [EventSample] = [
        EventSample(
            AuthorityGrantCreated(
                grantID: .init("id"), scopeKind: .company, scopeID: "text", resourceKind: .capability, resourceID: "text",
                permission: .allow, requestID: .init("id")
            ),
            keys: "grant_id permission request_id resource_id resource_kind scope_id scope_kind"),
        EventSample(
            AuthorityGrantDeleted(
                grantID: .init("id"), scopeKind: .company, scopeID: "text", resourceKind: .capability, resourceID: "text",
                permission: .allow
            ),
            keys: "grant_id permission resource_id resource_kind scope_id scope_kind"),
        EventSample(
            AuthorityRequestReviewed(
                requestID: .init("id"), extensionID: .init("id"), resourceKind: .capability, resourceID: "text",
                requestedPermission: .allow, decision: .approved, grantID: .init("id")
            ),
            keys: "decision extension_id grant_id request_id requested_permission resource_id resource_kind"),
        EventSample(
            AuthorityViolation(
                resourceKind: .capability, resourceID: "text", serverID: .init("id"), runID: .init("id"), reason: .explicitDeny
            ),
            keys: "reason resource_id resource_kind run_id server_id"),
    ]

    static let providerEvents: [EventSample] = [
        EventSample(
            ProviderAdded(providerID: .init("id"), name: "text", kind: .practice, privacyTier: .local),
            keys: "kind name privacy_tier provider_id"),
        EventSample(
            ProviderUpdated(providerID: .init("id"), patchedKeys: ["title"], name: "text", enabled: true),
            keys: "enabled name patched_keys provider_id"),
        EventSample(
            ProviderRemoved(providerID: .init("id"), name: "text"),
            keys: "name provider_id"),
        EventSample(
            ProviderWentAway(
                providerID: .init("id"), errorClass: "text", error: "text", until: Timestamp(milliseconds: 1_700_000_000_000)),
            keys: "error error_class provider_id until"),
        EventSample(ProviderCameBack(providerID: .init("id")), keys: "provider_id"),
    ]

    static let secretEvents: [EventSample] = [
        EventSample(SecretSet(name: "text", providerID: .init("id")), keys: "name provider_id"),
        EventSample(SecretRemoved(name: "text", providerID: .init("id")), keys: "name provider_id"),
    ]

    static let serverEvents: [EventSample] = [
        EventSample(SettingChanged(key: "text", value: ["count": 3]), keys: "key value"),
        EventSample(
            ServerRecovered(epoch: 7, runsEnded: 7, wakeupsRequeued: 7),
            keys: "epoch runs_ended wakeups_requeued"),
    ]
}
