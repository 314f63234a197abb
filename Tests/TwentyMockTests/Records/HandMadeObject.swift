import DataModel
import JSON
import RecordStore

@testable import TwentyMock

/// An object with a field of every type that can be custom, as error-texts names them: `dateField`, `ratingField`.
enum HandMadeObject {
    static let schema = Schema(dataModel: DataModel(release: .v2, objects: [target, object]))

    static var table: Table { schema.tables[1] }

    private static let target = ObjectMetadata(
        properties: .init(
            nameSingular: "target", namePlural: "targets", labelSingular: "Target", labelPlural: "Targets",
            labelIdentifierField: "id"),
        fields: [id, FieldMetadata(name: "name", label: "Name", type: .text)])

    private static let object = ObjectMetadata(
        properties: .init(
            nameSingular: "apiInputValidationTestObject", namePlural: "apiInputValidationTestObjects",
            labelSingular: "Test", labelPlural: "Tests", labelIdentifierField: "id"),
        fields: [id] + fields)

    private static let id = FieldMetadata(
        name: "id", label: "Id", type: .uuid, isNullable: false, isSystem: true, defaultValue: .uuid)

    private static let fields: [FieldMetadata] = [
        field("textField", .text), field("numberField", .number), field("numericField", .numeric),
        field("booleanField", .boolean), field("uuidField", .uuid), field("dateField", .date),
        field("dateTimeField", .dateTime), field("selectField", .select, options: ["OPTION_1"]),
        field("ratingField", .rating, options: (1...5).map { "RATING_\($0)" }),
        field("multiSelectField", .multiSelect, options: ["OPTION_1", "OPTION_2"]), field("arrayField", .array),
        field("rawJsonField", .rawJSON), field("filesField", .files, maximum: 2), field("currencyField", .currency),
        field("fullNameField", .fullName), field("emailsField", .emails), field("phonesField", .phones),
        field("linksField", .links), field("addressField", .address), field("richTextField", .richText),
        field("position", .position),
        FieldMetadata(name: "requiredField", label: "Required", type: .uuid, isNullable: false),
        FieldMetadata(
            name: "manyToOneRelationField", label: "Target", type: .relation,
            relation: Relation(
                kind: .manyToOne, targetObject: "target", targetField: "tests",
                joinColumnName: "manyToOneRelationFieldId", onDelete: .setNull)),
        FieldMetadata(
            name: "oneToManyRelationField", label: "Targets", type: .relation,
            relation: Relation(kind: .oneToMany, targetObject: "target", targetField: "test")),
    ]

    private static func field(
        _ name: String, _ type: FieldType, options: [String] = [], maximum: Int? = nil
    ) -> FieldMetadata {
        FieldMetadata(
            name: name, label: name, type: type,
            options: options.enumerated().map {
                FieldOption(value: $1, label: $1, color: "gray", position: Double($0))
            },
            settings: FieldSettings(maxNumberOfValues: maximum))
    }

    /// What is stored of a value, by column.
    static func stored(_ field: String, _ value: JSONValue) throws -> [String: SQLValue] {
        let input = try RecordInputDecoder(table: table, release: .v2).decode([field: value])
        return Dictionary(
            input.assignments(table).map { ($0.column.name, $0.value) }, uniquingKeysWith: { _, new in new })
    }

    /// Why a value is refused on write; `nil` when it is taken.
    static func writeRefusal(_ field: String, _ value: JSONValue) -> String? {
        do {
            _ = try stored(field, value)
            return nil
        } catch { return (error as? RecordError)?.message ?? "\(error)" }
    }

    /// Why a filter is refused; `nil` when it is taken.
    static func filterRefusal(_ filter: JSONObject) -> String? {
        do {
            _ = try FilterResolver(schema: schema, databaseSchema: "workspace_1").resolve(filter, table: table)
            return nil
        } catch { return (error as? RecordError)?.message ?? "\(error)" }
    }
}
