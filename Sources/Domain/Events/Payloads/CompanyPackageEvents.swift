/// A company was written into a package.
package struct CompanyPackageExported: EventPayload {
    package static let type = EventType.companyPackageExported

    /// `workspace-export` or `template`.
    package let mode: String
    package let packageID: String
    package let packagePath: String
    package let exportedAt: Timestamp
    package let sharingMode: String
    package let sectionCount: Int

    package init(
        mode: String, packageID: String, packagePath: String, exportedAt: Timestamp, sharingMode: String, sectionCount: Int
    ) {
        self.mode = mode
        self.packageID = packageID
        self.packagePath = packagePath
        self.exportedAt = exportedAt
        self.sharingMode = sharingMode
        self.sectionCount = sectionCount
    }

    private enum CodingKeys: String, CodingKey {
        case mode
        case packageID = "package_id"
        case packagePath = "package_path"
        case exportedAt = "exported_at"
        case sharingMode = "sharing_mode"
        case sectionCount = "section_count"
    }
}

/// A company was made from a package.
package struct CompanyPackageImported: EventPayload {
    package static let type = EventType.companyPackageImported

    package let packageID: String
    /// `workspace-export` or `template`.
    package let mode: String
    /// Where the package came from.
    package let packageRef: String
    package let sharingMode: String
    package let secretBindingCount: Int
    package let importedAt: Timestamp

    package init(
        packageID: String, mode: String, packageRef: String, sharingMode: String, secretBindingCount: Int, importedAt: Timestamp
    ) {
        self.packageID = packageID
        self.mode = mode
        self.packageRef = packageRef
        self.sharingMode = sharingMode
        self.secretBindingCount = secretBindingCount
        self.importedAt = importedAt
    }

    private enum CodingKeys: String, CodingKey {
        case packageID = "package_id"
        case mode
        case packageRef = "package_ref"
        case sharingMode = "sharing_mode"
        case secretBindingCount = "secret_binding_count"
        case importedAt = "imported_at"
    }
}

/// A package was taken into the library of templates.
package struct CompanyTemplateInstalled: EventPayload {
    package static let type = EventType.companyTemplateInstalled

    package let packageID: String
    package let packagePath: String
    /// Where the package came from.
    package let packageRef: String
    package let templateName: String
    package let sharingMode: String
    package let secretBindingCount: Int

    package init(
        packageID: String, packagePath: String, packageRef: String, templateName: String, sharingMode: String,
        secretBindingCount: Int
    ) {
        self.packageID = packageID
        self.packagePath = packagePath
        self.packageRef = packageRef
        self.templateName = templateName
        self.sharingMode = sharingMode
        self.secretBindingCount = secretBindingCount
    }

    private enum CodingKeys: String, CodingKey {
        case packageID = "package_id"
        case packagePath = "package_path"
        case packageRef = "package_ref"
        case templateName = "template_name"
        case sharingMode = "sharing_mode"
        case secretBindingCount = "secret_binding_count"
    }
}
