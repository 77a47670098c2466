import Domain
import Logging

/// Writes what another handler would, without the secrets in it.
struct RedactedLogHandler: LogHandler {
    private var inner: any LogHandler
    private let redactor: Redactor

    init(_ inner: any LogHandler, redactor: Redactor) {
        self.inner = inner
        self.redactor = redactor
    }

    var logLevel: Logger.Level {
        get { inner.logLevel }
        set { inner.logLevel = newValue }
    }

    var metadata: Logger.Metadata {
        get { inner.metadata }
        set { inner.metadata = newValue }
    }

    var metadataProvider: Logger.MetadataProvider? {
        get { inner.metadataProvider }
        set { inner.metadataProvider = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { inner[metadataKey: key] }
        set { inner[metadataKey: key] = newValue }
    }

    func log(event: LogEvent) {
        guard let redaction = redactor.redaction else { return inner.log(event: event) }
        var event = event
        event.message = "\(redaction.redacted(event.message.description))"
        event.metadata = event.metadata?.mapValues { Self.clean($0, redaction) }
        // An error stands in the metadata, or nowhere: what it is made of cannot be cleaned.
        if let error = event.error {
            event.error = nil
            event.metadata = (event.metadata ?? [:]).merging(["error": "\(redaction.redacted("\(error)"))"]) { old, _ in old }
        }
        // What the logger itself carries is written with the event.
        var inner = inner
        inner.metadata = inner.metadata.mapValues { Self.clean($0, redaction) }
        inner.log(event: event)
    }

    private static func clean(_ value: Logger.Metadata.Value, _ redaction: Redaction) -> Logger.Metadata.Value {
        switch value {
        case .string(let text): .string(redaction.redacted(text))
        case .stringConvertible(let value): .string(redaction.redacted(value.description))
        case .array(let values): .array(values.map { clean($0, redaction) })
        case .dictionary(let values): .dictionary(values.mapValues { clean($0, redaction) })
        }
    }
}
