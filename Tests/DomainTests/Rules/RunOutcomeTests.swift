import Domain
import Testing

struct RunOutcomeTests {
    private func outcome(_ status: RunStatus, _ errorClass: String? = nil, _ finish: FinishReason? = nil) -> RunOutcome {
        Run(
            id: Identifier("r"), employeeID: Identifier("e"), provider: "p", model: "m", startedAt: .init(milliseconds: 0),
            status: status,
            errorClass: errorClass
        ).outcome(finish)
    }

    @Test(
        arguments: [
            (RunStatus.running, nil, nil, RunOutcome.running), (.success, nil, .stop, .finished), (.success, nil, nil, .finished),
            (.success, nil, .length, .tokenLimit), (.cancelled, "put_off", nil, .putOff), (.cancelled, "budget", nil, .budget),
            (.cancelled, "cancelled", .length, .stopped), (.error, "interrupted", nil, .crashed),
            (.error, "too_many_steps", nil, .stepLimit), (.error, "too_long", nil, .tokenLimit),
            (.error, "context_too_small", nil, .tokenLimit), (.error, "stalled", nil, .timeLimit),
            (.error, "no_progress", nil, .noProgress), (.error, "price_unknown", nil, .budget),
            (.error, "program", nil, .programError), (.error, "rate_limited", nil, .providerError),
            (.error, "timeout", nil, .providerError), (.error, nil, nil, .failed), (.error, "of another day", nil, .failed),
        ] as [(RunStatus, String?, FinishReason?, RunOutcome)])
    func `a run says in a word how it ended`(status: RunStatus, errorClass: String?, finish: FinishReason?, word: RunOutcome) {
        #expect(outcome(status, errorClass, finish) == word)
    }
}
