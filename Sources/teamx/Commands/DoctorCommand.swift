import ArgumentParser
import Domain

/// `teamx doctor`: what is well and what is not.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what is well with the server and what is not.",
        discussion: "It names where secrets are kept, and never what they are.")

    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk { desk in
            let report = try await desk.client.get(APIPath("doctor"))
            try desk.show(report) { report in
                let findings = report["findings"]?.array ?? []
                return ["teamx \(report.text("version")), schema \(report.text("schema"))"]
                    + findings.map { finding in
                        let style: Style? = finding.text("state") == "problem" ? .bold : nil
                        return desk.paint("\(Self.sign(finding.text("state")))  \(finding.text("sentence"))", style)
                    }
            }
            let isIll = (report["findings"]?.array ?? []).contains { $0.text("state") == "problem" }
            if isIll { throw ExitCode(ExitStatus.failed.rawValue) }
        }
    }

    private static func sign(_ state: String) -> String {
        switch state {
        case "well": "ok     "
        case "note": "note   "
        default: "PROBLEM"
        }
    }
}
