import JSON
import Testing

/// metadata 15.2.
@Suite(.sharedServer()) struct MetadataPagingTests {
    private func page(_ paging: String) throws -> JSONValue {
        let data = try sharedAPI().metadataData(
            "{fields(paging:\(paging)){edges{cursor node{id}} pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}"
        )
        return try #require(data["fields"])
    }

    private func ids(_ page: JSONValue) -> [String] {
        page["edges"]?.arrayValue?.compactMap { $0["node"]?.id } ?? []
    }

    @Test("Ten at first, ids descending, nested ones too")
    func defaults() throws {
        let data = try sharedAPI().metadataData(
            "{objects{edges{node{id fields{edges{node{id}}}}} pageInfo{hasNextPage hasPreviousPage}}}")
        let ids = data.nodes("objects").map(\.id)
        #expect(ids.count == 10)
        #expect(ids == ids.sorted(by: >))
        #expect(data.at("objects", "pageInfo") == ["hasNextPage": true, "hasPreviousPage": false])
        #expect(data.nodes("objects").allSatisfy { $0.nodes("fields").count <= 10 })
    }

    @Test("Pages follow one another in both directions")
    func pages() throws {
        let whole = ids(try page("{first:1000}"))
        let first = try page("{first:7}")
        let cursor = try #require(first.at("pageInfo", "endCursor")?.stringValue)
        let second = try page("{first:7,after:\"\(cursor)\"}")
        #expect(ids(first) + ids(second) == Array(whole.prefix(14)))
        #expect(second.at("pageInfo", "hasPreviousPage") == true)
        let start = try #require(second.at("pageInfo", "startCursor")?.stringValue)
        #expect(ids(try page("{last:7,before:\"\(start)\"}")) == ids(first))
        #expect(ids(try page("{last:3}")) == Array(whole.suffix(3)))
        #expect(ids(try page("{first:0}")) == [])
    }

    @Test(
        "Pages that are refused",
        arguments: [
            ("{first:1001}", "Requested page size of 1001 exceeds the maximum size of 1000"),
            ("{first:1,last:1}", "Cannot use both first and last"),
            ("{first:1,before:\"x\"}", "Cannot use first with before"),
            ("{last:1,after:\"x\"}", "Cannot use last with after"),
            ("{after:\"x\",before:\"x\"}", "Cannot use both after and before"),
            ("{first:-1}", "Page size cannot be negative"), ("{after:\"x\"}", "Invalid cursor: x"),
        ])
    func refused(paging: String, message: String) throws {
        #expect(
            try sharedAPI().metadataRefusal("{fields(paging:\(paging)){edges{cursor}}}") == .bad(message))
    }

    @Test("Filters, as variables of the types that clients declare")
    func filters() throws {
        let ids = try sharedAPI().objectIDs()
        let person = try #require(ids["person"])
        let company = try #require(ids["company"])
        func names(_ filter: JSONValue) throws -> Set<String> {
            let data = try sharedAPI().metadataData(
                "query ObjectsMetadata($filter: ObjectFilter!, $paging: CursorPaging!){objects(filter:$filter,paging:$paging){edges{node{nameSingular}}}}",
                ["filter": filter, "paging": ["first": 1000]])
            return Set(data.nodes("objects").compactMap { $0.text("nameSingular") })
        }
        #expect(try names(["id": ["eq": .string(person)]]) == ["person"])
        #expect(
            try names(["or": [["id": ["eq": .string(person)]], ["id": ["in": [.string(company)]]]]]) == [
                "person", "company",
            ])
        #expect(try names(["isCustom": ["is": true]]) == [])
        #expect(try names(["isSystem": ["isNot": true]]).isSuperset(of: ["person", "company"]))
        #expect(try !names(["isSystem": ["is": false]]).contains("workspaceMember"))
        let fields = try sharedAPI().metadataData(
            "{fields(paging:{first:1000},filter:{objectMetadataId:{eq:\"\(person)\"}}){edges{node{objectMetadataId}}}}")
        #expect(!fields.nodes("fields").isEmpty)
        #expect(fields.nodes("fields").allSatisfy { $0.text("objectMetadataId") == person })
    }
}
