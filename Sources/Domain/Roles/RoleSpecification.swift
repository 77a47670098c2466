/// What a role file says: who the employee is, whom it answers to, what it may use, and the prompt in its own words.
package struct RoleSpecification: Hashable, Sendable {
    /// The pack the role belongs to.
    package var packID: String
    /// Unique within the pack, such as `backend-engineer`.
    package var id: String
    /// The title people read, such as “Backend Engineer”.
    package var name: String
    package var level: EmployeeLevel

    /// Ids of roles, the likeliest superior first.
    package var reportsTo: [String]
    package var manages: [String]
    package var escalatesTo: [String]
    package var kpis: [String]

    package var preferredProviders: [String]
    package var fallbackProviders: [String]
    package var preferredModelTier: ModelTier
    /// In tokens; nil leaves it to the model.
    package var preferredContextWindow: Int?
    /// 0…2; nil leaves it to the model.
    package var temperature: Double?

    /// Names of tools; empty allows all.
    package var toolsAllowed: [String]
    package var toolsDenied: [String]
    package var decisionAuthority: DecisionAuthority
    package var cadences: [RoleCadence]?
    package var outputFormat: String?
    package var capabilities: [Capability]

    package var version: String?
    package var author: String?
    package var license: String?

    /// The prompt, with its placeholders (see ``RoleTemplate``).
    package var body: String
    /// The path of the file within its pack.
    package var path: String
    /// The SHA-256 of the whole file's raw bytes, in lower-case hexadecimal.
    package var sha256: String

    package init(
        packID: String, id: String, name: String, level: EmployeeLevel, reportsTo: [String] = [], manages: [String] = [],
        escalatesTo: [String] = [], kpis: [String] = [], preferredProviders: [String] = [], fallbackProviders: [String] = [],
        preferredModelTier: ModelTier = .mid, preferredContextWindow: Int? = nil, temperature: Double? = nil,
        toolsAllowed: [String] = [], toolsDenied: [String] = [], decisionAuthority: DecisionAuthority = .advisory,
        cadences: [RoleCadence]? = nil, outputFormat: String? = nil, capabilities: [Capability] = [], version: String? = nil,
        author: String? = nil, license: String? = nil, body: String = "", path: String = "", sha256: String = ""
    ) {
        self.packID = packID
        self.id = id
        self.name = name
        self.level = level
        self.reportsTo = reportsTo
        self.manages = manages
        self.escalatesTo = escalatesTo
        self.kpis = kpis
        self.preferredProviders = preferredProviders
        self.fallbackProviders = fallbackProviders
        self.preferredModelTier = preferredModelTier
        self.preferredContextWindow = preferredContextWindow
        self.temperature = temperature
        self.toolsAllowed = toolsAllowed
        self.toolsDenied = toolsDenied
        self.decisionAuthority = decisionAuthority
        self.cadences = cadences
        self.outputFormat = outputFormat
        self.capabilities = capabilities
        self.version = version
        self.author = author
        self.license = license
        self.body = body
        self.path = path
        self.sha256 = sha256
    }
}

extension RoleSpecification {
    /// Whether somebody can be hired into the role: system roles belong to the program.
    package var isHireable: Bool { level != .system }
}

/// Something that a role does again and again, in the words of its file; nothing runs because of it.
package struct RoleCadence: Hashable, Sendable {
    /// Such as `standup`.
    package var type: String
    /// Such as `weekday` or `friday`.
    package var every: String
    /// Such as `09:00`.
    package var time: String?

    package init(type: String, every: String, time: String? = nil) {
        self.type = type
        self.every = every
        self.time = time
    }
}
