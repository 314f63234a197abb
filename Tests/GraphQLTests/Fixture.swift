import Foundation
import JSON

/// Documents with what graphql-core 3.2 says about them, in graphql-js's quotation marks where its differ.
enum Fixture {
    static func text(_ name: String) throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return try String(contentsOf: folder.appendingPathComponent("Fixtures/\(name)"), encoding: .utf8)
    }

    static func json(_ name: String) throws -> JSONValue {
        try JSONValue(parsing: text(name))
    }

    static func rows(_ name: String) throws -> [JSONValue] {
        try json(name).arrayValue ?? []
    }
}
