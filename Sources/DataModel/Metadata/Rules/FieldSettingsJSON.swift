import JSON

/// Settings as the metadata API writes them (metadata 7, 8).
extension FieldMetadata {
    /// `nil` for none.
    ///
    /// - Parameter junctionID: the id of a field of the linking object.
    package func settingsJSON(junctionID: (_ field: String) -> String?) -> JSONObject? {
        if let relation {
            var json: JSONObject = ["relationType": .string(relation.kind.rawValue)]
            json["onDelete"] = relation.onDelete.map { .string($0.rawValue) }
            json["joinColumnName"] = relation.joinColumnName.map(JSONValue.string)
            json["junctionTargetFieldId"] = relation.junctionTargetField.flatMap(junctionID).map(JSONValue.string)
            return json
        }
        if let sent = details.settings { return sent }
        var json = JSONObject()
        json["displayFormat"] = settings.displayFormat.map(JSONValue.string)
        json["displayedMaxRows"] = settings.displayedMaxRows.map { .int(Int64($0)) }
        json["dataType"] = settings.dataType.map(JSONValue.string)
        json["maxNumberOfValues"] = settings.maxNumberOfValues.map { .int(Int64($0)) }
        if settings.isDomain { json["type"] = "domain" }
        return json.isEmpty ? nil : json
    }

    /// Takes over settings from a request; those of a relation are its own, and options have none (metadata 7).
    mutating func setSettings(_ json: JSONObject?) {
        guard relation == nil else { return }
        guard let json, ![.select, .multiSelect, .rating].contains(type) else {
            details.settings = nil
            settings = FieldSettings()
            return
        }
        let kept = DefaultValue.trimmed(.object(json)).objectValue ?? json
        details.settings = kept
        settings = FieldSettings(
            displayFormat: kept.text("displayFormat"), displayedMaxRows: kept.whole("displayedMaxRows"),
            dataType: kept.text("dataType"), maxNumberOfValues: kept.whole("maxNumberOfValues"),
            isDomain: type == .links && kept.text("type") == "domain")
    }
}
