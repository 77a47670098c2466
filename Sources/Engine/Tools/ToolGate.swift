import Domain
import Store

/// The one way to a tool: whether the employee may use it, what is made of its arguments, the call itself and its record.
struct ToolGate: Sendable {
    private let workplace: Workplace
    private let tools: [any CompanyTool]
    private let sizes: [String: Int]

    init(_ workplace: Workplace) {
        self.workplace = workplace
        tools = [
            ListColleagues(), SendMessage(), CreateTicket(), AssignTicket(), UpdateTicket(), CommentOnTicket(), CompleteTicket(),
            RequestReview(), ReviewTicket(), WriteDocument(), SearchFiles(), ReadFile(), AskHuman(),
            RecordDecision(), AddActionItem(), StatePosition(), GiveFloor(), CloseDiscussion(), PassFloor(),
        ]
        sizes = Dictionary(tools.map { ($0.specification.name, $0.specification.estimatedTokens) }) { first, _ in first }
    }

    /// What came of a call.
    struct Result: Sendable {
        let message: ModelMessage
        let endsTurn: Bool
    }

    /// A call that is ready to be made, or is refused already.
    struct Prepared: Sendable {
        let call: ToolCall
        fileprivate let tool: (any CompanyTool)?
        fileprivate let arguments: ToolArguments?
        fileprivate let document: PreparedDocument?
        fileprivate let refusal: Refusal?
    }

    fileprivate struct Refusal: Sendable {
        let status: ToolCallStatus
        let text: String
    }

    /// The tools that the model is shown in this turn.
    func offer(_ context: TurnContext) -> [ToolSpecification] {
        tools.filter { isAllowed($0, for: context.employee) && $0.isOfUse(in: context) }.map(\.specification)
    }

    /// What the tools of this turn take of the model's window.
    func tokens(for context: TurnContext) -> Int {
        offer(context).reduce(0) { $0 + (sizes[$1.name] ?? $1.estimatedTokens) }
    }

    func names(for context: TurnContext) -> Set<String> { Set(offer(context).map(\.name)) }

    /// Checks the calls and does what cannot be done while a transaction is open.
    ///
    /// - Parameter history: The turn so far, in which a call that is made again finds its earlier answer.
    func prepare(_ calls: [ToolCall], _ context: TurnContext, history: [ModelMessage]) throws -> [Prepared] {
        try calls.map { call in
            func refuse(_ status: ToolCallStatus, _ text: String) -> Prepared {
                Prepared(call: call, tool: nil, arguments: nil, document: nil, refusal: Refusal(status: status, text: text))
            }
            guard let tool = tools.first(where: { $0.specification.name == call.name }) else {
                return refuse(
                    .error,
                    "There is no tool “\(call.name.cut(to: 60))”. Tools: \(offer(context).map(\.name).joined(separator: ", ")).")
            }
            guard isAllowed(tool, for: context.employee) else {
                return refuse(.denied, "\(context.employee.name) may not use \(call.name).")
            }
            guard tool.isOfUse(in: context) else {
                return refuse(
                    .error,
                    "\(call.name) is of no use in this turn. Tools: \(offer(context).map(\.name).joined(separator: ", ")).")
            }
            if let earlier = answered(call, in: history) {
                return refuse(
                    .error,
                    "You have made this very call already; its result was: \(earlier.cut(to: 500)). Go on to the next step.")
            }
            do {
                let arguments = try ToolArguments(call.arguments, for: call.name)
                let document = try tool.prepare(arguments, workplace, context)
                return Prepared(call: call, tool: tool, arguments: arguments, document: document, refusal: nil)
            } catch let failure as ToolFailure {
                return refuse(.error, failure.description)
            } catch let failure as VaultError {
                return refuse(.error, failure.description)
            }
        }
    }

