/// The records of `fixtures/demo`, compiled into the library so that they are there wherever it runs.
enum DemoData {
    static var files: [(name: String, bytes: [UInt8])] {
        [
            ("workspaceMembers", PackageResources.workspaceMembers_json),
            ("companies", PackageResources.companies_json),
            ("people", PackageResources.people_json), ("opportunities", PackageResources.opportunities_json),
            ("notes", PackageResources.notes_json), ("noteTargets", PackageResources.noteTargets_json),
            ("tasks", PackageResources.tasks_json), ("taskTargets", PackageResources.taskTargets_json),
        ]
    }
}
