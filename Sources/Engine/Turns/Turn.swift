import Domain
import Store

/// The state of a turn between model calls.
///
/// It decides what comes next and does nothing itself.
struct Turn: Sendable {
    /// What the turn began with.
    struct Start: Sendable {
        let context: TurnContext
        /// Whom the turn asks; another one from the moment on when that one does not take a call.
        var admission: ModelGate.Admission
        var run: Run
        /// How long the claim holds without progress.
        let lease: Duration
        /// The id that the answer's message will have.
        let message: Message.ID
        let opening: Opening
        let temperature: Double?
        /// Whether the first call has to wait until others have given back what they have reserved.
        var awaitsRoom = false
    }

    /// What is to be done with a model's answer.
    enum Next: Sendable {
        case tools([ToolCall])
        case answer
        case stop(RunEnding)
    }

    private(set) var start: Start
    private let limits: WorkLimits
    private(set) var history: [ModelMessage]
    private(set) var totals = RunTotals()
    private(set) var lastStep: RunStep?
    private(set) var next = Next.answer
    private var reminders = 0
    private(set) var stepNumber = 0
    private var callBegan = Timestamp(milliseconds: 0)
    /// How often each call was asked for, by name and arguments.
    private var repeats: [String: Int] = [:]
    /// What the current model call has brought so far.
    var answer = ModelGate.Answer()
    /// Whether the employee is said to be streaming.
    var isStreaming = false
    /// Whether the next call has to wait until others have given back what they have reserved.
    var awaitsRoom: Bool

    init(start: Start, limits: WorkLimits) {
        self.start = start
        self.limits = limits
        awaitsRoom = start.awaitsRoom
        history = start.opening.messages
        var guidance = start.context.guidance
        if let asked = start.context.asked { history += asked.history }
        history += start.context.askingHistory
        for step in start.context.steps {
            hear(guidance.filter { $0.isTaken(before: step) }, names: start.context.names)
            guidance.removeAll { $0.isTaken(before: step) }
            history.append(.assistant(text: step.text, toolCalls: step.toolCalls.value))
            history += step.results.value
        }
        if let last = start.context.steps.last, last.toolCalls.value.isEmpty {
            history.append(.user("You were interrupted. Go on where you stopped."))
        }
        hear(guidance, names: start.context.names)
    }

    /// Fills the places of the opening's pictures.
    mutating func show(_ images: [Int: ModelMessage]) {
        for (place, image) in images where place < start.opening.messages.count { history[place] = image }
    }

    /// What the model said; an answer that is not whole says so.
    var answerText: String {
        let text = answer.text.trimmed
        guard let shortfall, !text.isEmpty else { return text }
        return "\(text)\n\n[\(shortfall)]"
    }

    /// Why the model's answer is not whole, in words for people and for the model.
    var shortfall: String? {
        switch answer.finish {
        case .length: "The answer was cut off: it had as many tokens as it may have."
        case .contentFilter: "The provider's content filter stopped the answer."
        case .stop, .toolCalls, nil: nil
        }
    }

    /// What the run has used, the call included that did not come to its end.
    var totalsWithPartial: RunTotals {
        guard lastStep == nil else { return totals }  // the latest call is in them already
        var totals = totals
        totals.add(answer)
        return totals
    }

    var signal: @Sendable (_ text: String) -> LiveSignal {
        let (context, run, message, cost) = (start.context, start.run.id, start.message, totals.cost)
        return { text in
            LiveSignal(
                companyID: context.company.id, runID: run, employeeID: context.employee.id, threadID: context.thread?.id,
                ticketID: context.ticket?.id, messageID: message, text: text, cost: cost)
        }
    }

    func request(tools: [ToolSpecification]) -> ModelRequest {
        let opening = start.opening
        let messages = HistoryFit(opening: opening.messages.count, room: opening.room).fitted(history)
        return ModelRequest(
            model: start.admission.model, system: opening.system, messages: messages, tools: tools,
            maxOutputTokens: min(limits.outputTokens, opening.packed.budget.output), temperature: start.temperature)
    }

    /// Goes on with whoever took the latest call.
    mutating func goOn(with admission: ModelGate.Admission, run: Run) {
        start.admission = admission
        start.run = run
    }

    mutating func beginCall(at now: Timestamp) {
        callBegan = now
        answer = ModelGate.Answer()
        lastStep = nil
    }

    /// Takes the answer with the calls that were found in it and decides what comes next.
    mutating func take(calls: (text: String, calls: [ToolCall])) {
        answer.text = calls.text
        answer.toolCalls = calls.calls
        guard !calls.calls.isEmpty else {
            next = .answer
            return
        }
        guard stepNumber + 1 < limits.steps else {
            next = .stop(
                .failed(
                    .tooManySteps, message: "The turn took \(limits.steps) steps without coming to an end.", partial: answer.text,
                    retryAt: nil))
            return
        }
        for call in calls.calls {
            let key = call.name + " " + (ToolArguments.parse(call.arguments)?.description ?? call.arguments)
            repeats[key, default: 0] += 1
            if repeats[key, default: 0] > limits.repeats {
                next = .stop(
                    .failed(
                        .noProgress, message: "The model made the same call to \(call.name) \(limits.repeats + 1) times.",
                        partial: answer.text, retryAt: nil))
                return
            }
        }
        next = .tools(calls.calls)
    }

    /// Enters the finished call with what its tools answered.
    mutating func commit(calls: [ToolCall], results: [ToolGate.Result], at now: Timestamp) {
        totals.add(answer)
        totals.toolCalls += calls.count
        history.append(.assistant(text: answer.text, toolCalls: calls))
        history += results.map(\.message)
        lastStep = RunStep(
            runID: start.run.id, step: stepNumber, wakeupID: start.context.work.id, provider: start.run.provider,
            model: start.run.model, text: answer.text, toolCalls: JSONColumn(calls), results: JSONColumn(results.map(\.message)),
            promptTokens: answer.usage.prompt, completionTokens: answer.usage.completion, cacheReadTokens: answer.usage.cacheRead,
            costUsd: answer.cost, costKind: answer.costKind, finishReason: answer.finish, startedAt: callBegan, endedAt: now,
            providerID: start.run.providerID)
        stepNumber += 1
    }

    /// Tells the model what people had to say while it worked.
    mutating func hear(_ words: [Guidance], names: [String: String]) {
        for one in words {
            let name = names[one.authorID] ?? "A person"
            history.append(.user("\(name), while you work: \(one.content)"))
        }
    }

    /// Tells the model what is missing.
    ///
    /// `false` when it has been told often enough.
    mutating func remind(_ missing: String) -> Bool {
        guard reminders < limits.reminders, stepNumber < limits.steps else { return false }
        reminders += 1
        history.append(.user(missing))
        return true
    }
}

extension Guidance {
    fileprivate func isTaken(before step: RunStep) -> Bool { takenRunID == step.runID && takenStep == step.step }
}

extension RunTotals {
    fileprivate mutating func add(_ answer: ModelGate.Answer) {
        promptTokens += answer.usage.prompt
        completionTokens += answer.usage.completion
        isPriceKnown = isPriceKnown && answer.isPriceKnown
        if answer.isAnything { costKind = answer.costKind }
        cost = (try? cost + answer.cost) ?? cost  // nine billion dollars are more than a run can cost
    }
}
