import ArgumentParser

@main
struct TwentyMockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "twenty-mock",
        abstract: "A mock Twenty CRM API server for developing and testing integrations.",
        discussion: "Without a subcommand it serves; 'twenty-mock help serve' tells the options.",
        version: "0.1.0",
        subcommands: [Serve.self],
        defaultSubcommand: Serve.self)
}
