import Domain
import Store

/// The one way to a model: who may be asked, how many calls go on at a time, what a call costs.
struct ModelGate: Sendable {
    let workplace: Workplace

    init(_ workplace: Workplace) { self.workplace = workplace }

    var caps: CallCaps { workplace.caps }

    var pricing: any Pricing { workplace.pricing }

    /// A model that may be asked on behalf of an employee, and those to ask instead when it does not take a call.
    struct Admission: Sendable {
        let provider: Provider
        let model: String
        let connection: any ModelProvider
        var alternates: [Admission] = []

        /// How far what is said to the model travels.
        var tier: PrivacyTier { provider.tier(of: model) }

        /// The first of the others that can take in what is asked.
        func next(for request: ModelRequest) -> Admission? {
            let needed = request.estimatedTokens + (request.maxOutputTokens ?? 0)
            guard let place = alternates.firstIndex(where: { $0.window.tokens >= needed }) else { return nil }
            var next = alternates[place]
            next.alternates = Array(alternates[(place + 1)...])
            return next
        }
    }

    /// What a call came to.
    struct Answer: Hashable, Sendable {
        var text = ""
        var toolCalls: [ToolCall] = []
        var usage: TokenUsage
        var finish: FinishReason?
        var cost: Money
        var isPriceKnown: Bool
        /// What the model thought, in tokens as they are estimated.
        var thoughtTokens = 0
        /// Whether anything at all has come of the call.
        var hasBegun = false
        var costKind = CostKind.billed

        /// Whether anything was used.
        var isAnything: Bool { usage.prompt > 0 || usage.completion > 0 }
    }

    /// Chooses the providers and models for an employee, as ``ModelChoice/chain(for:of:role:)`` does.
    ///
    /// - Throws: ``ModelError`` when the first choice cannot be used, also when its privacy tier is above what is allowed.
    func admit(_ employee: Employee, of company: Company, in transaction: any Transaction) throws -> Admission {
        let role = workplace.roles.role(of: employee)
        let choice = try ModelChoice(for: workplace.providers, in: transaction)
        let chain = try choice.chain(for: employee.providerWish, of: company, role: role)
        let limit = choice.limit(for: employee.providerWish, of: company)
        var admissions: [Admission] = []
        for (place, row) in chain.enumerated() {
            let isFirst = place == 0
            // The company's model is one of the company's provider; another one need not know it. Nor need it know the employee's.
            let isNobodys = isFirst && employee.providerPref == nil
            let isCompanys = company.defaultProvider.map { row.isCalled($0.rawValue) } ?? isNobodys
            let model =
                (isFirst ? employee.modelPref : nil) ?? role.flatMap { row.model(of: $0.preferredModelTier) }
                ?? (isCompanys ? company.defaultModel : nil) ?? row.defaultModel
            guard let model else {
                guard isFirst else { continue }
                throw ModelError(
                    .invalidRequest,
                    "No model is chosen for \(row.name): set default_model on the provider or model on the company.")
            }
            guard row.tier(of: model) <= limit else {
                guard isFirst else { continue }
                throw ModelError(
                    .invalidRequest,
                    "\(row.name) passes what is said to \(model) on to servers elsewhere; only \(limit.rawValue) is allowed.")
            }
            do {
                admissions.append(Admission(provider: row, model: model, connection: try workplace.providers.provider(for: row)))
            } catch {
                guard isFirst else { continue }  // the chain is shorter by it
                throw (error as? ModelError).map { KeyAdvice.adding(to: $0, at: row.id) } ?? error
            }
        }
        var first = admissions.removeFirst()
        first.alternates = admissions
        return first
    }
}
