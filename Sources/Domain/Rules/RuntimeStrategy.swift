/// How much work goes on at the same time: what this machine can carry, or what providers elsewhere will take.
package enum RuntimeStrategy: String, Vocabulary {
    /// Chosen by what the machine is and which providers are set up.
    case auto
    /// Models here and elsewhere share the work.
    case hybrid
    /// The work is done elsewhere; this machine only keeps it going.
    case alwaysOn = "always-on"
    /// As little as possible at the same time.
    case lean

    /// How many employees work at the same time.
    private var slots: Int {
        switch self {
        case .auto, .hybrid: 4
        case .alwaysOn: 8
        case .lean: 2
        }
    }

    /// A strategy that is not ``auto``, and what comes of it.
    package struct Resolution: Codable, Hashable, Sendable {
        package var strategy: RuntimeStrategy
        package var slots: Int
        /// Why it is that one, in a sentence.
        package var reason: String
    }

    /// - Parameters:
    ///   - hasLocal: Whether a model on this machine is set up, beside the practice model.
    ///   - hasCloud: Whether one elsewhere is.
    package func resolved(on machine: MachineProfile, hasLocal: Bool, hasCloud: Bool) -> Resolution {
        let (strategy, reason): (RuntimeStrategy, String) =
            if self != .auto {
                (self, "It was chosen.")
            } else if hasCloud, hasLocal, machine.canRunModels {
                (.hybrid, "Models are set up on this machine, which can carry them, and elsewhere.")
            } else if hasCloud {
                (.alwaysOn, "The models are elsewhere.")
            } else if hasLocal, machine.canRunModels {
                (.hybrid, "The models are on this machine, which can carry them.")
            } else {
                (.lean, hasLocal ? "The models are on this machine, which is small for them." : "No model is set up yet.")
            }
        return Resolution(strategy: strategy, slots: strategy.slots, reason: reason)
    }
}

/// What the machine is.
package struct MachineProfile: Codable, Hashable, Sendable {
    package var cores: Int
    /// In bytes.
    package var memory: Int64
    package var hasGPU: Bool

    package init(cores: Int, memory: Int64, hasGPU: Bool) {
        self.cores = cores
        self.memory = memory
        self.hasGPU = hasGPU
    }

    /// A machine of which nothing is known.
    package static let unknown = MachineProfile(cores: 1, memory: 0, hasGPU: false)

    /// Whether models run on it at a speed that people wait for: a graphics processor, or many cores with memory to spare.
    var canRunModels: Bool { hasGPU || (cores >= 8 && memory >= 24 << 30) }
}
