extension Provider {
    /// Whether people mean this provider by `name`: its id or its kind.
    package func isCalled(_ name: String) -> Bool { id.rawValue == name || kind.rawValue == name }
}

extension Sequence<Provider> {
    /// Those whom people may mean by `name`, the one with this id before those of this kind.
    package func called(_ name: String) -> [Provider] {
        let found = filter { $0.isCalled(name) }
        return found.filter { $0.id.rawValue == name } + found.filter { $0.id.rawValue != name }
    }
}
