/// The checkpoint that a run was taken up from.
package struct ResumeOrigin: Codable, Hashable, Sendable {
    package var checkpointID: RunCheckpoint.ID
    package var checkpointKind: CheckpointKind
    package var createdAt: Timestamp?

    package enum CodingKeys: String, CodingKey {
        case checkpointID = "checkpointId"
        case checkpointKind
        case createdAt
    }

    package init(checkpointID: RunCheckpoint.ID, checkpointKind: CheckpointKind, createdAt: Timestamp? = nil) {
        self.checkpointID = checkpointID
        self.checkpointKind = checkpointKind
        self.createdAt = createdAt
    }
}
