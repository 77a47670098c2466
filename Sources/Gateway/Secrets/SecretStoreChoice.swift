package import Domain

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Which of the stores of secrets a machine has is used.
package enum SecretStoreChoice {
    /// The file where there is one, or a passphrase for one; else the Keychain on a Mac, and elsewhere the Secret Service where
    /// it answers on the session's bus; else the file.
    ///
    /// - Parameters:
    ///   - folder: The data directory, in which the file is.
    ///   - environment: The process's own. `TEAMX_SECRET_STORE` forces one: `file`, `secret-service`, `keychain`.
    package static func store(
        in folder: String, environment: [String: String], random: @escaping @Sendable (_ count: Int) -> [UInt8]
    ) -> any SecretStore {
        let path = folder + "/secrets.sealed"
        let passphrase = environment["TEAMX_PASSPHRASE"].flatMap { $0.isEmpty ? nil : $0 }
        let file = FileSecretStore(path: path, keyPath: folder + "/secrets.key", passphrase: passphrase, random: random)
        let wish = environment["TEAMX_SECRET_STORE"]
        if wish == "keychain" { return KeychainStore(environment: environment) }
        let tool = program("secret-tool", environment)
        if wish == "secret-service" {
            return SecretServiceStore(path: tool ?? "/usr/bin/secret-tool", environment: environment)
        }
        if wish == "file" || passphrase != nil || access(path, F_OK) == 0 { return file }
        #if os(macOS)
        return KeychainStore(environment: environment)
        #else
        let bus = environment["DBUS_SESSION_BUS_ADDRESS"] ?? ""
        guard !bus.isEmpty, let tool else { return file }
        let service = SecretServiceStore(path: tool, environment: environment)
        return service.isThere ? service : file
        #endif
    }

    /// A program in one of the folders of `PATH`.
    private static func program(_ name: String, _ environment: [String: String]) -> String? {
        (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first { $0.hasPrefix("/") && access($0, X_OK) == 0 }
    }
}
