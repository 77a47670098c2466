import Domain

extension ModelGate {
    /// The answer with what it cost.
    ///
    /// Where the provider reported no usage, or one that cannot be, ``TokenEstimate`` says what there was. Of an answer that broke
    /// off it counts what is more: many report a first count at the beginning, and the last at an end that did not come.
    func priced(
        _ answer: Answer, _ reported: TokenUsage?, isWhole: Bool, _ request: ModelRequest, _ admission: Admission
    ) -> Answer {
        var answer = answer
        answer.usage = usage(of: answer, reported, isWhole: isWhole, request, admission)
        let price = pricing.price(of: admission.model, at: admission.provider.kind)
        let cost = try? price?.cost(of: answer.usage)  // a cost out of range is as unknown as a missing price
        answer.cost = cost ?? .zero
        answer.isPriceKnown = cost != nil
        answer.costKind = admission.provider.costKind(of: admission.model, isPriceKnown: cost != nil)
        return answer
    }

    private func usage(
        of answer: Answer, _ reported: TokenUsage?, isWhole: Bool, _ request: ModelRequest, _ admission: Admission
    ) -> TokenUsage {
        // What was counted is an estimate that errs upwards; no answer has more tokens than were asked for.
        let most = request.maxOutputTokens ?? admission.window.tokens
        let counted = min(answer.estimatedTokens, most)
        let expected = request.estimatedTokens
        // A window that is set too small is no reason to doubt what was read, as long as it is near what was sent.
        let largest = max(admission.window.tokens, expected * 4 + 1024)
        guard var usage = reported, usage.completion >= 0, (0...largest).contains(usage.prompt) else {
            return TokenUsage(prompt: expected, completion: counted)
        }
        usage.completion = min(isWhole ? usage.completion : max(usage.completion, counted), most)
        return usage
    }
}

extension ModelGate.Answer {
    /// Nothing yet.
    init() { self.init(usage: TokenUsage(prompt: 0, completion: 0), cost: .zero, isPriceKnown: true) }

    fileprivate var estimatedTokens: Int {
        toolCalls.reduce(TokenEstimate.tokens(in: text) + thoughtTokens) { $0 + $1.estimatedTokens }
    }
}
