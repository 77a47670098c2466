package import Domain
import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension Vault {
    /// Removes what nobody has finished putting in, as when the server ended in the middle of it.
    ///
    /// It is for a time when nobody puts anything in. Complete files stay, even those that no row speaks of: a database that
    /// was put back to an earlier state may get its rows again.
    package func clear() {
        for folder in names(in: root) {
            for name in names(in: "\(root)/\(folder)") where name.hasPrefix(VaultIntake.prefix) {
                unlink("\(root)/\(folder)/\(name)")
            }
        }
    }

    private func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []  // no folder, or a file: nothing is in it
    }

    /// Whether something of the right size is where the bytes were put.
    func holds(_ stored: Stored) -> Bool {
        var status = stat()
        return lstat("\(root)/\(stored.path)", &status) == 0 && Int(status.st_size) == stored.size
    }
}

extension Vault.Stored {
    /// Takes the bytes out of the vault unless a file's row speaks of them.
    ///
    /// Being in a transaction, this comes before or after any other entry of the same bytes, and those that come after look
    /// whether the bytes are still there: see ``requirePresence(in:)``.
    package func discard(from vault: Vault, of company: Company.ID, in transaction: any Transaction) throws {
        let isEntered = try transaction.exists(
            "SELECT 1 FROM file_vault WHERE company_id = \(company) AND sha256 = \(sha256) LIMIT 1")
        if !isEntered { unlink("\(vault.root)/\(path)") }
    }

    /// - Throws: ``RuleViolation/conflict(_:)`` when somebody has taken the bytes out again.
    package func requirePresence(in vault: Vault) throws {
        guard vault.holds(self) else {
            throw RuleViolation.conflict("The same file was taken back while it was put in: send it again.")
        }
    }
}
