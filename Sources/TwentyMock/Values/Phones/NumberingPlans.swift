/// All numbering plans, read when the first phone number is written.
struct NumberingPlans: Sendable {
    static let all = NumberingPlans()

    private let byCountry: [String: NumberingPlan]
    /// The main country first.
    private let byCallingCode: [String: [NumberingPlan]]

    private init() {
        let shared = NumberingPlan.sharedCallingCodeData.split(separator: "\n").map { $0.split(separator: " ") }
        let validNumbers = Dictionary(shared.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { first, _ in first }
        let plans = NumberingPlan.data.split(separator: "\n").compactMap { line in
            NumberingPlan(line: line, validNumber: validNumbers[line.prefix(2)])
        }
        byCallingCode = Dictionary(grouping: plans, by: \.callingCode)
        byCountry = Dictionary(plans.compactMap { plan in plan.country.map { ($0, plan) } }) { first, _ in first }
    }

    var countries: some Collection<String> { byCountry.keys }

    subscript(country country: String) -> NumberingPlan? { byCountry[country] }

    /// The plans of a calling code, without `+`; those of +800 and the like are of no country.
    subscript(callingCode callingCode: String) -> [NumberingPlan] { byCallingCode[callingCode] ?? [] }
}
