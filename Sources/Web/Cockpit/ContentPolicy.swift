import HTTPTypes

/// What a page of the cockpit may load and do: its own files and the API, nothing of anybody else.
enum ContentPolicy {
    static let text = [
        "default-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "connect-src 'self'",
        "frame-src blob:", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
        "require-trusted-types-for 'script'", "trusted-types tx",
    ].joined(separator: "; ")
}

extension HTTPField.Name {
    static let contentPolicy = HTTPField.Name("Content-Security-Policy") ?? .contentType
}
