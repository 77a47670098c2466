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
}
