extension Run {
    /// How it ended.
    ///
    /// - Parameter finish: Why its last model call came to its end.
    package func outcome(_ finish: FinishReason?) -> RunOutcome {
        switch status {
        case .running: .running
        case .success: finish == .length ? .tokenLimit : .finished
        case .cancelled: errorClass == "put_off" ? .putOff : errorClass == "budget" ? .budget : .stopped
        case .error: Self.failure(errorClass ?? "")
        }
    }

    private static func failure(_ errorClass: String) -> RunOutcome {
        switch errorClass {
        case "interrupted": .crashed
        case RunEnding.ErrorClass.tooManySteps.name: .stepLimit
        case RunEnding.ErrorClass.contextTooSmall.name, RunEnding.ErrorClass.model(.tooLong).name: .tokenLimit
        case RunEnding.ErrorClass.stalled.name: .timeLimit
        case RunEnding.ErrorClass.noProgress.name: .noProgress
        case RunEnding.ErrorClass.priceUnknown.name: .budget
        case RunEnding.ErrorClass.program.name: .programError
        default: ModelError.Class(rawValue: errorClass) == nil ? .failed : .providerError
        }
    }
}
