import Domain

extension ModelError {
    /// The failure that an answer other than success is.
    ///
    /// - Parameter body: What came with it, as far as it was read.
    init(refusal head: AnswerHead, body: [UInt8], quote: Quotation, now: Timestamp) {
        let value = try? JSONValue(lenient: body)  // what is not JSON says nothing but its words
        let reported = value.flatMap { ReportedError(in: $0[0] ?? $0) }
        self.init(
            status: head.status, said: quote(ErrorBody.text(body)),
            retryAfter: head.retryAfter(now: now) ?? reported?.wait(now: now),
            isAboutKey: reported?.isAboutKey == true)
    }
}

extension ReportedError {
    /// How long the provider asks to wait: a number of seconds with an `s` behind it.
    fileprivate func wait(now: Timestamp) -> Duration? {
        guard let retryDelay, retryDelay.last == "s" else { return nil }
        return RetryAfter.duration(String(retryDelay.dropLast()), now: now)
    }
}

extension AnswerHead {
    fileprivate func retryAfter(now: Timestamp) -> Duration? {
        if let text = header("retry-after-ms"), let milliseconds = Double(text) {
            return RetryAfter.duration("\(milliseconds / 1000)", now: now)
        }
        return header("retry-after").flatMap { RetryAfter.duration($0, now: now) }
    }
}
