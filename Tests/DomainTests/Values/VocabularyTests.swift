import Testing

@testable import Domain

/// One test of all vocabularies for one of them.
struct VocabularyCase: Sendable, CustomTestStringConvertible {
    let name: String
    let check: @Sendable () throws -> Void

    var testDescription: String { name }
}

struct VocabularyTests {
    private static let all: [any Vocabulary.Type] = [
        ActorKind.self, AgentStepKind.self, Approval.self, ApprovalKind.self, ApprovalStatus.self, ApprovalSubject.self,
        ApprovalVerdict.self,
        ArtifactKind.self, ArtifactOutcome.self, ArtifactSource.self, ArtifactStatus.self, AssignmentSource.self, AuthorKind.self,
        AuthorityRefusal.self, AuthorityRequestStatus.self, BlockerKind.self, BudgetAlert.self, BudgetPeriod.self,
        BudgetScope.self,
        Capability.self, CheckoutStatus.self, CheckpointKind.self, CloudLinkState.self, CommandOutcome.self, CompanyStatus.self,
        Complexity.self, DecisionAuthority.self, DigestFreshness.self, DocumentFormat.self, EmbeddingSource.self,
        EmployeeLevel.self, EmployeeStatus.self, EnquiryStatus.self, ExtensionKind.self, ExtensionSource.self, FinishReason.self,
        GoalStatus.self,
        GrantScope.self, GuidanceStatus.self, HealthStatus.self, InboxAction.self, InboxKind.self, InsightCategory.self,
        InsightSeverity.self, MCPTransport.self,
        MeetingEndReason.self, MeetingMode.self, MeetingPhase.self, MeetingStance.self, MeetingStatus.self,
        MeetingTurnReason.self, MeetingTurnStatus.self, MemberKind.self, MembershipSource.self, ModelTier.self,
        OperatorAuthMode.self, OperatorRole.self,
        Permission.self, Priority.self, PrivacyTier.self, ProactiveBlock.self, ProactiveTrigger.self, ProjectStatus.self,
        ProviderKind.self, QuestionKind.self, QuestionStatus.self, ResourceKind.self, ReviewStatus.self, ReservationState.self,
        RoutineLastRun.self,
        RoutineRunReason.self, RoutineRunStatus.self, RoutineTrigger.self, RoutineWorkKind.self, RunKind.self, RunStatus.self,
        RuntimeKind.self, RuntimeSessionStatus.self, ScheduleKind.self, ScheduleSource.self, ScheduleStatus.self,
        SettingScope.self, Theme.self, ThreadKind.self, ThreadRole.self, TicketStatus.self, ToolCallStatus.self, TrustState.self,
        WakeupCause.self,
        WakeupStatus.self, WakeupTrigger.self,
    ]

    private static let cases: [VocabularyCase] = all.map { type in
        VocabularyCase(name: "\(type)") { try type.expectTolerance() }
    }

    @Test(arguments: cases)
    func `all words are read from a column, and only the writable ones from the API`(vocabulary: VocabularyCase) throws {
        try vocabulary.check()
    }

    @Test func `words of the product's earlier life are read and not written`() throws {
        #expect(try EmployeeLevel(column: .text("senior_management")) == .seniorManagement)
        #expect(try ProviderKind(column: .text("custom-openai")) == .openaiCompatible)
        #expect(try ScheduleSource(column: .text("project_target")).rawValue == "project_due")
        #expect(try EmployeeStatus(column: .text("fired")) == .fired)
        #expect(!EmployeeStatus.writable.contains(.fired))
    }

    @Test func `a refused word is answered with those that are allowed`() {
        #expect {
            try JSONText.decode([Theme].self, from: #"["pink"]"#)
        } throws: { error in
            guard case .dataCorrupted(let context)? = error as? DecodingError else { return false }
            return context.debugDescription == "“pink” is none of: dark, light"
        }
    }

    @Test func `priorities, levels and privacy tiers have an order`() {
        #expect(Priority.allCases.sorted() == [.low, .medium, .high, .critical])
        #expect(EmployeeLevel.writable.map(\.rank) == [0, 1, 2, 3, 4, 5])
        #expect(EmployeeLevel.system.rank == nil)
        #expect(PrivacyTier.allCases.sorted() == [.local, .openSourceCloud, .proprietaryCloud])
    }
}

extension Vocabulary {
    fileprivate static func expectTolerance() throws {
        #expect(!Self.writable.isEmpty)
        #expect(Set(Self.writable).count == Self.writable.count)
        for word in Self.allCases {
            #expect(try Self(column: word.column) == word)
            #expect(JSONText.encode([word]) == #"["\#(word.rawValue)"]"#)
            if Self.writable.contains(word) {
                #expect(try JSONText.decode([Self].self, from: JSONText.encode([word])) == [word])
            } else {
                #expect(throws: DecodingError.self) { try JSONText.decode([Self].self, from: JSONText.encode([word])) }
            }
        }
        for (alias, word) in Self.aliases {
            #expect(Self(rawValue: alias) == nil, "an alias is another spelling, not a word itself")
            #expect(try Self(column: .text(alias)) == word)
            #expect(throws: DecodingError.self) { try JSONText.decode([Self].self, from: #"["\#(alias)"]"#) }
        }
        #expect(throws: ColumnError.unknownValue("no such word", of: "\(self)")) { try Self(column: .text("no such word")) }
        #expect(throws: ColumnError.mismatch(expected: "text", found: .null)) { try Self(column: .null) }
        #expect(throws: DecodingError.self) { try JSONText.decode([Self].self, from: #"["no such word"]"#) }
    }
}
