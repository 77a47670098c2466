import Domain
import Engine
import FoundationEssentials
import Store

/// What routes need beside the request.
struct WebContext: Sendable {
    let configuration: WebServer.Configuration
    let store: Store
    let roles: RoleCatalog
    let providers: any ProviderChecks & ModelProviders
    let secrets: Secrets
    let found: FoundModels
    let prices: any PriceLists
    let extractText: @Sendable (_ bytes: [UInt8], _ mimeType: String, _ name: String) -> String?
    let preview: ContextPreview
    let pulse: DispatchPulse
    /// How the providers have fared of late.
    let health: ProviderHealth
    let machine: MachineProfile
    let time: any TimeSource
    let startedAt: Timestamp
    let owner: Operator.ID
    /// Where the server is, for times of day that name no time zone.
    var zone = TimeZone.gmt
    let random: @Sendable () -> Double
    let shutdown: @Sendable () -> Void

    var terms: DispatchTerms { DispatchTerms(providers: providers, slots: pulse.slots, health: health, roles: roles, zone: zone) }
}
