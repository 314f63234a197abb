import JSON
import Testing

@testable import TwentyMock

/// Graphql-core 16, the vectors that no other suite covers.
struct AcceptanceVectorTests {
    private let api: API

    init() throws { api = try API() }

    @Test("17: a revoked key")
    func revokedKey() {
        let refusal = Authenticator.Refusal(
            status: 403, message: "This API Key is revoked", code: "FORBIDDEN_EXCEPTION")
        let error = GraphQLFailure.error(refusal)
        #expect(error.message == "This API Key is revoked")
        #expect(error.extensions?["code"] == "FORBIDDEN")
        #expect(error.extensions?["subCode"] == "FORBIDDEN_EXCEPTION")
    }

    @Test("20: a company with a soft-deleted link, and back")
    func softDeletedLink() throws {
        let company = try api.create("companies", ["name": "C"]).id
        let person = try api.create("people", ["companyId": .string(company)]).id
        let query = "{person(filter:{id:{eq:\"\(person)\"}}){company{id} companyId}}"
        _ = try api.data("mutation{deleteCompany(id:\"\(company)\"){id}}")
        #expect(try api.data(query) == ["person": ["company": nil, "companyId": nil]])
        _ = try api.data("mutation{restoreCompany(id:\"\(company)\"){id}}")
        #expect(
            try api.data(query) == ["person": ["company": ["id": .string(company)], "companyId": .string(company)]])
    }

    @Test("22, 24, 25: empty values, dates, links")
    func values() throws {
        let data = try api.data(
            "mutation{createOpportunity(data:{name:\"\",closeDate:\"2026-05-07\"}){name closeDate}}")
        #expect(data == ["createOpportunity": ["name": "", "closeDate": "2026-05-07T00:00:00.000Z"]])
        for filter in ["{eq:null}", "{is:NULL}", "{eq:\"\"}"] {
            #expect(
                try api.data("{opportunities(filter:{name:\(filter)}){totalCount}}").at("opportunities", "totalCount")
                    == 1)
        }
        #expect(
            try api.refusal("mutation{createOpportunity(data:{position:\"1\"}){id}}").subCode == "INVALID_ARGS_DATA")
        #expect(
            try api.data("{opportunities(filter:{position:{lte:\"1\"}}){totalCount}}").at("opportunities", "totalCount")
                == 1)
        let links = "linkedinLink{primaryLinkUrl primaryLinkLabel secondaryLinks}"
        #expect(
            try api.data(
                "mutation{createPerson(data:{linkedinLink:{primaryLinkUrl:\"https://twenty.com\",secondaryLinks:[{url:\"twenty.com\"}]}}){\(links)}}"
            ).at("createPerson", "linkedinLink", "primaryLinkUrl") == "https://twenty.com")
    }

    @Test("27: 60 of 65 people, all three of a sibling")
    func relationCap() throws {
        let big = try api.create("companies", ["name": "A"]).id
        let small = try api.create("companies", ["name": "B"]).id
        try api.createMany("people", (0..<65).map { _ in ["companyId": .string(big)] })
        try api.createMany("people", (0..<3).map { _ in ["companyId": .string(small)] })
        let nodes = try api.data(
            "{companies(orderBy:[{name:AscNullsLast}]){edges{node{people{edges{node{id}} totalCount}}}}}"
        ).nodes("companies")
        #expect(nodes.map { $0.nodes("people").count } == [60, 3])
        #expect(nodes.map { $0.at("people", "totalCount") } == [65, 3])
    }

    @Test("28: the many-mutations filter through relations")
    func relationFilters() throws {
        let company = try api.create("companies", ["name": "X"]).id
        let person = try api.create("people", ["companyId": .string(company)]).id
        try api.create("people")
        let filter = "filter:{company:{name:{eq:\"X\"}}}"
        for (field, arguments) in [
            ("updatePeople", "\(filter),data:{jobTitle:\"J\"}"), ("deletePeople", filter), ("restorePeople", filter),
            ("destroyPeople", filter),
        ] {
            #expect(
                try api.data("mutation{\(field)(\(arguments)){id}}") == [field: [["id": .string(person)]]], "\(field)")
        }
    }
}
