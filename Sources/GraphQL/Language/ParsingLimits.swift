/// How much of a document is read before it is refused.
package struct ParsingLimits: Sendable {
    /// How many tokens a document may have; unlimited when `nil`.
    package var maximumTokens: Int?

    /// How deep selection sets, values and types may be nested in each other.
    ///
    /// graphql-js has no such limit and fails when its stack is used up. Whatever walks over a document later is
    /// recursive too, so this bounds its stack as well.
    package var maximumDepth: Int

    package init(maximumTokens: Int? = nil, maximumDepth: Int = 200) {
        self.maximumTokens = maximumTokens
        self.maximumDepth = maximumDepth
    }
}
