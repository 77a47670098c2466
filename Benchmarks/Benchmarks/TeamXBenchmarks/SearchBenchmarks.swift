import Benchmark
import Domain
import Engine
import Logging
import Store
import Tools

/// Searches in a company of ten thousand tickets, by words that few of them hold and by words that all do.
func searchBenchmarks() {
    searching("rare words", for: "walrus number 4711")
    searching("common words", for: "write the chapter about history")
    searching("common words among goals alone", for: "write the chapter about history", types: [.goal])
}

private func searching(
    _ name: String, for words: String, types: [EmbeddingSource] = Array(EmbeddingSource.allCases)
) {
    Benchmark("search: \(name) in 10,000 tickets") { benchmark in
        let disk = try await DiskStore(durability: .normal)
        let store = disk.store
        let (company, owner) = try await disk.found()
        for start in stride(from: 0, to: 10_000, by: 1000) {
            try await store.write { transaction in
                for number in start..<start + 1000 {
                    let draft = Ticket.Draft(
                        title: "Write chapter \(number)",
                        description:
                            "The chapter about the history of \(number % 97 == 0 ? "the walrus" : "matter") number \(number).")
                    _ = try Ticket.file(draft, in: company.id, by: .user(owner.id), transaction)
                }
            }
        }
        let workplace = Workplace(
            store: store, time: RealTime(), roles: RoleCatalog(),
            providers: ImmediateModel(call: ToolCall(id: "", name: "", arguments: "")), pricing: Free(),
            documents: TextDocumentWriter(), extractText: { _, _, _ in nil },
            logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() })
        _ = await SearchIndexer(workplace).catchUp()
        let search = CompanySearch(workplace)
        let query = CompanySearch.Query(words, types: types)
        _ = try await search.find(query, in: company.id)
        try await benchmark.measure(50) {
            for _ in 0..<50 { _ = try await search.find(query, in: company.id) }
        }
        try await disk.remove()
    }
}
