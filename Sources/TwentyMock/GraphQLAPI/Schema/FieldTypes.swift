import DataModel
import GraphQL

/// What a field is in the GraphQL schema, by its type (graphql-core 4.2).
struct FieldTypes {
    let object: ObjectMetadata
    let release: Release

    /// `Person`.
    var objectName: String { object.nameSingular.capitalisedFirst }

    /// `OpportunityStageEnum`.
    func enumName(of field: FieldMetadata) -> String { "\(objectName)\(field.name.capitalisedFirst)Enum" }

    /// The type of a field that is no relation.
    func output(_ field: FieldMetadata) -> TypeReference {
        switch field.type {
        case .files: .list(.named("FileObject"))
        case let type where type.composite != nil: .named(CompositeTypes.name(of: type, release))
        default: scalar(field)
        }
    }

    /// - Parameter operation: `Create` or `Update`.
    func input(_ field: FieldMetadata, _ operation: String) -> TypeReference {
        switch field.type {
        case .files: .list(.named("FileItemInput"))
        case let type where type.composite != nil: .named("\(CompositeTypes.name(of: type, release))\(operation)Input")
        case .uuid where field.name == "id": .named("ID")
        default: scalar(field)
        }
    }

    private func scalar(_ field: FieldMetadata) -> TypeReference {
        switch field.type {
        case .uuid: .named("UUID")
        case .number: .named(Self.number(field))
        case .numeric: .named("BigFloat")
        case .boolean: .named("Boolean")
        case .date: .named("Date")
        case .dateTime: .named("DateTime")
        case .select, .rating: field.options.isEmpty ? .named("String") : .named(enumName(of: field))
        case .multiSelect: .list(field.options.isEmpty ? .named("String") : .named(enumName(of: field)))
        case .array: .list(.named("String"))
        case .rawJSON: .named(release.jsonScalarName)
        case .position: .named("Position")
        case .tsVector: .named("TSVector")
        default: .named("String")
        }
    }

    func filter(_ field: FieldMetadata) -> TypeReference {
        let name =
            switch field.type {
            case .uuid: "UUIDFilter"
            case .number: "\(Self.number(field))Filter"
            case .numeric: "BigFloatFilter"
            case .boolean: "BooleanFilter"
            case .date: "DateFilter"
            case .dateTime: "DateTimeFilter"
            case .select, .rating, .multiSelect:
                field.options.isEmpty ? "StringFilter" : "\(enumName(of: field))Filter"
            case .array: "ArrayFilter"
            case .rawJSON, .files: "RawJsonFilter"
            case .position: "FloatFilter"
            case .tsVector: "TSVectorFilter"
            case let type where type.composite != nil: "\(CompositeTypes.name(of: type, release))FilterInput"
            default: "StringFilter"
            }
        return .named(name)
    }

    func order(_ field: FieldMetadata) -> TypeReference {
        guard field.type.composite != nil else { return .named("OrderByDirection") }
        return .named("\(CompositeTypes.name(of: field.type, release))OrderByInput")
    }

    /// `nil` for what records cannot be grouped by.
    func groupBy(_ field: FieldMetadata) -> TypeReference? {
        switch field.type {
        case .rawJSON, .files, .position, .tsVector: nil
        case .date, .dateTime: .named("GroupByDateGranularityInput")
        case .uuid where field.name == "id": nil
        case let type where type.composite != nil: .named("\(CompositeTypes.name(of: type, release))GroupByInput")
        default: .named("Boolean")
        }
    }

    private static func number(_ field: FieldMetadata) -> String {
        switch field.settings.dataType {
        case "int": "Int"
        case "bigint": "BigInt"
        default: "Float"
        }
    }
}

extension FieldMetadata {
    /// Whether a record can be made without it.
    var isRequiredOnCreate: Bool { !isNullable && defaultValue == nil }
}
