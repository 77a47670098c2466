import Domain
import FoundationEssentials
import Store
import Web

/// A port at which somebody else listens already.
enum PortInUse {
    /// The error in words that say who that is, where it is about the port; any other as it is.
    static func explained(_ error: any Error, port: Int, hint: String) async -> any Error {
        guard let refusal = error as? WebServer.CannotListen, refusal.reason.contains("in use") else { return error }
        return CommandFailure(
            .tryAgain, code: "cannot_listen", "Port \(port) is in use\(await holder(of: port)).", hint: hint)
    }

    /// Who listens there, as far as that can be told.
    private static func holder(of port: Int) async -> String {
        let address = "http://127.0.0.1:\(port)"
        let location = ServerLocation(address: address, token: nil)
        // Whoever does not answer like one of us is somebody else.
        let health = try? await APIClient.with(location) { try await $0.get(APIPath("health"), timeout: .seconds(2)) }
        guard health?["schema"]?.string != nil else { return "" }
        let usual = DataFolder.standard(environment: ProcessInfo.processInfo.environment)
        let isUsual = RunningServer.holder(at: usual)?.address == address
        return " by another teamx" + (isUsual ? " with the data in \(usual)" : "")
    }
}
