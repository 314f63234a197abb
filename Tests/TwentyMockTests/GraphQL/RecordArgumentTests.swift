import JSON
import Testing

/// Graphql-core 3, 3.1.
@Suite(.sharedServer())
struct RecordArgumentTests {
    @Test(
        "arguments are checked by the kind of JSON",
        arguments: [
            ("people(foo:1){totalCount}", "Argument not allowed: foo"),
            ("people(limit:1){totalCount}", "Argument not allowed: limit"),
            ("people(first:\"1\"){totalCount}", "Invalid argument: \"first\" must be a number"),
            ("people(last:true){totalCount}", "Invalid argument: \"last\" must be a number"),
            ("people(filter:[]){totalCount}", "Invalid argument: \"filter\" must be an object"),
            ("people(orderBy:\"name\"){totalCount}", "Invalid argument: \"orderBy\" must be an array"),
            ("people(after:1){totalCount}", "Invalid argument: \"after\" must be a string"),
            ("people(before:{}){totalCount}", "Invalid argument: \"before\" must be a string"),
            ("people(offset:\"2\"){totalCount}", "Invalid argument: \"offset\" must be a number"),
            ("person{id}", "Missing filter argument"), ("person(filter:{}){id}", "Missing filter argument"),
            ("createPerson{id}", "Missing required argument: \"data\" (object)"),
            ("createPerson(data:[]){id}", "Missing required argument: \"data\" (object)"),
            ("createPeople(data:{}){id}", "Missing required argument: \"data\" (array)"),
            ("createPerson(data:{},upsert:1){id}", "Invalid argument: \"upsert\" must be a boolean"),
            ("updatePerson(data:{}){id}", "Missing required argument: \"id\" (UUID)"),
            ("updatePerson(id:\"\(uuid(1))\"){id}", "Missing required argument: \"data\" (object)"),
            ("deletePerson(id:\"x\"){id}", "Missing required argument: \"id\" (UUID)"),
            ("destroyPerson(id:7){id}", "Missing required argument: \"id\" (UUID)"),
            ("restorePerson{id}", "Missing required argument: \"id\" (UUID)"),
            (
                "deletePerson(id:\"00000000-0000-6000-8000-000000000000\"){id}",
                "Missing required argument: \"id\" (UUID)"
            ),
            ("updatePeople(data:{}){id}", "Missing required argument: \"filter\" (object)"),
            ("updatePeople(filter:{id:{is:NULL}}){id}", "Missing required argument: \"data\" (object)"),
            ("deletePeople{id}", "Missing required argument: \"filter\" (object)"),
            ("destroyPeople(filter:1){id}", "Missing required argument: \"filter\" (object)"),
            ("restorePeople(filter:[]){id}", "Missing required argument: \"filter\" (object)"),
            ("mergePeople(conflictPriorityIndex:0){id}", "Missing required argument: \"ids\" (array)"),
            ("mergePeople(ids:[]){id}", "Missing required argument: \"conflictPriorityIndex\" (number)"),
            (
                "mergePeople(ids:[],conflictPriorityIndex:0,dryRun:1){id}",
                "Invalid argument: \"dryRun\" must be a boolean"
            ),
            ("personDuplicates(ids:1){totalCount}", "Invalid argument: \"ids\" must be an array"),
            ("personDuplicates(data:{}){totalCount}", "Invalid argument: \"data\" must be an array"),
            ("peopleGroupBy{totalCount}", "Missing required argument: \"groupBy\" must be an array."),
            ("peopleGroupBy(groupBy:[],limit:\"1\"){totalCount}", "Invalid argument: \"limit\" must be a number"),
            ("peopleGroupBy(groupBy:[],viewId:1){totalCount}", "Invalid argument: \"viewId\" must be a string"),
            (
                "peopleGroupBy(groupBy:[],includeRecords:1){totalCount}",
                "Invalid argument: \"includeRecords\" must be a boolean"
            ),
            (
                "peopleGroupBy(groupBy:[],orderByForRecords:1){totalCount}",
                "Invalid argument: \"orderByForRecords\" must be an array"
            ),
        ])
    func refusals(field: String, message: String) throws {
        let answer = try sharedAPI().graphQL("{r:\(field)}")
        #expect(answer.graphQLRefusal == .query(message))
        #expect(answer["data"] == ["r": nil])
        #expect(answer.json["errors"]?[0]?["extensions"]?["userFriendlyMessage"] == "An error occurred.")
    }

    @Test("every object has a full set of root fields, system objects included")
    func rootFields() throws {
        let api = try sharedAPI()
        for (singular, plural) in [("noteTarget", "noteTargets"), ("timelineActivity", "timelineActivities")] {
            let data = try api.data(
                "{\(plural){totalCount} \(plural)GroupBy(groupBy:[{createdAt:{granularity:YEAR,timeZone:\"UTC\"}}]){totalCount}}"
            )
            #expect(data[plural]?["totalCount"] == 0)
            #expect(
                try api.refusal("{\(singular)(filter:{id:{eq:\"\(uuid(1))\"}}){id}}") == .notFound)
        }
        #expect(
            try api.data("{noteDuplicates(data:[{title:\"abc\"}]){totalCount}}").at("noteDuplicates", "0", "totalCount")
                == 0)
    }

    @Test("older releases take limit and show 60 records by default (graphql-core 15)")
    func olderRelease() throws {
        let api = try API(release: "1")
        try api.createMany("people", (0..<60).map { _ in [:] })
        try api.create("people")
        #expect(try api.data("{people{edges{node{id}}}}").nodes("people").count == 60)
        #expect(try api.data("{people(limit:2){edges{node{id}}}}").nodes("people").count == 2)
    }
}
