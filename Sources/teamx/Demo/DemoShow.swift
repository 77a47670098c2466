import Domain

/// The demo itself: a server, and a client that drives it and shows what happens.
struct DemoShow: Sendable {
    let goal: String
    let exitWhenDone: Bool
    let console: Console
    let model: DemoModel

    /// Returns when the server has stopped, with whether the goal was reached before.
    ///
    /// - Throws: What kept the server from starting or the client from going on.
    func run(_ program: ServerProgram) async throws -> Bool {
        let (ready, listening) = AsyncStream.makeStream(of: ServerReady.self, bufferingPolicy: .bufferingNewest(1))
        let outcomes = await withTaskGroup(of: Result<Bool?, any Error>.self) { group in
            group.addTask {
                var outcome = Result<Bool?, any Error>.success(nil)
                for await server in ready {
                    do { outcome = .success(try await show(server)) } catch { outcome = .failure(error) }
                    // Without the client there is nothing to see; a server that was not asked to stay ends with it.
                    if exitWhenDone || !outcome.isSuccess { server.stop() }
                }
                return outcome
            }
            group.addTask {
                defer { listening.finish() }
                do { try await program.run { listening.yield($0) } } catch { return .failure(error) }
                return .success(nil)
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        console.eraseStatus()
        return try outcomes.compactMap { try $0.get() }.contains(true)
    }

    /// Drives the server as any client would. `true` when the goal was reached.
    private func show(_ server: ServerReady) async throws -> Bool {
        console.note("Team-X is at \(server.address), its data in \(server.data)")
        return try await APIClient.with(ServerLocation(address: server.address, token: server.token)) { client in
            let company = try await DemoSetUp(client: client, console: console, model: model).run(goal: goal)
            let outcome = try await WorkView(company: company.company, goal: company.goal).follow(client, console, after: 0)
            try await outcome.summary(client, company: company.company).print(on: console)
            if !exitWhenDone { console.note(Self.lookAround(server)) }
            return outcome.isAchieved
        }
    }

    private static func lookAround(_ server: ServerReady) -> String {
        let program = CommandLine.arguments.first ?? "teamx"
        return """

            The server stays up at \(server.address). Look around from another terminal:
              \(program) ticket list --data \(server.data)
              \(program) file list --data \(server.data)
              \(program) org --data \(server.data)
              \(program) chat ada "What is next?" --data \(server.data)
            Stop it with Ctrl-C here, or \(program) stop --data \(server.data)
            """
    }
}

extension Result where Success == Bool? {
    fileprivate var isSuccess: Bool { if case .success = self { true } else { false } }
}
