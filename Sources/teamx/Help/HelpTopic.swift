/// What is said about things that are not one command's own.
enum HelpTopic: String, CaseIterable, Sendable {
    case output
    case exitCodes = "exit-codes"
    case environment
    case practiceModel = "practice-model"

    static var list: String {
        (["Topics, each with teamx help TOPIC:", ""]
            + allCases.map { topic in
                "  " + topic.rawValue + String(repeating: " ", count: 16 - topic.rawValue.count) + topic.summary
            }).joined(separator: "\n")
    }

    private var summary: String {
        switch self {
        case .output: "tables, JSON and others; fields; colour"
        case .exitCodes: "what the number at the end means"
        case .environment: "variables and files, and which comes first"
        case .practiceModel: "the model that needs no key, and how to know its work"
        }
    }

    var text: String {
        switch self {
        case .output: Self.outputText
        case .exitCodes: Self.exitCodesText
        case .environment: Self.environmentText
        case .practiceModel: Self.practiceModelText
        }
    }

    private static let outputText = """
        Results go to standard output; progress, hints and errors to standard error.

          -o table     columns for people; what a terminal gets, cut to its width
          -o tsv       cells between tabs, nothing cut, no header; what a pipe gets
          -o json      what the API says; a list is an array, an empty one is []
          -o ndjson    one JSON value on a line, as things happen with --follow
          -o ids       ids alone, for xargs
          --json       the same as -o json
          --fields     only these members: --fields number,title,status
          -q           on creation, the id alone

        Tables show the last six characters of an id, which will do wherever one is wanted;
        all other forms have the whole of it.

        Errors are JSON where results are: {"error":{"code","message","hint","retryable"}}.
        Colour is for terminals, and only repeats what a word says: --color, NO_COLOR,
        CLICOLOR_FORCE and TERM=dumb are honoured. Without a UTF-8 locale ASCII is printed.

          teamx ticket list --fields number,title -o tsv | sort -n
        """

    private static var exitCodesText: String {
        (["The number that a command ends with:", ""]
            + ExitStatus.allCases.map { status in
                let number = "\(status.rawValue)"
                return String(repeating: " ", count: 5 - number.count) + number + "  " + status.meaning
            } + ["", "  teamx ticket create \"Fix it\" --assign ada --wait --timeout 600 || echo \"ended with $?\""])
            .joined(separator: "\n")
    }

    private static let environmentText = """
        An option comes before a variable, a variable before the project's file, the
        project's file before your own, and that before what is usual.

          --server       TEAMX_SERVER    your file   the server's address
          --data         TEAMX_DATA                  the data directory
          --token-file   TEAMX_TOKEN                 the token itself
          --company      TEAMX_COMPANY   both files  the company that is meant
          --output       TEAMX_OUTPUT    both files  table, json, ndjson, tsv or ids
          --color        NO_COLOR        both files  auto, always or never

        The project's file is .teamx.json in this folder or the nearest above; your own is
        team-x/config.json in $XDG_CONFIG_HOME, or ~/.config; on macOS config.json in
        ~/Library/Application Support/Team-X. Both are JSON: {"company":"aurora-works"}.
        A project's file cannot name the server, since your token would go there.

          teamx company use aurora-works           writes your own file, for this server
          teamx company use aurora-works --here    writes .teamx.json

        Of the server's own environment: TEAMX_PASSPHRASE opens its file of secrets, and
        TEAMX_SECRET_STORE (file, secret-service or keychain) says where they are kept.
        """

    private static let practiceModelText = """
        The practice model is part of the program: it follows a script, costs nothing, and
        needs no key and no network. It plays the employees where no provider is set up,
        so that everything can be tried.

        What it writes is no work. Its documents say so in their last line, the live view
        and the summary say “practice model”, and tickets and conversations put it behind
        the name of whoever wrote.

        A real model:

          teamx provider list
          teamx provider add "My llama" --kind openai-compatible \\
              --base-url http://127.0.0.1:8080/v1 --default-model local
          teamx provider use my-llama

        It can also fail as others do, so that you see what your company does then: a
        fault stands behind the model's name, and with a number every so many calls fail.

          teamx employee model ada --provider practice --model practice+stall/3

        The faults: rate-limited, quota, overloaded, unreachable, unauthorized, stall,
        half, garbage, wrong-usage, no-usage.
        """
}
