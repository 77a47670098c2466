extension Migration {
    /// Every step, in order.
    ///
    /// The first fourteen lay down the documented schema, phase by phase; the others add what the program's guarantees
    /// need. A step that has been released is never edited: a change is a new step at the end.
    package static let all: [Migration] = [
        .m0000_initial,
        .m0001_tools,
        .m0002_goals,
        .m0003_tickets,
        .m0004_meetings,
        .m0005_file_vault,
        .m0006_org_chart,
        .m0007_knowledge,
        .m0008_copilot,
        .m0009_extensions,
        .m0010_runtimes,
        .m0011_routines,
        .m0012_governance,
        .m0013_memory,
        .m0014_events_chain,
        .m0015_events_append_only,
        .m0016_work_leases,
        .m0017_client_keys,
        .m0018_server_epochs,
        .m0019_reviews_and_questions,
        .m0020_run_steps,
        .m0021_ticket_numbers,
        .m0022_queue_order,
        .m0023_claim_indexes,
        .m0024_file_client_keys,
        .m0025_cause_roots,
        .m0026_work_holds,
        .m0027_queue_reasons,
        .m0028_steering,
        .m0029_conversations,
        .m0030_memory,
        .m0031_meetings,
        .m0032_queue_lines,
        .m0033_departures,
        .m0034_enquiries,
        .m0035_model_choice,
    ]
}
