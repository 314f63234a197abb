import DataModel
import JSON

/// What is peculiar to one kind of resource.
protocol ResourceRules: Sendable {
    /// Checks the whole request before anything else.
    func authorize(_ action: ValidationReport.Action, _ context: ResourceContext) throws
    /// Completes and checks what is about to be stored; runs after the shape and the references were found right.
    func prepare(_ change: inout ResourceChange, _ context: ResourceContext) throws
    /// Does what follows from a change that has been stored.
    func finish(_ change: ResourceChange, _ context: ResourceContext) throws
    /// Whether a list shows the resource.
    func isListed(_ document: JSONObject) -> Bool
    /// The resource as an answer shows it.
    func shown(_ document: JSONObject, _ context: ResourceContext) -> JSONObject
    /// Checks whether the resource may be deleted.
    func checkDeletion(_ deletion: ResourceDeletion, _ context: ResourceContext) throws
    /// What is deleted instead of the row, when the row is to stay as it is; `nil` for the usual.
    func deleted(_ document: JSONObject, _ context: ResourceContext) -> JSONObject?
    /// Does what follows from a removal.
    func removed(_ document: JSONObject, _ context: ResourceContext) throws
    /// Does what else belongs to a return to what the data model implies.
    func reset(_ document: JSONObject, _ context: ResourceContext) throws
}

extension ResourceRules {
    func authorize(_ action: ValidationReport.Action, _ context: ResourceContext) throws {}
    func prepare(_ change: inout ResourceChange, _ context: ResourceContext) throws {}
    func finish(_ change: ResourceChange, _ context: ResourceContext) throws {}
    func isListed(_ document: JSONObject) -> Bool { true }
    func shown(_ document: JSONObject, _ context: ResourceContext) -> JSONObject { document }
    func checkDeletion(_ deletion: ResourceDeletion, _ context: ResourceContext) throws {}
    func deleted(_ document: JSONObject, _ context: ResourceContext) -> JSONObject? { nil }
    func removed(_ document: JSONObject, _ context: ResourceContext) throws {}
    func reset(_ document: JSONObject, _ context: ResourceContext) throws {}
}

struct NoRules: ResourceRules {}

/// A resource on its way into the store.
struct ResourceChange {
    let descriptor: ResourceDescriptor
    /// What the request says.
    let body: JSONObject
    /// What is there; `nil` for a new resource.
    let old: JSONObject?
    /// What is to be stored.
    var document: JSONObject

    var action: ValidationReport.Action { old == nil ? .create : .update }

    /// Whether the request changes the value of a key.
    func changes(_ key: String) -> Bool { old?[key] != document[key] }

    func text(_ key: String) -> String? { document[key]?.stringValue }

    /// A report on this resource.
    func report(_ problems: [ValidationReport.Problem]) -> ValidationReport {
        let noun = old == nil ? descriptor.reportNouns.create : descriptor.reportNouns.other
        var information = descriptor.minimalInformation(document)
        if descriptor.kind == "webhook", old == nil { information["targetUrl"] = document["targetUrl"] }
        return ValidationReport(
            "Multiple validation errors occurred while \(old == nil ? "creating" : "updating") \(noun)",
            [.init(descriptor.kind, action, problems, information: information)])
    }

    func report(_ code: String, _ message: String, user: String? = nil) -> ValidationReport {
        report([.init(code, message, user: user)])
    }
}
