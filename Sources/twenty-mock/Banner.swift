import Foundation
import TwentyMock

/// What a person wants to know when the server has started.
struct Banner {
    let server: TwentyMockServer
    let url: String

    /// Writes to stderr; stdout is for programs.
    func show() {
        FileHandle.standardError.write(Data(text.utf8))
    }

    private var text: String {
        let counts = (try? server.recordCounts()) ?? []
        let records = counts.isEmpty ? "none" : counts.map { "\($0.count) \($0.object)" }.joined(separator: ", ")
        return """

              API key   \(server.apiKey)
              Data      \(server.dataDirectory)
              Records   \(records)

              curl -H "Authorization: Bearer \(server.apiKey)" "\(url)/rest/people?limit=2"


            """
    }
}
