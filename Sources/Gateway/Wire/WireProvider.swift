import AsyncHTTPClient
import Domain
import NIOHTTP1

/// A provider that is reached over HTTP, whatever its format.
///
/// Sends the key to its endpoint and nowhere else, and shows it in no error.
struct WireProvider: ModelProvider {
    let endpoint: Endpoint
    let credential: Credential?
    let format: any WireFormat
    let http: OutboundHTTP
    let clocks: StreamClocks
    let time: any TimeSource

    private var quote: Quotation { Quotation(hiding: credential) }

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        let call = format.call(for: request, quote: quote)
        var post = try httpRequest(call.path)
        post.method = .POST
        post.headers.add(name: "Content-Type", value: "application/json")
        post.headers.add(name: "Accept", value: call.framing.contentType)
        var body: [UInt8] = []
        call.body.write(into: &body)
        post.body = .bytes(body)
        try await exchange(post, clocks: clocks) { answer, head in
            var decoder = try BodyDecoder(
                contentType: head.header("content-type"), framing: call.framing, answer: call.decoder)
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
        try await json(try httpRequest(path), clocks: .inquiry, limit: limit)
    }

    /// Asks `path` for JSON, with JSON that says what is wanted.
    ///
    /// - Throws: ``ModelError``, or `CancellationError` when the task was cancelled.
    func post(_ path: String, _ value: JSONValue, limit: Int) async throws -> JSONValue {
        var request = try httpRequest(path)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Accept", value: "application/json")
        var body: [UInt8] = []
        value.write(into: &body)
        request.body = .bytes(body)
        return try await json(request, clocks: clocks, limit: limit)
    }

    private func json(_ request: HTTPClientRequest, clocks: StreamClocks, limit: Int) async throws -> JSONValue {
        try await exchange(request, clocks: clocks) { answer, _ in
            let body = try await answer.body(limit: limit)
            do { return try JSONValue(lenient: body) } catch {
                throw ModelError.foreign("The provider's answer is not JSON. Is the base URL right?")
            }
        }
    }

    private func httpRequest(_ path: String) throws(ModelError) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: endpoint.url(path))
        request.headers.add(name: "User-Agent", value: "team-x")
        // Small servers close a connection when they like, and a call that meets that is lost. A new one costs them nothing.
        if !endpoint.isEncrypted { request.headers.add(name: "Connection", value: "close") }
        for header in format.headers { request.headers.add(name: header.name, value: header.value) }
        guard let credential else { return request }
        guard credential.isSendable else {
            throw ModelError(.unauthorized, "The key holds characters that cannot be sent.")
        }
        let authorization = format.authorization(credential)
        request.headers.add(name: authorization.name, value: authorization.value)
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
        return ModelError(refusal: head, body: body, quote: quote, now: time.now())
    }
}
