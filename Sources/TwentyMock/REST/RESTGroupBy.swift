import DataModel
import HTTPServer
import JSON
import RecordStore

// Group by (rest-core 14). The answer is a bare list, without `data`.
extension RESTRecords {
    func groupBy(_ request: RESTRequest, _ path: RESTPath) throws -> HTTPResponse {
        let object = try object(path)
        var grouping = try GroupParameters(request.parameters, release: release).grouping(
            checkAggregates: { try operations.checkAggregates($0, of: object) },
            records: { try plan(object, RecordShape(depth: 0)) })
        if let view = request.parameters.text("view_id"), let added = try operations.filter(ofView: view, for: object) {
            grouping.filter = grouping.filter.map { ["and": [.object($0), .object(added)]] } ?? added
        }
        let result = try operations.groupBy(grouping, of: object)
        var writer = JSONWriter(reservingCapacity: 4096)
        writer.write(raw: "[")
        for (index, group) in result.groups.enumerated() {
            writer.write(raw: index == 0 ? "{" : ",{")
            for (aggregate, figure) in zip(result.aggregates, group.figures) {
                writer.write(string: aggregate.name)
                writer.write(raw: ":")
                writer.write(DriverFigure.json(aggregate, figure.value, divisor: figure.divisor))
                writer.write(raw: ",")
            }
            writer.write(raw: "\"groupByDimensionValues\":")
            writer.write(zip(result.dimensions, group.dimensionValues).map { $0.dimension($1, release) })
            if let records = group.records {
                writer.write(raw: ",\"records\":")
                writer.write(raw: records)
            }
            writer.write(raw: "}")
        }
        writer.write(raw: "]")
        return APIResponse.json(status: 200, writer.bytes, for: request.http)
    }
}

extension ColumnKind {
    /// A value as a group shows it: unlike in records, NULL stays `null` where it is what is stored.
    fileprivate func dimension(_ value: SQLValue, _ release: Release) -> JSONValue {
        if value.isNull, case .text(readsEmpty: true) = self, !release.emptyTextIsNull { return .string("") }
        return value.isNull ? .null : json(value)
    }
}

/// The parameters of groupBy, in the order in which they are checked (rest-core 2.4, 14).
private struct GroupParameters {
    private let parameters: QueryParameters
    private let shared: RecordParameters

    init(_ parameters: QueryParameters, release: Release) {
        self.parameters = parameters
        shared = RecordParameters(parameters, release: release)
    }

    /// - Parameter checkAggregates: throws for names of figures that there are not.
    /// - Parameter records: the plan for the records of a sample.
    func grouping(
        checkAggregates: ([String]) throws -> Void, records: () throws -> ReadPlan
    ) throws -> RecordGrouping {
        var grouping = RecordGrouping()
        grouping.order =
            try list(
                "order_by", code: "INVALID_ORDER_BY_WITH_GROUP_BY_QUERY_PARAM",
                #"Invalid order_by query parameter - should be a valid array of objects - ex: [{"firstField": "AscNullsFirst"}, {"secondField": {"subField": "DescNullsLast"}}, {"aggregate": {"aggregateField": "DescNullsLast"}}, {dateField: {"orderBy": "AscNullsFirst", "granularity": "DAY"}}]"#
            ) ?? []
        let recordOrder = try parameters.text("order_by_for_records").map(OrderByGrammar.parse) ?? []
        grouping.filter = try shared.filter()
        let groupByMessage =
            #"Invalid group_by query parameter - should be a valid array of objects - ex: [{"firstField": true}, {"secondField": {"subField": true}}, {"dateField": {"granularity": 'DAY'}}]"#
        guard let groupBy = try list("group_by", code: "INVALID_GROUP_BY_QUERY_PARAM", groupByMessage) else {
            throw RESTError(code: "INVALID_GROUP_BY_QUERY_PARAM", groupByMessage)
        }
        grouping.groupBy = groupBy
        grouping.aggregates = try aggregates()
        try checkAggregates(grouping.aggregates)
        grouping.limit = try limit()
        grouping.omitsNullFigures = parameters.isTrue("omit_null_values")
        if parameters.isTrue("include_records_sample") {
            grouping.sample = RecordGrouping.Sample(plan: try records())
            grouping.sample?.order = recordOrder
        }
        return grouping
    }

    /// A JSON list of objects; one object stands for a list of it.
    private func list(_ name: String, code: String, _ message: String) throws -> [JSONObject]? {
        guard let text = parameters.text(name), !text.isEmpty else { return nil }
        let elements: [JSONValue]
        switch try? JSONValue(parsing: text) {
        case .array(let list)?: elements = list
        case .object(let object)?: elements = [.object(object)]
        default: throw RESTError(code: code, message)
        }
        let objects = elements.compactMap(\.objectValue)
        guard objects.count == elements.count else { throw RESTError(code: code, message) }
        return objects
    }

    private func aggregates() throws -> [String] {
        guard let text = parameters.text("aggregate"), !text.isEmpty else { return [] }
        let elements = (try? JSONValue(parsing: text))?.arrayValue
        guard let elements, elements.allSatisfy({ $0.stringValue != nil }) else {
            throw RESTError(
                code: "INVALID_AGGREGATE_FIELDS_QUERY_PARAM",
                #"Invalid aggregate query parameter - should be a valid array of string - ex: ["countNotEmptyId", "countEmptyField"]"#
            )
        }
        return elements.compactMap(\.stringValue)
    }

    /// 0 and decimals stand for the default.
    private func limit() throws -> Int {
        let standard = 50
        guard let text = parameters.text("limit"), let number = ParameterNumber.parse(text), number >= 0 else {
            return try shared.limit() ?? standard
        }
        guard number == number.rounded(), number > 0 else { return standard }
        return try shared.limit() ?? standard
    }
}
