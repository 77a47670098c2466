package import Domain

/// A model's streamed answer read from its bytes, with the decoder that the gateway has for it.
package enum StreamReading {
    /// The model events in a body that comes in `chunks`.
    ///
    /// - Throws: ``ModelError``.
    package static func events(in chunks: [[UInt8]]) throws(ModelError) -> [ModelEvent] {
        var decoder = try ChatBodyDecoder(contentType: "text/event-stream")
        var events: [ModelEvent] = []
        for chunk in chunks { try decoder.feed(chunk, into: &events) }
        return try events + decoder.end()
    }
}
