import JSON
import Testing

/// Graphql-core 4, 5, 12: the schema that introspection shows.
@Suite(.sharedServer())
struct GeneratedSchemaTests {
    /// `name: Type` of the fields, input fields or values of a type.
    private func members(_ type: String) throws -> [String] {
        let wrapper = "kind name ofType{kind name ofType{kind name ofType{kind name}}}"
        let data = try sharedAPI().data(
            "{__type(name:\"\(type)\"){fields{name type{\(wrapper)} args{name type{\(wrapper)}}} inputFields{name type{\(wrapper)}} enumValues{name}}}"
        )
        func line(_ member: JSONValue) -> String {
            let arguments = member["args"]?.arrayValue ?? []
            let shown = arguments.isEmpty ? "" : "(\(arguments.map(line).joined(separator: ", ")))"
            let type = member["type"].map { ": \(reference($0))" } ?? ""
            return (member.text("name") ?? "") + shown + type
        }
        let lists = ["fields", "inputFields", "enumValues"].map { data.at("__type", $0)?.arrayValue ?? [] }
        return lists.flatMap { $0.map(line) }
    }

    private func reference(_ type: JSONValue) -> String {
        switch type.text("kind") {
        case "NON_NULL": reference(type["ofType"] ?? nil) + "!"
        case "LIST": "[\(reference(type["ofType"] ?? nil))]"
        default: type.text("name") ?? "?"
        }
    }

    @Test(
        "types of an object and their members (4.1, 4.2, 4.5)",
        arguments: [
            (
                "Person",
                [
                    "id: UUID!", "name: FullName", "emails: Emails", "jobTitle: String", "position: Position",
                    "createdAt: DateTime", "createdBy: Actor", "companyId: ID", "company: Company",
                    "avatarFile: [FileObject]", "searchVector: TSVector",
                    "noteTargets(first: Int, last: Int, before: String, after: String, offset: Int, filter: NoteTargetFilterInput, orderBy: [NoteTargetOrderByInput]): NoteTargetConnection",
                ]
            ),
            ("PersonEdge", ["node: Person!", "cursor: Cursor!"]),
            (
                "PersonConnection",
                [
                    "totalCount: Int", "countNotEmptyName: Int", "percentageEmptyEmails: Float",
                    "maxCreatedAt: DateTime", "edges: [PersonEdge!]!", "pageInfo: PageInfo!",
                ]
            ),
            ("OpportunityGroupByConnection", ["sumAmountAmountMicros: Float", "groupByDimensionValues: JSON!"]),
            (
                "PersonCreateInput",
                [
                    "id: ID", "name: FullNameCreateInput", "companyId: ID", "company: CompanyRelationInput",
                    "position: Position", "createdBy: ActorCreateInput", "deletedAt: DateTime",
                ]
            ),
            ("OpportunityUpdateInput", ["stage: OpportunityStageEnum", "amount: CurrencyUpdateInput"]),
            (
                "PersonFilterInput",
                [
                    "id: UUIDFilter", "name: FullNameFilterInput", "jobTitle: StringFilter", "companyId: UUIDFilter",
                    "company: CompanyFilterInput", "and: [PersonFilterInput]", "or: [PersonFilterInput]",
                    "not: PersonFilterInput", "avatarFile: RawJsonFilter", "position: FloatFilter",
                ]
            ),
            ("CompanyRelationInput", ["connect: CompanyConnectInput", "disconnect: Boolean"]),
            ("CompanyConnectInput", ["where: CompanyWhereUniqueInput"]),
            ("CompanyWhereUniqueInput", ["id: UUID", "domainName: CompanyDomainNameWhereInput"]),
            ("CompanyDomainNameWhereInput", ["primaryLinkUrl: String"]),
            ("OpportunityStageEnum", ["NEW", "SCREENING", "MEETING", "PROPOSAL", "CUSTOMER"]),
            (
                "OpportunityStageEnumFilter",
                [
                    "eq: OpportunityStageEnum", "in: [OpportunityStageEnum]", "is: FilterIs", "isEmptyArray: Boolean",
                    "containsAny: [OpportunityStageEnum]",
                ]
            ),
            (
                "OpportunityGroupByInput",
                [
                    "stage: Boolean", "closeDate: GroupByDateGranularityInput", "amount: CurrencyGroupByInput",
                    "company: CompanyGroupByInput",
                ]
            ),
            ("NoteTarget", ["targetPersonId: ID", "targetPerson: Person", "targetCompany: Company", "note: Note"]),
            (
                "PageInfo",
                [
                    "hasNextPage: Boolean!", "hasPreviousPage: Boolean!", "startCursor: ConnectionCursor",
                    "endCursor: ConnectionCursor",
                ]
            ),
            ("OrderByDirection", ["AscNullsFirst", "AscNullsLast", "DescNullsFirst", "DescNullsLast"]),
            (
                "Actor",
                ["source: ActorSourceEnum!", "name: String!", "workspaceMemberId: UUID", "context: ActorContext"]
            ),
            ("Emails", ["primaryEmail: String", "additionalEmails: [String!]"]),
            ("RichText", ["blocknote: String", "markdown: String"]), ("Currency", ["amountMicros: BigFloat"]),
            (
                "Query",
                [
                    "people(first: Int, last: Int, before: String, after: String, offset: Int, filter: PersonFilterInput, orderBy: [PersonOrderByInput]): PersonConnection",
                    "person(filter: PersonFilterInput!): Person",
                    "personDuplicates(ids: [UUID], data: [PersonCreateInput]): [PersonConnection!]",
                    "peopleGroupBy(groupBy: [PersonGroupByInput!]!, filter: PersonFilterInput, orderBy: [PersonOrderByWithGroupByInput], orderByForRecords: [PersonOrderByInput], viewId: UUID, limit: Int, offsetForRecords: Int): [PersonGroupByConnection!]",
                ]
            ),
            (
                "Mutation",
                [
                    "createPerson(data: PersonCreateInput!, upsert: Boolean): Person",
                    "createPeople(data: [PersonCreateInput!]!, upsert: Boolean): [Person!]",
                    "updatePerson(id: UUID!, data: PersonUpdateInput!): Person",
                    "updatePeople(filter: PersonFilterInput!, data: PersonUpdateInput!): [Person!]",
                    "destroyPeople(filter: PersonFilterInput!): [Person!]",
                    "mergePeople(ids: [UUID!]!, conflictPriorityIndex: Int!, dryRun: Boolean): Person",
                ]
            ),
        ])
    func types(name: String, expected: [String]) throws {
        let members = Set(try members(name))
        let missing = expected.filter { !members.contains($0) }
        #expect(missing.isEmpty, "\(members.sorted())")
    }

