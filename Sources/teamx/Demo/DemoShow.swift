import Domain

/// The demo itself: a server, and a client that drives it and shows what happens.
struct DemoShow: Sendable {
    /// `nil` for the one that the company has.
    let goal: String?
    let exitWhenDone: Bool
    /// Whether the result is JSON, and nothing else is printed to standard output.
    let asJSON: Bool
    let console: Console
    let model: DemoModel
    let invitation: CockpitInvitation

    /// How the work ended.
    enum Ending: Sendable {
        case reached
        case stuck
        /// The server was stopped before.
        case interrupted
    }

    private enum Part: Sendable {
        case show(Result<Ending?, any Error>)
        case server
        case interruption
    }

    /// Returns when the server has stopped.
    ///
    /// - Throws: What kept the server from starting or the client from going on.
    func run(_ program: ServerProgram) async throws -> Ending {
        let (ready, listening) = AsyncStream.makeStream(of: ServerReady.self, bufferingPolicy: .bufferingNewest(1))
        defer { console.eraseStatus() }
        return try await withThrowingTaskGroup(of: Part.self) { group in
            group.addTask { .show(await play(ready)) }
            group.addTask {
                defer { listening.finish() }
                try await program.run { listening.yield($0) }
                return .server
            }
            group.addTask {
                await Interruption.watch(console) {
                    console.endStatus()
                    console.note("Stopping … (Ctrl-C once more to quit at once)")
                }
                return .interruption
            }
            var ending: Ending?
            var failure: (any Error)?
            while let part = await group.nextResult() {
                switch part {
                case .success(.show(.success(let shown))): ending = shown
                case .success(.show(.failure(let error))): failure = error
                // There is nothing to see without the server: whoever stopped it wants no more of it.
                case .success(.server): group.cancelAll()
                case .success(.interruption): break
                case .failure(let error):
                    if failure == nil { failure = error }
                    group.cancelAll()
                }
            }
            if let failure { throw failure }
            return ending ?? .interrupted
        }
    }

    /// Waits for the server and shows the work.
    ///
    /// A server that was not asked to stay ends with it.
    private func play(_ ready: AsyncStream<ServerReady>) async -> Result<Ending?, any Error> {
        for await server in ready {
            do {
                let ending = try await show(server)
                if exitWhenDone { server.stop() }
                return .success(ending)
            } catch {
                server.stop()
                // A server in this process does not answer because it was stopped; that is told by how it ends.
                if case APIFailure.unreachable = error { return .success(nil) }
                return error is CancellationError ? .success(nil) : .failure(error)
            }
        }
        return .success(nil)
    }

    /// Drives the server as any client would.
    private func show(_ server: ServerReady) async throws -> Ending {
        console.note("Team-X is at \(server.address), its data in \(server.data)")
        invitation.show(server, options: " --data \(ShellWord.quoted(server.data))")
        return try await APIClient.with(ServerLocation(address: server.address, token: server.token)) { client in
            let company = try await DemoSetUp(client: client, console: console, model: model).run(goal: goal)
            let options = "--data \(ShellWord.quoted(server.data))"
            if try await client.isPaused(company.company) { console.note(PausedCompany.remark(options: options)) }
            let view = WorkView(company: company.company, goal: company.goal)
            let outcome = try await view.follow(client, asJSON ? .silent : console, after: 0)
            let summary = try await outcome.summary(client, company: company.company)
            if asJSON {
                console.raw(SafeText.json(summary.json.description) + "\n")
            } else {
                summary.lines(for: console.terminal, options: options).forEach(console.result)
            }
            if !exitWhenDone { console.note(Self.lookAround(server, file: summary.files.last?.text("original_name"))) }
            return outcome.isAchieved ? .reached : .stuck
        }
    }

    private static func lookAround(_ server: ServerReady, file: String?) -> String {
        let program = ShellWord.quoted(CommandLine.arguments.first ?? "teamx")
        let data = ShellWord.quoted(server.data)
        return """

            The server stays up at \(server.address). From another terminal:
              \(program) open --data \(data)
              \(program) ticket list --data \(data)
              \(program) file \(file.map { "cat " + ShellWord.quoted($0) } ?? "list") --data \(data)
              \(program) org --data \(data)
              \(program) chat CEO "What is next?" --data \(data)
            Stop it with Ctrl-C here, or \(program) stop --data \(data)
            """
    }
}