    /// Makes the calls in their order.
    ///
    /// Each is recorded, and one that fails leaves nothing else behind.
    ///
    /// - Throws: ``StoreError`` when the database itself fails.
    func perform(_ calls: [Prepared], _ context: TurnContext, run: Run, in transaction: any Transaction) throws -> [Result] {
        let mark: Message.ID = transaction.makeID()
        let results = try calls.map { prepared in
            let began = workplace.time.now()
            try announce(prepared.call, context, run, transaction)
            let (status, content) = try outcome(of: prepared, context, run, transaction)
            let isError = status != .success
            let text = content.description
            try record(prepared.call, status, text, since: began, context, run, transaction)
            return Result(
                message: .toolResult(callID: prepared.call.id, name: prepared.call.name, content: text, isError: isError),
                endsTurn: !isError && prepared.tool?.endsTurn == true)
        }
        try Message.ascribe(to: run.id, what: context.employee.id, saidBehind: mark, in: transaction)
        return results
    }

    private func outcome(
        of prepared: Prepared, _ context: TurnContext, _ run: Run, _ transaction: any Transaction
    ) throws -> (ToolCallStatus, JSONValue) {
        if let refusal = prepared.refusal { return (refusal.status, ["error": .string(refusal.text)]) }
        guard let tool = prepared.tool, let arguments = prepared.arguments else {
            return (.error, ["error": "The call was not understood."])
        }
        let desk = Desk(context: context, run: run, transaction: transaction, document: prepared.document)
        do {
            return (.success, try transaction.attempt { try tool.perform(arguments, desk) })
        } catch let failure as ToolFailure {
            return (.error, ["error": .string(failure.description)])
        } catch let violation as RuleViolation {
            return (.error, ["error": .string(violation.description)])
        } catch StoreError.constraint(let rule) {
            return (.error, ["error": .string("The database refuses it: \(rule)")])
        }
    }

    private func announce(_ call: ToolCall, _ context: TurnContext, _ run: Run, _ transaction: any Transaction) throws {
        try transaction.record(
            ToolCalled(
                runID: run.id, threadID: context.thread?.id, employeeID: context.employee.id, toolCallID: call.id,
                toolName: call.name,
                summary: summary(of: call)), company: context.company.id, by: .employee(context.employee.id))
    }

    /// What people see of a call while it goes on: the argument that says the most.
    private func summary(of call: ToolCall) -> String? {
        guard let arguments = try? ToolArguments(call.arguments, for: call.name) else { return nil }  // told as its result
        let telling = ["title", "name", "query", "question", "comment", "outcome", "message", "result"]
        return telling.lazy.compactMap { arguments.optionalString($0) }.first.map { $0.cut(to: 120) }
    }

    private func record(
        _ call: ToolCall, _ status: ToolCallStatus, _ output: String, since began: Timestamp, _ context: TurnContext, _ run: Run,
        _ transaction: any Transaction
    ) throws {
        let latency = Duration.milliseconds(max(0, workplace.time.now().milliseconds - began.milliseconds))
        let error = status == .success ? nil : output
        let actor = EventActor.employee(context.employee.id)
        try ToolCallRecord.record(
            call, output: output, status: status, error: error, latency: latency, run: run.id, in: transaction)
        try transaction.record(
            ToolResult(
                runID: run.id, threadID: context.thread?.id, employeeID: context.employee.id, toolCallID: call.id,
                toolName: call.name,
                success: status == .success, error: error), company: context.company.id, by: actor)
    }

    /// An employee may use what is not denied and, where there is a list of what is allowed, is on it.
    ///
    /// To speak in a meeting needs no permission.
    private func isAllowed(_ tool: any CompanyTool, for employee: Employee) -> Bool {
        let name = tool.specification.name
        return !employee.toolsDenied.value.contains(name)
            && (employee.toolsAllowed.value.isEmpty || tool is any MeetingTool || employee.toolsAllowed.value.contains(name))
    }

    /// What an equal call got in this turn, if it succeeded.
    private func answered(_ call: ToolCall, in history: [ModelMessage]) -> String? {
        let arguments = ToolArguments.parse(call.arguments)
        var ids: Set<String> = []
        for case .assistant(_, let calls) in history {
            for earlier in calls where earlier.name == call.name && ToolArguments.parse(earlier.arguments) == arguments {
                ids.insert(earlier.id)
            }
        }
        for case .toolResult(let id, let name, let content, false) in history where ids.contains(id) && name == call.name {
            return content
        }
        return nil
    }
}
