package import Domain
package import FoundationEssentials

/// On what terms the dispatcher of this server begins work, beside what is in the database.
package struct DispatchTerms: Sendable {
    package let providers: any ModelProviders
    /// How many turns may go on at the same time.
    package let slots: Int
    /// How the providers have fared of late.
    package let health: ProviderHealth
    package let roles: RoleCatalog
    /// Where the server is, for times of day that name no time zone.
    package let zone: TimeZone

    package init(
        providers: any ModelProviders, slots: Int, health: ProviderHealth = ProviderHealth(), roles: RoleCatalog = RoleCatalog(),
        zone: TimeZone = .gmt
    ) {
        self.providers = providers
        self.slots = slots
        self.health = health
        self.roles = roles
        self.zone = zone
    }
}
