enum ValidationRules {
    /// The rules of the specification in graphql-js's order, on which the order of errors depends.
    static func specified() -> [any ValidationRule] {
        [
            ExecutableDefinitionsRule(),
            UniqueOperationNamesRule(),
            LoneAnonymousOperationRule(),
            SingleFieldSubscriptionsRule(),
            KnownTypeNamesRule(),
            FragmentsOnCompositeTypesRule(),
            VariablesAreInputTypesRule(),
            ScalarLeafsRule(),
            FieldsOnCorrectTypeRule(),
            UniqueFragmentNamesRule(),
            KnownFragmentNamesRule(),
            NoUnusedFragmentsRule(),
            PossibleFragmentSpreadsRule(),
            NoFragmentCyclesRule(),
            UniqueVariableNamesRule(),
            NoUndefinedVariablesRule(),
            NoUnusedVariablesRule(),
            KnownDirectivesRule(),
            UniqueDirectivesPerLocationRule(),
            KnownArgumentNamesRule(),
            UniqueArgumentNamesRule(),
            ValuesOfCorrectTypeRule(),
            ProvidedRequiredArgumentsRule(),
            VariablesInAllowedPositionRule(),
            OverlappingFieldsCanBeMergedRule(),
            UniqueInputFieldNamesRule(),
            MaximumIntrospectionDepthRule(),
        ]
    }
}
