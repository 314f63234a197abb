import DataModel
import JSON

// Back to what comes with the data model (metadata 15.6, `reset…ToDefault`).
extension ResourceOperations {
    /// Undoes what was done to a resource, and takes away what was put into it. What had been deleted comes back.
    ///
    /// The contract does not say what is answered for what a client made itself: there is nothing to go back to.
    func reset(_ id: String) throws -> JSONObject {
        try write { context in
            try descriptor.authorize(.update, context)
            guard let original = context.standardDocument(descriptor, id) else {
                guard try context.find(descriptor, id) != nil else { throw missing(descriptor.missing.read(id)) }
                throw MetadataError(
                    .badInput, "INVALID_" + descriptor.missing.code.replacing("_NOT_FOUND", with: "_DATA"),
                    "\(descriptor.reportNouns.other.capitalisedFirst) with ID \"\(id)\" does not come with the data model"
                        + " and has no default to be reset to")
            }
            // It may stand in what has been deleted.
            try checkReferences(original, sent: original, context)
            try context.reset(original, descriptor)
            return try context.shown(original, descriptor)
        }
    }
}

extension ResourceContext {
    /// Removes the rows of a resource and of what is in it: what the data model implies is left.
    func reset(_ document: JSONObject, _ descriptor: ResourceDescriptor) throws {
        guard let id = document["id"]?.stringValue else { return }
        for link in descriptor.dependents where link.key == nil {
            guard let dependent = link.descriptor else { continue }
            let rows = try reader.resources(dependent.kind, parent: id).map(\.document)
            // What comes with it may be elsewhere by now.
            for child in standard.documents(dependent.kind, parent: id, workspace) + rows {
                try reset(child, dependent)
            }
        }
        try writer?.removeResource(descriptor.kind, id: id)
        if let original = standardDocument(descriptor, id) { try descriptor.rules.reset(original, self) }
    }
}