    @Test(
        "the operators of filters (4.3)",
        arguments: [
            (
                "StringFilter",
                "eq neq gt gte lt lte in startsWith endsWith like ilike regex iregex is"
            ),
            ("UUIDFilter", "eq neq gt gte lt lte in is"), ("FloatFilter", "eq neq gt gte lt lte in is"),
            ("BigFloatFilter", "eq neq gt gte lt lte in is"), ("DateFilter", "eq neq gt gte lt lte in is"),
            ("DateTimeFilter", "eq neq gt gte lt lte in is"), ("BooleanFilter", "eq is"),
            ("OpportunityStageEnumFilter", "eq neq in containsAny is isEmptyArray"),
            ("ArrayFilter", "containsIlike is isEmptyArray"), ("RawJsonFilter", "like is"),
            ("TSVectorFilter", "search"),
        ])
    func operators(type: String, names: String) throws {
        let found = try members(type).compactMap { $0.split(separator: ":").first }
        #expect(Set(found) == Set(names.split(separator: " ")), "\(type)")
    }

    @Test("it holds the record API only; merging and duplicates where there are criteria")
    func roots() throws {
        let fields = try members("Query").joined(separator: "\n") + (try members("Mutation")).joined(separator: "\n")
        #expect(!fields.contains("search("))
        #expect(!fields.contains("noteDuplicates") && !fields.contains("mergeNotes"))
        #expect(fields.contains("timelineActivities("))
    }

    @Test("every type that is referred to is there, and every type has members")
    func closure() throws {
        let wrapper = "kind name ofType{kind name ofType{kind name ofType{kind name}}}"
        let data = try sharedAPI().data(
            "{__schema{types{kind name fields{name type{\(wrapper)} args{type{\(wrapper)}}} inputFields{type{\(wrapper)}} enumValues{name}}}}"
        )
        let types = try #require(data.at("__schema", "types")?.arrayValue)
        let names = Set(types.compactMap { $0.text("name") })
        #expect(names.count == types.count)
        for type in types where type.text("kind") != "SCALAR" {
            let fields = type["fields"]?.arrayValue ?? []
            let inputs = type["inputFields"]?.arrayValue ?? []
            #expect(
                fields.count + inputs.count + (type["enumValues"]?.arrayValue?.count ?? 0) > 0, "\(type["name"] ?? nil)"
            )
            let members = fields + inputs + fields.flatMap { $0["args"]?.arrayValue ?? [] }
            for member in members {
                let name = reference(member["type"] ?? nil).filter { $0 != "[" && $0 != "]" && $0 != "!" }
                #expect(names.contains(name), "\(name)")
            }
        }
    }

    @Test("older releases call some types differently (15)")
    func olderRelease() throws {
        let api = try API(release: "1")
        let data = try api.data(
            "{a:__type(name:\"RichTextV2\"){name} b:__type(name:\"RawJSONScalar\"){name} c:__type(name:\"RichText\"){name}}"
        )
        #expect(data == ["a": ["name": "RichTextV2"], "b": ["name": "RawJSONScalar"], "c": nil])
    }
}
