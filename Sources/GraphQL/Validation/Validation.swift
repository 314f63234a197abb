/// How much a validation reports and works before it gives up.
package struct ValidationLimits: Sendable {
    package var maximumErrors: Int
    /// Steps of the rules that compare parts of a document with each other; without a bound they grow as the square of
    /// the document, or worse.
    package var maximumWork: Int

    package init(maximumErrors: Int = 100, maximumWork: Int = 1_000_000) {
        self.maximumErrors = maximumErrors
        self.maximumWork = maximumWork
    }
}

extension GraphQLSchema {
    /// Checks a document by the rules of the specification (spec 5), in the order and with the words of graphql-js.
    ///
    /// Type system definitions in the document are reported and otherwise not looked at.
    ///
    /// - Returns: the errors; none when the document may be executed.
    package func validate(_ document: DocumentNode, limits: ValidationLimits = ValidationLimits()) -> [GraphQLError] {
        validate(document, rules: ValidationRules.specified(), limits: limits)
    }

    func validate(
        _ document: DocumentNode, rules: [any ValidationRule], limits: ValidationLimits = ValidationLimits()
    ) -> [GraphQLError] {
        let context = ValidationContext(schema: self, document: document, limits: limits)
        let visitor = RuleVisitor(rules: rules, context: context)
        var walker = DocumentWalker(schema: self, visitor: visitor)
        walker.walk(document)
        return context.errors
    }
}
