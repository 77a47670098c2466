package import Domain

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension Vault.Stored {
    /// Takes the bytes out of the vault unless a file's row speaks of them.
    ///
    /// Being in a transaction, this comes before or after any other entry of the same bytes. What comes after has to look
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

extension Vault {
    /// Whether something of the right size is where the bytes were put.
    func holds(_ stored: Stored) -> Bool {
        var status = stat()
        return lstat("\(root)/\(stored.path)", &status) == 0 && Int(status.st_size) == stored.size
    }
}
