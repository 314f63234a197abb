import JSON
import Testing

/// Graphql-core 7: of several things that are wrong, the first in the order of processing is told.
@Suite(.sharedServer { try $0.create("companies", ["name": "A"]) })
struct ProcessingOrderTests {
    /// A list within a list.
    private static let complex = "people{edges{node{noteTargets{edges{node{id}}}}}}"
    private static let unknown = "00000000-0000-4000-8000-000000000000"

    @Test(
        "arguments, then what contradicts itself, then filter and data, then complexity, then the records",
        arguments: [
            ("{companies(foo:1,first:1,last:1){totalCount}}", "Argument not allowed: foo"),
            (
                "{companies(first:\"a\",last:1,filter:{foo:{eq:1}}){totalCount}}",
                "Invalid argument: \"first\" must be a number"
            ),
            ("{companies(first:1,last:1,filter:{foo:{eq:1}}){totalCount}}", "Cannot provide both first and last"),
            (
                "{companies(filter:{foo:{eq:1}}){edges{node{\(complex)}}}}",
                "Object company doesn't have any \"foo\" field."
            ),
            (
                "{companies(orderBy:[{foo:AscNullsFirst}]){edges{node{\(complex)}}}}",
                "Field \"foo\" does not exist or is not sortable"
            ),
            ("{companies(after:\"?\"){edges{node{\(complex)}}}}", "Invalid cursor: ?"),
            ("{companies(first:1){edges{node{\(complex)}}}}", tooComplex),
            (
                "mutation{createCompany(data:{foo:1}){\(complex)}}", "Object company doesn't have any \"foo\" field."
            ),
            (
                "mutation{updateCompany(id:\"\(unknown)\",data:{name:1}){\(complex)}}",
                "Invalid string value 1 for text field \"name\""
            ),
            ("mutation{updateCompany(id:\"\(unknown)\",data:{name:\"B\"}){\(complex)}}", tooComplex),
            ("mutation{updateCompany(id:\"\(unknown)\",data:{name:\"B\"}){id}}", "Record not found"),
            ("mutation{createCompany(data:{name:\"B\"}){\(complex)}}", tooComplex),
            ("mutation{updateCompanies(filter:{name:{eq:\"A\"}},data:{name:\"B\"}){\(complex)}}", tooComplex),
            (
                "mutation{deleteCompanies(filter:{}){\(complex)}}", "A non-empty filter is required"
            ),
            ("mutation{destroyCompanies(filter:{name:{eq:\"A\"}}){\(complex)}}", tooComplex),
            (
                "mutation{mergeCompanies(ids:[],conflictPriorityIndex:0){\(complex)}}",
                "At least 2 record IDs are required for merge"
            ),
            (
                "mutation{mergeCompanies(ids:[\"\(unknown)\",\"\(unknown)\"],conflictPriorityIndex:0){\(complex)}}",
                tooComplex
            ),
            (
                "{companiesGroupBy(groupBy:[{foo:true}]){edges{node{\(complex)}}}}",
                "Unidentified field in groupBy: foo"
            ),
        ])
    func order(document: String, message: String) throws {
        let api = try sharedAPI()
        let before = try StoredTables(api)
        #expect(try api.refusal(document).message == message)
        #expect(try StoredTables(api) == before)
    }

    private static let tooComplex =
        "Query complexity is too high. One-to-Many relation cannot be nested in another One-to-Many relation."

    @Test("of groups with records, the number of groups counts")
    func groups() throws {
        let document = "groupBy:[{name:true}],limit:1000){edges{node{accountOwner{id}}}}}"
        #expect(
            try sharedAPI().refusal("{companiesGroupBy(filter:{foo:{eq:1}},\(document)").message
                == "Object company doesn't have any \"foo\" field.")
        #expect(try sharedAPI().refusal("{companiesGroupBy(\(document)").subCode == "TOO_COMPLEX_QUERY")
    }

    @Test("what is absent reads null, and __typename is filled")
    func formatting() throws {
        let data = try sharedAPI().data("{companies{__typename edges{__typename node{__typename nope}} nope}}")
        #expect(
            data["companies"] == [
                "__typename": "CompanyConnection",
                "edges": [["__typename": "CompanyEdge", "node": ["__typename": "Company", "nope": nil]]], "nope": nil,
            ])
    }
}
