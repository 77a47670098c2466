package import Domain

extension ThreadDigest {
    package static func of(_ thread: Thread.ID, in transaction: any Transaction) throws -> ThreadDigest? {
        try transaction.select(ThreadDigest.self, "WHERE thread_id = \(thread)").first
    }
}
