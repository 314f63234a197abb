import JSON

/// The debug print of a sent value in validation messages, `Invalid string value 1 for text field "jobTitle"`
/// (rest-core 9.1, graphql-core 9.2).
///
/// It is what Node's `util.inspect` prints with its default options: strings in quotes, three levels of nesting, one
/// line while it fits into 80 columns, at most 100 elements of an array and 10 000 characters of a string.
package enum ConsolePrint {
    package static func text(of value: JSONValue) -> String {
        var printer = ConsolePrinter()
        return printer.text(of: value, depth: 0)
    }

    static let breakLength = 80
    static let deepestLevel = 2
    static let longestArray = 100
    static let longestString = 10_000
}
