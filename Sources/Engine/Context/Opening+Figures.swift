import Domain
import Store

extension TurnContext {
    /// How the model's window is divided in this turn.
    func budget(_ admission: ModelGate.Admission, tools: ToolGate, _ limits: WorkLimits) -> ContextBudget {
        ContextBudget(
            window: admission.window, tools: tools.tokens(for: self), output: limits.outputTokens, cap: company.contextBudget)
    }
}

extension ModelGate.Admission {
    /// How many tokens the model takes in.
    var window: ModelWindow { provider.window(of: model) }

    /// Whether the model takes pictures.
    var seesImages: Bool { provider.takesImages(model) }
}

extension RoleCatalog {
    func role(of employee: Employee) -> RoleSpecification? { role(packID: employee.rolePackID, roleID: employee.roleID) }
}

extension Opening {
    /// What the run's row keeps of it.
    func figures(of context: TurnContext) -> ContextFigures {
        let budget = packed.budget
        return ContextFigures(
            window: budget.window.tokens, source: budget.window.source, tools: budget.tools, output: budget.output,
            target: budget.target, used: packed.used, blocks: packed.figures, resumeOrigin: context.resumeOrigin)
    }
}

extension PackedContext {
    /// Blocks of one kind with the same fate are one line; what was empty is none.
    var figures: [ContextFigures.Block] {
        var lines: [ContextFigures.Block] = []
        for block in blocks where block.reason != .empty {
            let place = lines.firstIndex {
                $0.kind == block.kind && $0.decision == block.decision && $0.reason == block.reason
            }
            if let place {
                lines[place].count += 1
                lines[place].tokens += block.tokens
            } else {
                lines.append(
                    ContextFigures.Block(
                        kind: block.kind, decision: block.decision, reason: block.reason, count: 1, tokens: block.tokens))
            }
        }
        return lines
    }
}

extension TurnContext {
    /// The checkpoint that the work takes up.
    var resumeOrigin: ResumeOrigin? {
        guard memory.isResumed, let checkpoint = memory.checkpoint else { return nil }
        return ResumeOrigin(
            checkpointID: checkpoint.id, checkpointKind: checkpoint.checkpointKind, createdAt: checkpoint.createdAt)
    }
}
