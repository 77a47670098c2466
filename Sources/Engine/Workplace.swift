package import Domain
package import FoundationEssentials
package import Logging
package import Store

/// Everything that work needs from outside the engine, handed in by the program's root.
package struct Workplace: Sendable {
    package let store: Store
    package let time: any TimeSource
    package let roles: RoleCatalog
    package let providers: any ModelProviders
    package let pricing: any Pricing
    /// How the providers have fared of late.
    package let health: ProviderHealth
    package let documents: any DocumentWriter
    /// The text of a file, for search; `nil` when it has none.
    package let extractText: @Sendable (_ bytes: [UInt8], _ mimeType: String, _ name: String) -> String?
    /// A number from 0 up to 1, for what shall not happen all at once.
    package let random: @Sendable () -> Double
    package let limits: WorkLimits
    package let machine: MachineProfile
    /// Where the server is, for times of day that name no time zone.
    package let zone: TimeZone
    package let logger: Logger

    package init(
        store: Store, time: any TimeSource, roles: RoleCatalog, providers: any ModelProviders, pricing: any Pricing,
        health: ProviderHealth = ProviderHealth(), documents: any DocumentWriter,
        extractText: @escaping @Sendable (_ bytes: [UInt8], _ mimeType: String, _ name: String) -> String?,
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }, limits: WorkLimits = WorkLimits(),
        machine: MachineProfile = .unknown, zone: TimeZone = .gmt, logger: Logger
    ) {
        self.store = store
        self.time = time
        self.roles = roles
        self.providers = providers
        self.pricing = pricing
        self.health = health
        self.documents = documents
        self.extractText = extractText
        self.random = random
        self.limits = limits
        self.machine = machine
        self.zone = zone
        self.logger = logger
    }
}

/// How much work may go on, and how far a turn may go.
package struct WorkLimits: Hashable, Sendable {
    /// Turns at the same time.
    package var slots: Int
    /// Model calls in one turn.
    package var steps: Int
    /// How often a turn is reminded of what its work still lacks.
    package var reminders: Int
    /// How often the same call with the same arguments is answered in one turn.
    package var repeats: Int
    /// How long a claim holds without progress.
    package var lease: Duration
    /// How long turns may go on after the program was asked to stop.
    package var grace: Duration
    /// The most tokens of one answer.
    package var outputTokens: Int

    package init(
        slots: Int = 6, steps: Int = 12, reminders: Int = 2, repeats: Int = 3, lease: Duration = .seconds(300),
        grace: Duration = .seconds(10), outputTokens: Int = 4096
    ) {
        self.slots = slots
        self.steps = steps
        self.reminders = reminders
        self.repeats = repeats
        self.lease = lease
        self.grace = grace
        self.outputTokens = outputTokens
    }

    /// How long a claim holds while a provider, or another instead of it, is asked.
    func lease(at admission: ModelGate.Admission) -> Duration {
        admission.alternates.reduce(lease(at: admission.provider)) { max($0, lease(at: $1.provider)) }
    }

    /// How long a claim holds while a provider is asked: longer than its calls may bring nothing.
    func lease(at provider: Provider) -> Duration { max(lease, provider.longestSilence + .seconds(60)) }
}
