import GraphQL

/// The filter types that all objects share (graphql-core 4.3).
enum FilterTypes {
    static let all: [NamedType] = [
        comparing("UUID", named: "UUIDFilter"), comparing("Int", named: "IntFilter"),
        comparing("Float", named: "FloatFilter"), comparing("BigInt", named: "BigIntFilter"),
        comparing("BigFloat", named: "BigFloatFilter"), comparing("Date", named: "DateFilter"),
        comparing("DateTime", named: "DateTimeFilter"),
        input(
            "StringFilter",
            comparisons(.named("String"))
                + ["startsWith", "endsWith", "like", "ilike", "regex", "iregex"].map { ($0, .named("String")) } + [null]
        ),
        input("BooleanFilter", [("eq", .named("Boolean")), null]),
        input(
            "ArrayFilter",
            [("containsIlike", .named("String")), null, ("isEmptyArray", .named("Boolean"))]),
        input("RawJsonFilter", [null, ("like", .named("String"))]),
        input("TSVectorFilter", [("search", .named("String"))]),
        .enumeration(EnumType("FilterIs", values: ["NULL", "NOT_NULL"].map { EnumValueDefinition($0) })),
    ]

    /// `OpportunityStageEnumFilter`.
    static func filter(ofEnum name: String) -> NamedType {
        let value = TypeReference.named(name)
        return input(
            name + "Filter",
            [
                ("eq", value), ("neq", value), ("in", .list(value)), ("containsAny", .list(value)), null,
                ("isEmptyArray", .named("Boolean")),
            ])
    }

    private static let null: (String, TypeReference) = ("is", .named("FilterIs"))

    private static func comparisons(_ value: TypeReference) -> [(String, TypeReference)] {
        ["eq", "neq", "gt", "gte", "lt", "lte"].map { ($0, value) } + [("in", .list(value))]
    }

    private static func comparing(_ scalar: String, named name: String) -> NamedType {
        input(name, comparisons(.named(scalar)) + [null])
    }

    private static func input(_ name: String, _ fields: [(String, TypeReference)]) -> NamedType {
        .inputObject(InputObjectType(name) { fields.map { InputValueDefinition($0.0, $0.1) } })
    }
}
