extension Provider {
    /// How long a call to the provider may bring nothing before it is given up: `first_byte_seconds` of the row, ten minutes for
    /// a model on this machine, otherwise as long as an answer that has begun may pause.
    package var longestSilence: Duration {
        let idle = Duration.seconds(90)
        let members = config.value
        guard let seconds = members["first_byte_seconds"]?.integer ?? members["firstByteSeconds"]?.integer, seconds > 0 else {
            return privacyTier == .local && kind != .practice ? .seconds(600) : idle
        }
        return max(idle, .seconds(min(seconds, 1800)))
    }
}
