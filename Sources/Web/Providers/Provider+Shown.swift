import Domain

extension Provider {
    /// As it is shown: what was said of it in the words in which it is said, without what is only kept for ourselves.
    var shown: Provider {
        var config = config.value.object ?? [:]
        if case .bool(let takesImages)? = config["images"] { config["images"] = takesImages ? "yes" : "no" }
        if let billing = config.removeValue(forKey: "billing") {
            config["subscription"] = .bool(billing.string == "subscription")
        }
        config["tier_said"] = nil
        var shown = self
        shown.config = JSONColumn(.object(config))
        return shown
    }
}
