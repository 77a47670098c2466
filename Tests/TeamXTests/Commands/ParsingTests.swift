import ArgumentParser
import Testing

@testable import teamx

struct ParsingTests {
    @Test(arguments: [
        "demo --goal X --exit-when-done", "serve --port 0", "serve --open", "demo --no-open", "open", "open inbox --company a",
        "open /doctor --no-browser --json", "company create Aurora --json", "company list -o tsv",
        "company pause -c a",
        "hire ceo --name Ada --manager grace --model m --provider p -q", "employee ls", "org --color never", "role show ceo",
        "goal create Reach --watch", "ticket create T --assign ada --wait --timeout 5", "ticket ls --status open",
        "ticket show 3",
        "chat ada hello", "chat ada -", "events --follow --after 3", "file get plan.md --to x --force", "file cat plan.md --raw",
        "queue --server 127.0.0.1:1", "question answer ID yes", "run show ID", "provider test ollama", "stop", "status", "verify",
        "db status", "version --json", "version -v", "serve --json --vector-extension /x", "demo --json --vector-extension /x",
        "sign-pack folder --key k --json", "run list --limit 3", "file list --limit 3 --search x", "thread list",
        "thread messages ID",
        "ticket list --fields number,title", "ticket unblock 3 --wait --timeout 5", "ticket comment 3 x --wait",
        "question answer ID yes --wait", "goal create Reach --wait --timeout 5", "company show aurora",
        "company use aurora --here",
        "company use --none", "inbox --kind review", "inbox --done ID", "ticket accept 3 good", "ticket unassign 3",
        "ticket suggest 3", "employee move noor --top",
        "employee promote noor --title T --level Lead --top", "employee demote noor --level IC --manager ada",
        "ticket edit 3 --title T --no-due --goal ID --label a --label b", "goal edit ID --title T --no-target", "goal reopen ID",
        "goal close ID --abandon", "project list", "project show ID", "project close ID", "project archive ID",
        "project reopen ID", "ticket block 3 --reason x",
        "ticket send-back 3 more",
        "ticket assign 3 noor", "ticket reopen 3", "employee move noor --manager ada",
        "run stop ID", "run guide ID words", "employee stop noor", "employee guide noor words", "thread stop ID",
        "employee fire noor --to jun --yes", "employee dismiss noor", "employee list --all",
        "thread regenerate ID",
        "thread edit ID words",
        "thread edit ID words --message M", "thread fork ID --at M --subject S", "thread messages ID --superseded",
        "file upload a.md --ticket 3", "file add a.md", "file list two words",
        "context ID --employee ada --cause message --full", "thread digest ID --refresh", "thread digest ID --write x",
        "thread pin ID fact --message m", "thread unpin ID fact", "thread order-pins ID fact fact", "checkpoint list --thread ID",
        "checkpoint show ID",
        "checkpoint create ID x --next y", "checkpoint resume ID", "chat ada hello --timeout 5 --attach a.md --attach b.md",
        "thread post L x --wait --timeout 5", "thread edit L x --wait", "thread regenerate L --wait",
        "company quiet-hours", "company quiet-hours a --from 22:00 --to 07:00 --zone UTC", "company quiet-hours --off",
        "company failover", "company failover groq openrouter", "company failover --none",
        "employee model noor --provider groq --model m --privacy local", "employee model noor --reset",
        "routine list", "routine add Mail --daily 09:00 --assign noor --label a --label b --overlap queue",
        "routine add Shop --every 90 --off", "routine edit mail --name Post", "routine run mail", "routine pause mail",
        "routine resume mail", "routine remove mail", "routine rm mail", "routine runs mail --limit 3", "routine show mail",
        "explain routine mail", "schedule list --from 2026-12-01 --to 2026-12-31 --own", "schedule add X --at 2026-12-01",
        "schedule add X --at 2026-12-01T09:00 --remind 2026-11-30 --kind milestone --assign nobody --ticket #7",
        "schedule edit ID --at 09:00", "schedule done ID", "schedule cancel ID", "schedule remove ID",
        "search lease", "search two words --type ticket --type goal --limit 3", "meeting call X --cost 1.50",
        "meeting watch --timeout 5", "queue cancel #7", "queue cancel AUR-7", "usage --by tier --zone Europe/Berlin",
        "file delivered --standing sent_back --by ada --ticket AUR-3",
    ])
    func `the command is understood`(line: String) throws {
        _ = try TeamX.parseAsRoot(line.split(separator: " ").map(String.init))
    }

    @Test(arguments: [
        "run stop", "run guide ID", "employee stop", "employee fire", "thread edit ID", "thread fork", "bogus", "chat",
        "ticket create",
        "ticket create T --wait", "ticket create T --assign a --wait --timeout 0",
        "company list -o xml", "demo --port 99999", "company list --color mauve", "db rollback", "events --limit 0",
        "run list --limit 0",
        "ticket list --fields ,", "company use", "company use aurora --none", "ticket unblock 3 --timeout 0",
        "serve --practice-pace -1", "context", "thread digest ID --refresh --write x", "thread pin ID", "checkpoint create ID",
        "chat ada x --timeout 0", "thread create Nobody", "thread create --kind frob a", "thread create --kind ticket",
        "routine add Mail", "routine add Mail --daily 09:00 --every 5", "routine add Mail --weekly mon", "routine edit mail",
        "routine add Mail --zone UTC", "routine add Mail --every 5 --overlap wait", "schedule add X",
        "schedule add X --at tomorrow", "schedule add X --at 2026-13-01", "schedule edit",
        "search", "search x --type tea", "search x --limit 51", "meeting call X --cost abc", "meeting call X --cost -1",
        "meeting call X --cost 0", "company quiet-hours --from 22:00",
        "company quiet-hours --off --from 22:00 --to 07:00", "company failover groq --none", "thread post L x --timeout 0",
    ])
    func `the command is refused with status 64`(line: String) {
        let error = #expect(throws: (any Error).self) { try TeamX.parseAsRoot(line.split(separator: " ").map(String.init)) }
        #expect(error.map { TeamX.exitCode(for: $0).rawValue } == 64)
    }

    @Test(
        arguments: [
            (["ticket", "list", "--json"], [:], true), (["ticket", "list", "-o", "json"], [:], true),
            (["ticket", "list", "--output=ndjson"], [:], true),
            (["ticket", "list", "--output", "tsv"], ["TEAMX_OUTPUT": "json"], false),
            (["ticket", "list"], ["TEAMX_OUTPUT": "json"], true), (["ticket", "list"], [:], false),
            (["chat", "ada", "-o"], [:], false), (["chat", "ada", "--", "--json"], [:], false),
            (["ticket", "list"], ["TEAMX_OUTPUT": ""], false),
        ] as [([String], [String: String], Bool)])
    func `errors are JSON where results are`(arguments: [String], environment: [String: String], isJSON: Bool) {
        #expect(OutputForm.wantsJSON(arguments, environment: environment) == isJSON)
    }
}
