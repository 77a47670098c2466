import Foundation
import Testing

@testable import teamx

struct AccessTokenTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "team-x-token-\(UUID().uuidString)")
        .path(percentEncoded: false)

    private func write(_ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: path))
    }

    @Test func `a token is made once and readable to its owner only`() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let token = try AccessToken.load(at: path)
        #expect(try AccessToken.load(at: path) == token)
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
    }

    @Test(arguments: ["", " \n\t"]) func `a blank file gets a new token`(content: String) throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        try write(Array(content.utf8))
        #expect(try AccessToken.load(at: path).hasPrefix("tx_"))
    }

    @Test(arguments: [[0xFF, 0xFE, 0x00], Array("pässword".utf8), Array(repeating: 0x61, count: 5000)])
    func `what is no token stays as it is and is an error`(content: [UInt8]) throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        try write(content)
        #expect(throws: AccessToken.Problem.self) { try AccessToken.load(at: path) }
        #expect(try Array(Data(contentsOf: URL(filePath: path))) == content)
    }

    @Test func `a folder or link in its place is an error`() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(throws: AccessToken.Problem.self) { try AccessToken.load(at: path) }
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path + "-elsewhere")
        #expect(throws: AccessToken.Problem.self) { try AccessToken.load(at: path) }
        #expect(!FileManager.default.fileExists(atPath: path + "-elsewhere"))
    }
}
