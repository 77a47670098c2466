import ArgumentParser

/// Whether and how long a command that starts work waits for its end.
struct WaitChoice: ParsableArguments {
    @Flag(help: "Wait for the end of the work; ends with status 2 when it is a bad one.") var wait = false
    @OptionGroup var time: TimeLimit

    var limit: Duration? { time.limit }
}
