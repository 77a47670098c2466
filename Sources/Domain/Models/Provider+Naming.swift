extension Provider {
    /// Whether people mean this provider by `name`: its id or its kind.
    package func isCalled(_ name: String) -> Bool { id.rawValue == name || kind.rawValue == name }
}
