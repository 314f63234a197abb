import ArgumentParser
import Foundation
import TwentyMock

struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve a workspace until the process is told to stop.",
        discussion: """
            Every option can also be given as the environment variable named with it; the command line wins. \
            TWENTY_MOCK_API_KEY may hold several keys, separated by commas.
            """)

    @Option(help: "Host name or address to listen on. (env: TWENTY_MOCK_HOST; default: 127.0.0.1)")
    var host: String?

    @Option(help: "Port to listen on; 0 takes any free one. (env: TWENTY_MOCK_PORT; default: 3000)")
    var port: Int?

    @Option(
        help: ArgumentHelp(
            "Directory to keep records in. (env: TWENTY_MOCK_DATA; default: ./twenty-mock-data)", valueName: "dir"))
    var data: String?

    @Flag(help: "Keep nothing: records live as long as the process. (env: TWENTY_MOCK_EPHEMERAL=1)")
    var ephemeral = false

    @Option(
        help: ArgumentHelp(
            "A key to accept; may be repeated. Without one, a key is made and kept. (env: TWENTY_MOCK_API_KEY)",
            valueName: "key"))
    var apiKey: [String] = []

    @Option(
        help: ArgumentHelp(
            "Release line of a new workspace: 2, the newest, or 1. (env: TWENTY_MOCK_RELEASE; default: 2)",
            valueName: "2|1"))
    var release: String?

    @Option(
        help: ArgumentHelp(
            "What a new workspace holds: demo, empty, or a directory of <plural>.json files. "
                + "(env: TWENTY_MOCK_SEED; default: demo)",
            valueName: "demo|empty|dir"))
    var seed: String?

    @Option(
        help: ArgumentHelp(
            "Status of a request without a key; real servers answer 403. "
                + "(env: TWENTY_MOCK_MISSING_KEY_STATUS; default: 401)",
            valueName: "401|403"))
    var missingKeyStatus: Int?

    @Option(
        help: ArgumentHelp(
            "Envelopes of objects and fields in the metadata API: new, as for workspaces made today, or old. "
                + "(env: TWENTY_MOCK_METADATA_FORMAT; default: new)",
            valueName: "new|old"))
    var metadataFormat: String?

    @Flag(
        inversion: .prefixedNo,
        help:
            "Show the metadata keys of older servers too, such as isCustom. (env: TWENTY_MOCK_COMPATIBILITY_KEYS; default: on)"
    )
    var compatibilityKeys: Bool?

    @Flag(
        inversion: .prefixedNo,
        help:
            "Serve picklists and objects by name, which only Twenty's guide knows. (env: TWENTY_MOCK_EXTENSIONS; default: on)"
    )
    var extensions: Bool?

    @Flag(
        inversion: .prefixedNo,
        help:
            "Let API keys manage API keys, for which real servers want a user. (env: TWENTY_MOCK_KEY_MANAGEMENT; default: off)"
    )
    var keyManagement: Bool?

    @Option(
        help: ArgumentHelp(
            "How much is logged to stderr: trace, debug (every request), info, notice, warning, error, critical. "
                + "(env: TWENTY_MOCK_LOG_LEVEL; default: info)",
            valueName: "level"))
    var logLevel: String?

    func run() throws {
        let settings = try ServeSettings(self, environment: ProcessInfo.processInfo.environment)
        // Signals are taken before anything is opened, so that an early one does not leave things half done.
        let stopSignal = StopSignal()
        do {
            let server = try TwentyMockServer(settings.server)
            let url = try server.start()
            FileHandle.standardOutput.write(Data("twenty-mock listening on \(url)\n".utf8))
            Banner(server: server, url: url).show()
            stopSignal.wait()
            settings.logger.info("stopping")
            server.stop()
        } catch let error as StartError {
            FileHandle.standardError.write(Data("twenty-mock: \(error)\n".utf8))
            throw ExitCode(1)
        }
    }
}
