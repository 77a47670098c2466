package import Domain
import Synchronization

/// Keeps secrets in a sealed file, see ``SealedBox``, for machines on which nobody else keeps any.
///
/// Without a passphrase the file is sealed with a key in a second file, which is made when there are neither. A file that was
/// sealed so is sealed with the passphrase as soon as one is given.
package final class FileSecretStore: SecretStore {
    private struct Contents: Sendable {
        var values: [String: String]
        var key: SealedBox.Key
        /// The bytes of the file; `nil` where there was none.
        var sealed: [UInt8]?
    }

    private let file: PrivateFile
    private let keyFile: PrivateFile
    private let passphrase: String?
    private let random: @Sendable (_ count: Int) -> [UInt8]
    /// What the file holds, or why it cannot be opened; `nil` until somebody asks.
    private let opened = Mutex<Result<Contents, SecretStoreError>?>(nil)

    /// - Parameters:
    ///   - path: The file with the secrets, which need not be there.
    ///   - keyPath: The file with the key, of no use where there is a passphrase.
    ///   - random: Bytes that nobody can guess.
    package init(
        path: String, keyPath: String, passphrase: String?, random: @escaping @Sendable (_ count: Int) -> [UInt8]
    ) {
        file = PrivateFile(path: path)
        keyFile = PrivateFile(path: keyPath)
        self.passphrase = passphrase.flatMap { $0.isEmpty ? nil : $0 }
        self.random = random
    }

    package var place: SecretPlace {
        let lock = passphrase == nil ? "the key in \(keyFile.path)" : "a passphrase"
        return SecretPlace(kind: .file, description: "the file \(file.path), sealed with \(lock)")
    }

    package func value(of name: String) throws(SecretStoreError) -> String? {
        try opened.withLock { opened throws(SecretStoreError) in
            // What could not be opened may have been put right meanwhile.
            if case .failure = opened { opened = nil }
            var result = opened ?? self.open()
            defer { opened = result }
            let contents = try result.get()
            // Another file may have been put in the place of the one that was read, as when a copy of it is put back.
            if contents.values[name] == nil, let bytes = try self.file.read(), bytes != contents.sealed { result = self.open() }
            return try result.get().values[name]
        }
    }

    package func set(_ value: String, for name: String) throws(SecretStoreError) {
        _ = try change { $0.updateValue(value, forKey: name) != value }
    }

    package func remove(_ name: String) throws(SecretStoreError) -> Bool {
        try change { $0.removeValue(forKey: name) != nil }
    }

    /// - Returns: What `body` returns: whether anything is to be written.
    private func change(_ body: (inout [String: String]) -> Bool) throws(SecretStoreError) -> Bool {
        try opened.withLock { opened throws(SecretStoreError) in
            // What could not be opened may have been put right meanwhile.
            if case .failure = opened { opened = nil }
            var contents = try (opened ?? self.open()).get()
            guard body(&contents.values) else { return false }
            contents.sealed = try self.write(contents)
            opened = .success(contents)
            return true
        }
    }

    private func open() -> Result<Contents, SecretStoreError> {
        do throws(SecretStoreError) { return .success(try contents()) } catch { return .failure(error) }
    }

    private func contents() throws(SecretStoreError) -> Contents {
        guard let bytes = try file.read() else { return Contents(values: [:], key: try newKey(), sealed: nil) }
        let (lock, salt) = try told { () throws(SealedBox.Flaw) in try SealedBox.lock(of: bytes) }
        let key = try key(lock, salt)
        let values = try told(lock) { () throws(SealedBox.Flaw) in try Self.values(in: try SealedBox.open(bytes, with: key)) }
        let contents = Contents(values: values, key: key, sealed: bytes)
        guard lock == .keyFile, passphrase != nil else { return contents }
        do throws(SecretStoreError) {
            var better = Contents(values: values, key: try newKey(), sealed: nil)
            better.sealed = try write(better)
            return better
        } catch {
            return contents  // the file stays as it was
        }
    }

    /// What is wrong with the file, in words for its owner.
    private func told<Value>(
        _ lock: SealedBox.Lock = .keyFile, _ body: () throws(SealedBox.Flaw) -> Value
    ) throws(SecretStoreError) -> Value {
        do throws(SealedBox.Flaw) { return try body() } catch {
            switch error {
            case .damaged: throw .damaged(path: file.path)
            case .unknownFormat: throw .unknownFormat(path: file.path)
            case .wrongKey where lock == .passphrase: throw .wrongPassphrase(path: file.path)
            case .wrongKey: throw .wrongKey(path: file.path, key: keyFile.path)
            }
        }
    }

    private func key(_ lock: SealedBox.Lock, _ salt: [UInt8]) throws(SecretStoreError) -> SealedBox.Key {
        switch lock {
        case .passphrase:
            guard let passphrase else { throw .passphraseNeeded(path: file.path) }
            return try Self.key(passphrase, salt, file.path)
        case .keyFile:
            guard let secret = try keyFile.read(), !secret.isEmpty else {
                throw .keyMissing(path: file.path, key: keyFile.path)
            }
            return SealedBox.Key(keyFile: secret, salt: salt)
        }
    }

    /// A key for a file that is to be sealed anew.
    private func newKey() throws(SecretStoreError) -> SealedBox.Key {
        let salt = random(SealedBox.saltLength)
        if let passphrase { return try Self.key(passphrase, salt, file.path) }
        if let secret = try keyFile.read(), secret.count >= 32 { return SealedBox.Key(keyFile: secret, salt: salt) }
        let secret = random(32)
        try keyFile.replace(with: secret)
        return SealedBox.Key(keyFile: secret, salt: salt)
    }

    private static func key(_ passphrase: String, _ salt: [UInt8], _ path: String) throws(SecretStoreError) -> SealedBox.Key {
        guard let key = SealedBox.Key(passphrase: passphrase, salt: salt) else {
            throw .system(path: path, reason: "the machine has too little memory for its passphrase")
        }
        return key
    }

    /// - Returns: The bytes of the file.
    private func write(_ contents: Contents) throws(SecretStoreError) -> [UInt8] {
        let json = JSONValue.object(contents.values.mapValues { .string($0) })
        let sealed: [UInt8]
        do throws(SealedBox.Flaw) { sealed = try SealedBox.seal(Array(json.description.utf8), with: contents.key) } catch {
            throw .system(path: file.path, reason: "it could not be sealed")
        }
        try file.replace(with: sealed)
        return sealed
    }

    private static func values(in contents: [UInt8]) throws(SealedBox.Flaw) -> [String: String] {
        guard let members = (try? JSONValue(parsing: contents))?.object else { throw .damaged }  // sealed, yet not by us
        return members.compactMapValues(\.string)
    }
}
