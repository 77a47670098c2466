/// What `teamx` says when it is asked for nothing.
enum Overview {
    static let text = """
        teamx runs companies of AI employees on this machine.

        EXAMPLES
          teamx demo                                      watch a company reach a goal
          teamx serve                                     run the server
          teamx company create "Aurora Works"             found a company
          teamx hire ceo --name "Ada Moreau"              hire somebody
          teamx goal create "Write a guide" --watch       set a goal, watch the work
          teamx ticket create "Mend it" --assign ada      give somebody work
          teamx chat ada "What is next?"                  talk

        COMMANDS
          people   company  hire  employee  org  role
          work     ticket  queue  explain  run  checkpoint  file  search  events
          plans    goal  project  routine  schedule
          talk     chat  thread  broadcast  inbox  question  meeting  context
          models   provider  key  budget  prices  usage  settings
          server   demo  serve  open  status  stop  doctor  verify  db  version

        teamx help COMMAND says more, and teamx help topics what else there is to read.
        """
}
