import DataModel
import GraphQL

/// The types of composites (graphql-core 5).
struct CompositeTypes {
    let release: Release

    /// `FullName`; the type's own name in PascalCase.
    static func name(of type: FieldType, _ release: Release) -> String {
        release.name(of: type).split(separator: "_").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined()
    }

    var types: [NamedType] {
        FieldType.allCases.compactMap(\.composite).flatMap(types) + shared
    }

    private func types(of composite: CompositeType) -> [NamedType] {
        let name = Self.name(of: composite.type, release)
        let release = release
        func inputs(_ suffix: String, _ type: @escaping @Sendable (CompositeType.SubField) -> TypeReference?)
            -> NamedType
        {
            .inputObject(
                InputObjectType(name + suffix) {
                    composite.subFields.compactMap { part in type(part).map { InputValueDefinition(part.name, $0) } }
                })
        }
        let isActor = composite.type == .actor
        let input: @Sendable (CompositeType.SubField) -> TypeReference? = { part in
            // Who acted is not for clients to say, as far as the schema goes.
            isActor && (part.name == "name" || part.name == "workspaceMemberId")
                ? nil : Self.type(of: part, isInput: true, release)
        }
        return [
            .object(
                ObjectType(name) {
                    composite.subFields.map { part in
                        let type = Self.type(of: part, isInput: false, release)
                        return FieldDefinition(part.name, part.isRequired ? .nonNull(type) : type)
                    }
                }),
            inputs("CreateInput", input), inputs("UpdateInput", input),
            inputs("FilterInput") { .named(Self.filter(of: $0)) },
            inputs("OrderByInput") { _ in .named("OrderByDirection") },
            inputs("GroupByInput") { $0.type == .rawJSON ? nil : .named("Boolean") },
        ]
    }

    private static func type(of part: CompositeType.SubField, isInput: Bool, _ release: Release) -> TypeReference {
        switch part.type {
        case .numeric: return .named("BigFloat")
        case .uuid: return .named("UUID")
        case .select: return .named("ActorSourceEnum")
        case .rawJSON:
            guard release.typesCompositeJSON, let type = json[part.name] else { return .named(release.jsonScalarName) }
            return isInput ? type.input ?? .named(release.jsonScalarName) : type.output
        default: return .named("String")
        }
    }

    private static func filter(of part: CompositeType.SubField) -> String {
        switch part.type {
        case .numeric: "BigFloatFilter"
        case .uuid: "UUIDFilter"
        case .select: "ActorSourceEnumFilter"
        case .rawJSON: "RawJsonFilter"
        default: "StringFilter"
        }
    }

    /// What newer releases show of the parts that are stored as JSON.
    private static let json: [String: (output: TypeReference, input: TypeReference?)] = [
        "additionalEmails": (.list(.nonNull(.named("String"))), .list(.nonNull(.named("String")))),
        "additionalPhones": (
            .list(.nonNull(.named("AdditionalPhone"))), .list(.nonNull(.named("AdditionalPhoneInput")))
        ),
        "secondaryLinks": (.list(.nonNull(.named("SecondaryLink"))), .list(.nonNull(.named("SecondaryLinkInput")))),
        "context": (.named("ActorContext"), nil),
    ]

    /// The name of the type behind a part that is stored as JSON, for `__typename`.
    static func typeName(ofJSON part: String) -> String { json[part]?.output.name ?? "JSON" }

    private var shared: [NamedType] {
        let sources = EnumType("ActorSourceEnum", values: release.actorSources.map { EnumValueDefinition($0.rawValue) })
        let types: [NamedType] = [.enumeration(sources), FilterTypes.filter(ofEnum: "ActorSourceEnum")]
        guard release.typesCompositeJSON else { return types }
        let phone = ["number", "callingCode", "countryCode"]
        let link = ["label", "url"]
        return types + [
            Self.object("AdditionalPhone", phone), Self.input("AdditionalPhoneInput", phone),
            Self.object("SecondaryLink", link), Self.input("SecondaryLinkInput", link),
            Self.object("ActorContext", ["provider"]),
        ]
    }

    private static func object(_ name: String, _ fields: [String]) -> NamedType {
        .object(ObjectType(name) { fields.map { FieldDefinition($0, .named("String")) } })
    }

    private static func input(_ name: String, _ fields: [String]) -> NamedType {
        .inputObject(InputObjectType(name) { fields.map { InputValueDefinition($0, .named("String")) } })
    }
}
