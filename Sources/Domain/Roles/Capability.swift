/// What a role is good at: the words by which work finds the employee who can do it.
///
/// The order is part of the vocabulary: scores are kept as lists in this order.
package enum Capability: String, Vocabulary {
    // Engineering
    case backendEngineering = "backend_engineering"
    case frontendEngineering = "frontend_engineering"
    case mobileEngineering = "mobile_engineering"
    case dataEngineering = "data_engineering"
    case mlEngineering = "ml_engineering"
    case devops
    case siteReliability = "site_reliability"
    case securityEngineering = "security_engineering"
    case qaEngineering = "qa_engineering"
    case apiDesign = "api_design"

    // Product
    case productManagement = "product_management"
    case productStrategy = "product_strategy"
    case roadmapPlanning = "roadmap_planning"
    case requirementsAnalysis = "requirements_analysis"
    case userResearch = "user_research"
    case featurePrioritization = "feature_prioritization"
    case productAnalytics = "product_analytics"

    // Design
    case uxDesign = "ux_design"
    case uiDesign = "ui_design"
    case visualDesign = "visual_design"
    case interactionDesign = "interaction_design"
    case designSystems = "design_systems"

    // Operations
    case projectManagement = "project_management"
    case peopleManagement = "people_management"
    case processImprovement = "process_improvement"
    case financialOperations = "financial_operations"
    case legalCompliance = "legal_compliance"
    case hrOperations = "hr_operations"
    case vendorManagement = "vendor_management"

    // Strategy
    case executiveLeadership = "executive_leadership"
    case businessStrategy = "business_strategy"
    case marketAnalysis = "market_analysis"
    case partnerships
    case fundraising
    case corporateDevelopment = "corporate_development"

    // Support
    case customerSuccess = "customer_success"
    case technicalWriting = "technical_writing"
    case technicalSupport = "technical_support"
    case contentMarketing = "content_marketing"
    case sales
    case developerRelations = "developer_relations"
}

extension Capability {
    /// The six groups of the taxonomy, in their order.
    package enum Category: String, Vocabulary {
        case engineering, product, design, operations, strategy, support
    }

    package var category: Category {
        switch self {
        case .backendEngineering, .frontendEngineering, .mobileEngineering, .dataEngineering, .mlEngineering, .devops,
            .siteReliability, .securityEngineering, .qaEngineering, .apiDesign:
            .engineering
        case .productManagement, .productStrategy, .roadmapPlanning, .requirementsAnalysis, .userResearch,
            .featurePrioritization, .productAnalytics:
            .product
        case .uxDesign, .uiDesign, .visualDesign, .interactionDesign, .designSystems:
            .design
        case .projectManagement, .peopleManagement, .processImprovement, .financialOperations, .legalCompliance,
            .hrOperations, .vendorManagement:
            .operations
        case .executiveLeadership, .businessStrategy, .marketAnalysis, .partnerships, .fundraising, .corporateDevelopment:
            .strategy
        case .customerSuccess, .technicalWriting, .technicalSupport, .contentMarketing, .sales, .developerRelations:
            .support
        }
    }
}
