/// One configured value, for everything or for one company or employee.
package struct Setting: Codable, Hashable, Sendable {
    package var key: String
    package var value: JSONColumn<JSONValue>
    package var scope: SettingScope
    /// The company or employee, when the scope is not global.
    package var scopeID: String?
    package var updatedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case key
        case value = "value_json"
        case scope
        case scopeID = "scope_id"
        case updatedAt = "updated_at"
    }

    package init(
        key: String, value: JSONColumn<JSONValue>, scope: SettingScope = .global, scopeID: String? = nil, updatedAt: Timestamp
    ) {
        self.key = key
        self.value = value
        self.scope = scope
        self.scopeID = scopeID
        self.updatedAt = updatedAt
    }
}
