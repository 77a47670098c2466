import Domain

/// Anthropic's Messages API, which other servers speak too.
///
/// Source: Anthropic's API reference, “Messages”, “Streaming messages”, “Prompt caching” and “List models”.
struct AnthropicFormat: WireFormat {
    /// Whether the parts of a question that stay the same are marked to be kept by the provider.
    var cachesPrompts = true

    var headers: [WireHeader] { [WireHeader(name: "anthropic-version", value: "2023-06-01")] }

    func authorization(_ credential: Credential) -> WireHeader { WireHeader(name: "x-api-key", value: credential.bare) }

    func call(for request: ModelRequest, quote: Quotation) -> WireCall {
        WireCall(
            path: "messages", body: MessagesRequestBody(request, cachesPrompts: cachesPrompts).value, framing: .events,
            decoder: MessagesStreamDecoder(ids: ToolCallIDs(conversation: request.messages), quote: quote))
    }

    func models(asking ask: (_ path: String) async throws -> JSONValue) async throws -> [String] {
        try await ModelPages.names(
            path: { mark in "models?limit=1000" + (mark.map { "&after_id=" + $0.percentEncoded } ?? "") },
            names: { page in page["data"]?.array?.compactMap { $0["id"]?.string } },
            next: { page in page["has_more"]?.bool == true ? page["last_id"]?.string : nil }, asking: ask)
    }

    /// The list has the models' full names, which end in a date; people may leave that out, or write `latest` for it.
    func has(_ name: String, in list: [String]) -> Bool {
        let stem = name.hasSuffix("-latest") ? String(name.dropLast(7)) : name
        return list.contains { listed in
            guard listed.hasPrefix(stem) else { return false }
            let rest = listed.dropFirst(stem.count)
            return rest.isEmpty || (rest.first == "-" && rest.count == 9 && rest.dropFirst().allSatisfy(\.isWholeNumber))
        }
    }
}
