/// One life of the server process, from its start to its end.
package struct ServerEpoch: Codable, Hashable, Sendable {
    /// Counts the lives of the server, from 1.
    package var epoch: Int
    /// Names the boot of the machine that the process ran in.
    package var bootID: String
    /// The process id at the operating system.
    package var pid: Int
    package var startedAt: Timestamp
    /// Absent while the server runs, and for ever when it was killed.
    package var stoppedAt: Timestamp?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case epoch
        case bootID = "boot_id"
        case pid
        case startedAt = "started_at"
        case stoppedAt = "stopped_at"
    }

    package init(epoch: Int, bootID: String, pid: Int, startedAt: Timestamp, stoppedAt: Timestamp? = nil) {
        self.epoch = epoch
        self.bootID = bootID
        self.pid = pid
        self.startedAt = startedAt
        self.stoppedAt = stoppedAt
    }
}
