import DataModel
import RecordStore

/// Computes the `position` of new records (rest-core 10, data-model 7).
struct RecordPositions {
    let table: Table
    let store: RecordWriter

    /// The inputs with a number for position each, regrouped as they are inserted: those that go first (or say
    /// nothing), those that go last, then those with a number.
    func assign(_ inputs: [RecordInput]) throws -> [RecordInput] {
        guard let column = table.position else { return inputs }
        var first: [RecordInput] = []
        var last: [RecordInput] = []
        var numbered: [RecordInput] = []
        var numbers: [Double] = []
        for input in inputs {
            switch input.position {
            case nil, .first: first.append(input)
            case .last: last.append(input)
            case .number(let number):
                numbered.append(input)
                numbers.append(number)
            }
        }
        // An empty table counts as holding a 1.
        let smallest = try numbers.reduce(first.isEmpty ? 1 : store.smallestPosition(in: table) ?? 1, min)
        let largest = try numbers.reduce(last.isEmpty ? 1 : store.largestPosition(in: table) ?? 1, max)
        func place(_ inputs: [RecordInput], _ position: (Int) -> Double) -> [RecordInput] {
            inputs.enumerated().map { index, input in
                var input = input
                input.set(column, .real(position(index)))
                return input
            }
        }
        return place(first) { smallest - 1 - Double($0) }
            + place(last) { largest + 1 + Double($0) }
            + place(numbered) { numbers[$0] }
    }
}
