/// Why nothing happens, in words for people and for programs, with the one thing that would change it.
package struct Finding: Codable, Hashable, Sendable {
    /// A word for programs, such as `company_paused`.
    package var reason: String
    /// A sentence for people.
    package var message: String
    /// The id of what is waited for.
    package var ref: String?
    /// When it is over by itself.
    package var until: Timestamp?
    package var action: Action?

    /// What a person can do about it.
    package struct Action: Codable, Hashable, Sendable {
        /// Such as “Resume the company”.
        package var label: String
        package var method: String
        /// Where to send it, such as `/api/companies/x/resume`.
        package var path: String
        /// The same at the command line.
        package var command: String?

        package init(_ label: String, _ method: String, _ path: String, command: String? = nil) {
            self.label = label
            self.method = method
            self.path = path
            self.command = command
        }
    }

    package init(_ reason: String, _ message: String, ref: String? = nil, until: Timestamp? = nil, action: Action? = nil) {
        self.reason = reason
        self.message = message
        self.ref = ref
        self.until = until
        self.action = action
    }

    package init(
        _ reason: WaitReason, _ message: String, ref: String? = nil, until: Timestamp? = nil, action: Action? = nil
    ) {
        self.init(reason.rawValue, message, ref: ref, until: until, action: action)
    }
}
