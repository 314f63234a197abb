import GraphQL
import JSON
import Testing

@Suite("Syntax, document by document as graphql-core")
struct SyntaxCorpusTests {
    @Test func acceptanceMessagesAndLocations() throws {
        let rows = try Fixture.rows("syntax.json")
        #expect(rows.count > 300)
        for row in rows {
            let text = row["document"]?.stringValue ?? ""
            var found = JSONValue.null
            do throws(GraphQLError) {
                _ = try DocumentNode.parse(text)
            } catch {
                found = .object(error.json)
            }
            #expect(found == row["error"] ?? .null, "\(text)")
        }
    }
}
