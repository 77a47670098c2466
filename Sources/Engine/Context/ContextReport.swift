package import Domain

/// What a model would be told, block by block and as it would be sent.
package struct ContextReport: Codable, Sendable {
    package struct Origin: Codable, Hashable, Sendable {
        package let table: String
        package let id: String
        package let name: String?
    }

    package struct Block: Codable, Hashable, Sendable {
        package let kind: ContextKind
        package let priority: ContextPriority
        package let origins: [Origin]
        package let decision: ContextDecision
        package let reason: ContextReason?
        /// What is there of it counts for.
        package let tokens: Int
        /// What all of it would count for.
        package let whole: Int
        package let text: String
    }

    package struct Message: Codable, Hashable, Sendable {
        /// `user`, `assistant` or `tool`.
        package let role: String
        package let content: String
        package let toolCalls: [ToolCall]
        /// What a tool's message answers.
        package let callID: String?
        package let toolName: String?

        init(_ role: String, _ content: String, toolCalls: [ToolCall] = [], callID: String? = nil, toolName: String? = nil) {
            self.role = role
            self.content = content
            self.toolCalls = toolCalls
            self.callID = callID
            self.toolName = toolName
        }

        package enum CodingKeys: String, CodingKey {
            case role, content
            case toolCalls = "tool_calls"
            case callID = "tool_call_id"
            case toolName = "tool_name"
        }
    }

    package struct Tool: Codable, Hashable, Sendable {
        package let name: String
        package let description: String
        package let parameters: JSONValue
        package let tokens: Int
    }

    package let employeeID: Employee.ID
    package let cause: WakeupCause
    /// The work that waits for this turn, if some does.
    package let wakeupID: WakeupRequest.ID?
    package let provider: Provider.ID
    package let model: String
    package let window: Int
    package let windowSource: ModelWindow.Source
    /// What is kept free for the tools, the answer, and what the tools answer.
    package let reserves: Reserves
    /// The most the context may have.
    package let target: Int
    package let used: Int
    package let system: String
    package let messages: [Message]
    package let tools: [Tool]
    package let blocks: [Block]

    package struct Reserves: Codable, Hashable, Sendable {
        package let tools: Int
        package let output: Int
        package let steps: Int
    }

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case cause, provider, model, window, reserves, target, used, system, messages, tools, blocks
        case employeeID = "employee_id"
        case wakeupID = "wakeup_id"
        case windowSource = "window_source"
    }
}

extension ContextReport {
    init(_ context: TurnContext, _ opening: Opening, _ request: ModelRequest, provider: Provider.ID) {
        let packed = opening.packed
        let isQueued = context.work.dedupeKey != nil
        self.init(
            employeeID: context.employee.id, cause: context.work.cause, wakeupID: isQueued ? context.work.id : nil,
            provider: provider, model: request.model, window: packed.budget.window.tokens,
            windowSource: packed.budget.window.source,
            reserves: Reserves(tools: packed.budget.tools, output: packed.budget.output, steps: packed.budget.steps),
            target: packed.budget.target, used: packed.used, system: request.system,
            messages: request.messages.map(Message.init),
            tools: request.tools.map {
                Tool(name: $0.name, description: $0.description, parameters: $0.parameters, tokens: $0.estimatedTokens)
            }, blocks: packed.blocks.map(Block.init))
    }
}

extension ContextReport.Message {
    fileprivate init(_ message: ModelMessage) {
        switch message {
        case .user(let text): self.init("user", text)
        case .image(let image): self.init("user", "(a picture, \(image.mediaType))")
        case .assistant(let text, let calls): self.init("assistant", text, toolCalls: calls)
        case .toolResult(let call, let name, let content, _): self.init("tool", content, callID: call, toolName: name)
        }
    }
}

extension ContextReport.Block {
    fileprivate init(_ block: PackedContext.Block) {
        self.init(
            kind: block.kind, priority: block.priority,
            origins: block.origins.map { ContextReport.Origin(table: $0.table, id: $0.id, name: $0.name) },
            decision: block.decision, reason: block.reason, tokens: block.tokens, whole: block.whole, text: block.text)
    }
}
