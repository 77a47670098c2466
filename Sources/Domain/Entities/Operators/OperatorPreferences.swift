/// How a person likes the cockpit to be.
package struct OperatorPreferences: Codable, Hashable, Sendable {
    package var operatorID: Operator.ID
    /// Only what differs from what the cockpit comes with.
    package var preferences: JSONColumn<JSONValue>
    package var updatedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case operatorID = "operator_id"
        case preferences = "preferences_json"
        case updatedAt = "updated_at"
    }

    package init(operatorID: Operator.ID, preferences: JSONColumn<JSONValue> = JSONColumn([:]), updatedAt: Timestamp) {
        self.operatorID = operatorID
        self.preferences = preferences
        self.updatedAt = updatedAt
    }
}
