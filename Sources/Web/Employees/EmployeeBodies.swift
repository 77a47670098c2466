import Domain
import Store

extension EmployeeRoutes {
    struct Hire: RequestBody {
        var role: String
        var name: String?
        var managerID: Employee.ID?
        var provider: String?
        var model: String?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case role, name, provider, model
            case managerID = "manager_id"
        }
    }

    struct Dismiss: RequestBody {
        var successorID: Employee.ID?

        enum CodingKeys: String, CodingKey, CaseIterable { case successorID = "successor_id" }
    }

    struct Choose: RequestBody {
        var provider: String?
        var model: String?
        var maxPrivacyTier: PrivacyTier?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case provider, model
            case maxPrivacyTier = "max_privacy_tier"
        }
    }

    struct SetManager: RequestBody {
        let managerID: Employee.ID?

        enum CodingKeys: String, CodingKey, CaseIterable { case managerID = "manager_id" }

        /// - Throws: `DecodingError` where it is not said, be it by null.
        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            guard let manager = try members.change(Employee.ID.self, .managerID) else {
                throw DecodingError.keyNotFound(
                    CodingKeys.managerID, .init(codingPath: decoder.codingPath, debugDescription: "is missing"))
            }
            managerID = manager
        }
    }

    /// What is changed of somebody's place; what is missing stays as it is.
    struct Promote: RequestBody {
        let promotion: Employee.Promotion

        enum CodingKeys: String, CodingKey, CaseIterable {
            case title, level
            case managerID = "manager_id"
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            promotion = Employee.Promotion(
                title: try members.decodeIfPresent(String.self, forKey: .title),
                level: try members.decodeIfPresent(EmployeeLevel.self, forKey: .level),
                manager: try members.change(Employee.ID.self, .managerID))
        }
    }
}
