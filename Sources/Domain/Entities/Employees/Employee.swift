/// An agent of a company: a role of a role pack, put to work.
package struct Employee: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Employee>

    package var id: ID
    package var companyID: Company.ID
    /// The role pack, such as `strategia-official`.
    package var rolePackID: String
    /// The role within the pack, such as `ceo`.
    package var roleID: String
    /// The SHA-256 of the role file, in lower-case hexadecimal.
    package var roleMdSha: String
    package var level: EmployeeLevel
    package var name: String
    package var title: String
    package var status: EmployeeStatus
    /// The model to use instead of the company's.
    package var modelPref: String?
    /// The provider to use instead of the company's.
    package var providerPref: String?
    /// The names of the tools that the role may use.
    package var toolsAllowed: JSONColumn<[String]>
    /// The names of the tools that the role must not use.
    package var toolsDenied: JSONColumn<[String]>
    package var avatar: String?
    /// Whether this agent belongs to the program itself rather than to the company's staff.
    package var isSystem: Bool
    package var createdAt: Timestamp
    /// Chosen by whoever hired the employee, so that saying the same twice hires once.
    ///
    /// Unique within the company.
    package var clientKey: String?
    /// When they were let go.
    package var dismissedAt: Timestamp?
    /// Who took over what was theirs when they were let go.
    package var successorID: Employee.ID?
    /// The least private kind of provider that may be asked on their behalf; `nil` leaves it to the company.
    package var maxPrivacyTier: PrivacyTier?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case rolePackID = "role_pack_id"
        case roleID = "role_id"
        case roleMdSha = "role_md_sha"
        case level
        case name
        case title
        case status
        case modelPref = "model_pref"
        case providerPref = "provider_pref"
        case toolsAllowed = "tools_allowed_json"
        case toolsDenied = "tools_denied_json"
        case avatar
        case isSystem = "is_system"
        case createdAt = "created_at"
        case clientKey = "client_key"
        case dismissedAt = "dismissed_at"
        case successorID = "successor_id"
        case maxPrivacyTier = "max_privacy_tier"
    }

    package init(
        id: ID, companyID: Company.ID, rolePackID: String, roleID: String, roleMdSha: String, level: EmployeeLevel, name: String,
        title: String, status: EmployeeStatus = .idle, modelPref: String? = nil, providerPref: String? = nil,
        toolsAllowed: JSONColumn<[String]> = [], toolsDenied: JSONColumn<[String]> = [], avatar: String? = nil,
        isSystem: Bool = false, createdAt: Timestamp, clientKey: String? = nil, dismissedAt: Timestamp? = nil,
        successorID: Employee.ID? = nil, maxPrivacyTier: PrivacyTier? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.rolePackID = rolePackID
        self.roleID = roleID
        self.roleMdSha = roleMdSha
        self.level = level
        self.name = name
        self.title = title
        self.status = status
        self.modelPref = modelPref
        self.providerPref = providerPref
        self.toolsAllowed = toolsAllowed
        self.toolsDenied = toolsDenied
        self.avatar = avatar
        self.isSystem = isSystem
        self.createdAt = createdAt
        self.clientKey = clientKey
        self.dismissedAt = dismissedAt
        self.successorID = successorID
        self.maxPrivacyTier = maxPrivacyTier
    }
}

extension Employee {
    /// Whether they no longer work here; the row stays for what they said and did.
    package var hasLeft: Bool { status.isDeparture }
}
