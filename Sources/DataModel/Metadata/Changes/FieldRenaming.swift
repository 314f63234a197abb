extension ModelDraft {
    /// Renames a field, its join column, and every mention of it; the name has been checked.
    mutating func rename(field old: String, of nameSingular: String, to new: String) {
        guard old != new, let object = object(singular: nameSingular), let field = object.field(named: old) else {
            return
        }
        change(nameSingular) { properties, fields in
            func follow(_ name: String) -> String { name == old ? new : name }
            properties.labelIdentifierField = follow(properties.labelIdentifierField)
            properties.imageIdentifierField = properties.imageIdentifierField.map(follow)
            properties.searchFields = properties.searchFields.map(follow)
            for index in properties.indexes.indices {
                for place in properties.indexes[index].fields.indices {
                    properties.indexes[index].fields[place].name = follow(properties.indexes[index].fields[place].name)
                }
            }
            if let index = fields.firstIndex(where: { $0.name == old }) {
                fields[index].name = new
                if fields[index].joinColumnName != nil { fields[index].relation?.joinColumnName = ColumnName.join(new) }
            }
        }
        if let relation = field.relation {
            change(relation.targetField, of: relation.targetObject) { $0.relation?.targetField = new }
        }
        for other in objects {
            for list in other.fields
            where list.relation?.targetObject == nameSingular && list.relation?.junctionTargetField == old {
                change(list.name, of: other.nameSingular) { $0.relation?.junctionTargetField = new }
            }
        }
    }
}
