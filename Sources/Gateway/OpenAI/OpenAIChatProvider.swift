import AsyncHTTPClient
import Domain
import NIOHTTP1

/// A provider that speaks the chat-completions format of OpenAI.
///
/// Sends the key to its endpoint and nowhere else, and shows it in no error.
struct OpenAIChatProvider: ModelProvider {
    let endpoint: Endpoint
    let credential: Credential?
    let dialect: ChatDialect
    let http: OutboundHTTP
    let clocks: StreamClocks
    let time: any TimeSource

    private var quote: Quotation { Quotation(hiding: credential) }

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        var post = try httpRequest("chat/completions")
        post.method = .POST
        post.headers.add(name: "Content-Type", value: "application/json")
        post.headers.add(name: "Accept", value: "text/event-stream")
        post.body = .bytes(ChatRequestBody(request, dialect: dialect).bytes)
        let ids = ToolCallIDs(conversation: request.messages)
        try await exchange(post, clocks: clocks) { answer, head in
            var decoder = try ChatBodyDecoder(contentType: head.header("content-type"), ids: ids, quote: quote)
            while !decoder.isDone {
                let bytes: [UInt8]?
                do { bytes = try await answer.next() } catch let error as ModelError {
                    for event in try decoder.end(lostBy: error) { try await onEvent(event) }
                    return
                }
                guard let bytes else {
                    for event in try decoder.end() { try await onEvent(event) }
                    return
                }
                let countBefore = decoder.eventCount
                var events: [ModelEvent] = []
                let failure: ModelError?
                do throws(ModelError) {
                    try decoder.feed(bytes, into: &events)
                    failure = nil
                } catch { failure = error }
                for event in events { try await onEvent(event) }
                if let failure { throw failure }
                if decoder.eventCount > countBefore { answer.progressed() }
            }
        }
    }

    /// Asks `path` for JSON.
    ///
    /// - Throws: ``ModelError``, or `CancellationError` when the task was cancelled.
    func get(_ path: String, limit: Int) async throws -> JSONValue {
        let request = try httpRequest(path)
        return try await exchange(request, clocks: .inquiry) { answer, _ in
            let body = try await answer.body(limit: limit)
            do { return try JSONValue(lenient: body) } catch {
                throw ModelError(.malformed, "The provider's answer is not JSON. Is the base URL right?")
            }
        }
    }

    private func httpRequest(_ path: String) throws(ModelError) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: endpoint.url(path))
        request.headers.add(name: "User-Agent", value: "team-x")
        // Small servers close a connection when they like, and a call that meets that is lost. A new one costs them nothing.
        if !endpoint.isEncrypted { request.headers.add(name: "Connection", value: "close") }
        guard let credential else { return request }
        guard credential.isSendable else {
            throw ModelError(.unauthorized, "The key holds characters that cannot be sent.")
        }
        request.headers.add(name: "Authorization", value: credential.bearer)
        return request
    }

    /// Sends `request` and has `read` take in the body of an answer that says success.
    private func exchange<Result>(
        _ request: HTTPClientRequest, clocks: StreamClocks, _ read: (AnswerReader, AnswerHead) async throws -> Result
    ) async throws -> Result {
        do {
            return try await http.exchange(request, clocks: clocks, time: time) { answer in
                let head = try await answer.head()
                guard head.isSuccess else { throw await failure(head, answer) }
                return try await read(answer, head)
            }
        } catch {
            if Task.isCancelled { throw CancellationError() }
            throw error
        }
    }

    private func failure(_ head: AnswerHead, _ answer: AnswerReader) async -> ModelError {
        // The status tells enough when the words are lost on the way.
        let body = (try? await answer.body(limit: ErrorBody.sizeLimit, cutting: true)) ?? []
        return ModelError(status: head.status, said: quote(ErrorBody.text(body)), retryAfter: head.retryAfter(now: time.now()))
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
