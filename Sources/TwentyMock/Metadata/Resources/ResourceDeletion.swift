import DataModel
import JSON

/// A resource on its way out.
struct ResourceDeletion {
    /// `delete` leaves a row behind, which can be destroyed, where `destroy` does not; neither can be seen afterwards.
    enum Verb: String, Sendable, CaseIterable { case delete, destroy }

    let descriptor: ResourceDescriptor
    let verb: Verb
    let document: JSONObject

    func text(_ key: String) -> String? { document[key]?.stringValue }

    /// A report on this resource.
    func report(_ code: String, _ message: String) -> ValidationReport {
        ValidationReport(
            "Multiple validation errors occurred while \(verb == .delete ? "deleting" : "destroying") "
                + descriptor.reportNouns.other,
            [
                .init(
                    descriptor.kind, .delete, [.init(code, message)],
                    information: descriptor.minimalInformation(document))
            ])
    }
}

extension ResourceDescriptor {
    /// What reports say about which resource failed (metadata 2.2 b).
    func minimalInformation(_ document: JSONObject) -> JSONObject {
        var information: JSONObject = ["universalIdentifier": document["id"] ?? .null]
        switch kind {
        case "viewField":
            information["fieldMetadataUniversalIdentifier"] = document["fieldMetadataId"]
            information["viewUniversalIdentifier"] = document["viewId"]
        case "viewGroup": information["viewUniversalIdentifier"] = document["viewId"]
        default: break
        }
        return information
    }
}
