import JSON
import Testing

/// Graphql-core 14: the documents that clients send.
@Suite struct ClientDocumentTests {
    private let api: API

    init() throws { api = try API() }

    @Test("Zapier: literals in the document, bare enum values, the id twice")
    func zapier() throws {
        let made = try api.data(
            "mutation createOpportunity { createOpportunity( data:{name: \"A\", stage: NEW} ) {id} }")
        let id = try #require(made["createOpportunity"]?.id)
        let changed = try api.data(
            "mutation updateOpportunity { updateOpportunity( data:{name: \"B\", id: \"\(id)\"}, id: \"\(id)\" ){id} }")
        #expect(changed.at("updateOpportunity", "id") == .string(id))
        #expect(
            try api.data("mutation deleteOpportunity { deleteOpportunity( id: \"\(id)\" ){id} }") == [
                "deleteOpportunity": ["id": .string(id)]
            ])
    }

    @Test("The front end: writes with the variables that it declares")
    func frontEndWrites() throws {
        let one = try api.data(
            "mutation CreateOnePerson($input: PersonCreateInput!) { createPerson(data: $input) { __typename id position } }",
            ["input": ["id": .string(uuid(1)), "position": 3, "name": ["firstName": "Ada"]]])
        #expect(one["createPerson"] == ["__typename": "Person", "id": .string(uuid(1)), "position": 3])
        let many = try api.data(
            "mutation CreatePeople($data: [PersonCreateInput!]!, $upsert: Boolean) { createPeople(data: $data, upsert: $upsert) { id } }",
            ["data": [["id": .string(uuid(2))], ["id": .string(uuid(1)), "jobTitle": "x"]], "upsert": true])
        #expect(many["createPeople"]?.arrayValue?.map(\.id) == [uuid(1), uuid(2)])
        let ids: JSONValue = ["filter": ["id": ["in": [.string(uuid(1)), .string(uuid(2))]]]]
        let deleted = try api.data(
            "mutation DeleteManyPeople($filter: PersonFilterInput!) { deletePeople(filter: $filter) { id deletedAt __typename } }",
            ids)
        #expect(deleted["deletePeople"]?.arrayValue?.allSatisfy { $0.text("deletedAt") != nil } == true)
        let restored = try api.data(
            "mutation RestoreManyPeople($filter: PersonFilterInput!) { restorePeople(filter: $filter) { id deletedAt } }",
            ids)
        #expect(restored["restorePeople"]?.arrayValue?.allSatisfy { $0["deletedAt"] == .null } == true)
        let updated = try api.data(
            "mutation UpdateOnePerson($idToUpdate: UUID!, $input: PersonUpdateInput!) { updatePerson(id: $idToUpdate, data: $input) { jobTitle } }",
            ["idToUpdate": .string(uuid(2)), "input": ["jobTitle": "Boss"]])
        #expect(updated.text("updatePerson", "jobTitle") == "Boss")
        let merged = try api.data(
            "mutation MergePeople($ids: [UUID!]!, $conflictPriorityIndex: Int!, $dryRun: Boolean) { mergePeople(ids: $ids, conflictPriorityIndex: $conflictPriorityIndex, dryRun: $dryRun) { id name { firstName } jobTitle } }",
            ["ids": [.string(uuid(1)), .string(uuid(2))], "conflictPriorityIndex": 1, "dryRun": false])
        #expect(
            merged["mergePeople"] == ["id": .string(uuid(2)), "name": ["firstName": "Ada"], "jobTitle": "Boss"])
        let destroyed = try api.data(
            "mutation DestroyOnePerson($idToDestroy: UUID!) { destroyPerson(id: $idToDestroy) { id } }",
            ["idToDestroy": .string(uuid(2))])
        #expect(destroyed["destroyPerson"]?.id == uuid(2))
    }

    @Test("The front end: lists, one record, duplicates, several objects at once, figures alone")
    func frontEndReads() throws {
        try api.create("companies", ["id": .string(uuid(9)), "name": "Acme"])
        for number in 1...3 {
            try api.create(
                "people",
                [
                    "id": .string(uuid(number)), "position": .int(Int64(number)),
                    "name": ["firstName": "Adam", "lastName": "Lovelace"],
                ])
        }
        let list = """
            query FindManyPeople($filter: PersonFilterInput, $orderBy: [PersonOrderByInput], $lastCursor: String, $limit: Int, $offset: Int) {
              people(filter: $filter, orderBy: $orderBy, first: $limit, after: $lastCursor, offset: $offset) {
                edges { node { __typename id } cursor }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                totalCount
              }
            }
            """
        let page = try api.data(list, ["limit": 2, "orderBy": [["position": "AscNullsFirst"]]])
        #expect(page.nodes("people").map(\.id) == [uuid(1), uuid(2)])
        let end = try #require(page.at("people", "pageInfo", "endCursor"))
        let next = try api.data(list, ["limit": 2, "orderBy": [["position": "AscNullsFirst"]], "lastCursor": end])
        #expect(next.nodes("people").map(\.id) == [uuid(3)])
        #expect(next.at("people", "totalCount") == 3)

        let one = "query FindOnePerson($objectRecordId: UUID!) { person(filter: {id: {eq: $objectRecordId}}) { id } }"
        #expect(try api.data(one, ["objectRecordId": .string(uuid(1))])["person"]?.id == uuid(1))
        let duplicates = try api.data(
            "query FindDuplicatePerson($ids: [UUID!]!) { personDuplicates(ids: $ids) { edges { node { id } } totalCount } }",
            ["ids": [.string(uuid(1))]])
        #expect(duplicates.at("personDuplicates", "0", "totalCount") == 2)
        let combined = try api.data(
            """
            query CombinedFindManyRecords($filterPerson: PersonFilterInput, $orderByPerson: [PersonOrderByInput], $lastCursorPerson: String, $limitPerson: Int, $limitCompany: Int) {
              people(filter: $filterPerson, orderBy: $orderByPerson, first: $limitPerson, after: $lastCursorPerson) { totalCount edges { node { id } } }
              companies(first: $limitCompany) { edges { node { id name } } }
            }
            """, ["limitPerson": 1, "limitCompany": 1])
        #expect(combined.nodes("people").count == 1)
        #expect(combined.nodes("companies") == [["id": .string(uuid(9)), "name": "Acme"]])
        #expect(try api.data("query AggregatePeople { people { totalCount } }") == ["people": ["totalCount": 3]])
    }

    @Test("SDK, community clients, n8n: any declared type of a variable will do; a search; an attachment")
    func others() throws {
        try api.create("people", ["id": .string(uuid(1)), "name": ["firstName": "Ada"]])
        for type in ["ID!", "String!", "UUID!"] {
            let found = try api.data(
                "query($id: \(type)) { person(filter: {id: {eq: $id}}) { id } }", ["id": .string(uuid(1))])
            #expect(found["person"]?.id == uuid(1))
        }
        let changed = try api.data(
            "mutation UpdatePerson($id: ID!, $data: PersonUpdateInput!) { updatePerson(id: $id, data: $data) { jobTitle } }",
            ["id": .string(uuid(1)), "data": ["jobTitle": "Boss"]])
        #expect(changed.text("updatePerson", "jobTitle") == "Boss")
        let hits = try api.data(
            "query Search($searchInput: String!, $limit: Int!) { search(searchInput: $searchInput, limit: $limit) { edges { node { recordId } } } }",
            ["searchInput": "ada", "limit": 5])
        #expect(hits.nodes("search").map { $0.text("recordId") } == [uuid(1)])
        let attached = try api.data(
            "mutation createAttachment($data: AttachmentCreateInput!) { createAttachment(data: $data) { id targetPersonId } }",
            ["data": ["name": "a.txt", "targetPersonId": .string(uuid(1))]])
        #expect(attached.text("createAttachment", "targetPersonId") == uuid(1))
        let generated = try api.data(
            "query($v1: PersonFilterInput, $v2: Int) { people(filter: $v1, first: $v2) { edges { node { id } } } }",
            ["v1": ["id": ["in": [.string(uuid(1))]]], "v2": 1])
        #expect(generated.nodes("people").count == 1)
    }
}
