import Domain
import Engine
import Store

/// What routes need beside the request.
struct WebContext: Sendable {
    let configuration: WebServer.Configuration
    let store: Store
    let roles: RoleCatalog
    let providers: any ProviderChecks & ModelProviders
    let secrets: Secrets
    let sessions: Sessions
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
    let random: @Sendable () -> Double
    let shutdown: @Sendable () -> Void
    /// What companies have spent in this month.
    let months = SpentMonths()

    /// Finds what companies have said, done and kept.
    var search: CompanySearch { preview.search }

    var terms: DispatchTerms { DispatchTerms(providers: providers, slots: pulse.slots, health: health, roles: roles) }
}
