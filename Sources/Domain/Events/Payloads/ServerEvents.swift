/// What a life of the server that ended too soon left behind was put in order.
package struct ServerRecovered: EventPayload {
    package static let type = EventType.serverRecovered

    /// Counts the lives of the server, from 1.
    package let epoch: Int
    /// Runs that the life before left running.
    package let runsEnded: Int
    /// Work that the life before had begun and that waits again.
    package let wakeupsRequeued: Int

    package init(epoch: Int, runsEnded: Int, wakeupsRequeued: Int) {
        self.epoch = epoch
        self.runsEnded = runsEnded
        self.wakeupsRequeued = wakeupsRequeued
    }

    private enum CodingKeys: String, CodingKey {
        case epoch
        case runsEnded = "runs_ended"
        case wakeupsRequeued = "wakeups_requeued"
    }
}

/// A setting of the whole program was changed.
package struct SettingChanged: EventPayload {
    package static let type = EventType.settingChanged

    package let key: String
    /// `null` when it is back at what the program comes with.
    package let value: JSONValue

    package init(key: String, value: JSONValue) {
        self.key = key
        self.value = value
    }

    private enum CodingKeys: String, CodingKey {
        case key
        case value
    }
}
