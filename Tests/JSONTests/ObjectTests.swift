import Testing

@testable import JSON

@Suite("A JSON object")
struct ObjectTests {
    @Test("keeps its keys in the order in which they came")
    func order() throws {
        let text = #"{"b":1,"a":2,"10":3,"1":4}"#
        let object = try #require(try JSONValue(parsing: text).objectValue)
        #expect(Array(object.keys) == ["b", "a", "10", "1"])
        #expect(JSONValue.object(object).serializedText == text)
    }

    @Test(
        "gives a repeated key its last value in its first place",
        arguments: [
            (#"{"a":1,"b":2,"a":3}"#, #"{"a":3,"b":2}"#),
            (#"{"é":1,"b":2,"é":3}"#, #"{"é":3,"b":2}"#),
            (#"{"a":1,"\u0061":2}"#, #"{"a":2}"#),
            (#"{"a":1,"b":{"a":2},"a":3}"#, #"{"a":3,"b":{"a":2}}"#),
            (#"{"a":{"a":1},"a":{"a":2,"a":3}}"#, #"{"a":{"a":3}}"#),
            (#"{"longerThanSixteenBytes1":1,"longerThanSixteenBytes1":2}"#, #"{"longerThanSixteenBytes1":2}"#),
        ])
    func repeatedKey(text: String, expected: String) throws {
        #expect(try JSONValue(parsing: text).serializedText == expected)
    }

    @Test("keeps keys apart that begin and end alike")
    func similarKeys() throws {
        let long = ["abcdefgh1abcdefgh", "abcdefgh2abcdefgh", "abcdefghabcdefgh"]
        let keys = long + ["abcdefgh", "abcdefg", "a\0", "a", ""]
        let object = JSONObject(keys.map { ($0, .string($0)) })
        let parsed = try JSONValue(parsing: JSONValue.object(object).serialized)
        #expect(parsed.objectValue?.members == object.members)
    }

    @Test("is found, replaced, added to and removed from by key", arguments: [0, 5, 100])
    func access(others: Int) {
        var object = JSONObject((0..<others).map { ("other\($0)", JSONValue.int(Int64($0))) })
        #expect(object["a"] == nil)
        #expect(!object.contains("a"))
        object["a"] = 1
        object["b"] = .null
        object["a"] = 2
        #expect(object.count == others + 2)
        #expect(object["a"] == 2)
        #expect(object["b"] == .null)
        #expect(object.contains("b"))
        #expect(object.keys.suffix(2) == ["a", "b"])
        object["a"] = nil
        object["missing"] = nil
        #expect(object["a"] == nil)
        #expect(object["b"] == .null)
        #expect(object.count == others + 1)
        for index in 0..<others {
            #expect(object["other\(index)"] == .int(Int64(index)))
        }
    }

    @Test("equals another with the same members in any order")
    func equality() {
        let object: JSONObject = ["a": 1, "b": [2], "c": nil]
        #expect(object == ["c": nil, "a": 1, "b": [2]])
        #expect(object.hashValue == (["c": nil, "a": 1, "b": [2]] as JSONObject).hashValue)
        #expect(object != ["a": 1, "b": [2]])
        #expect(object != ["a": 1, "b": [3], "c": nil])
        #expect(object != ["a": 1, "b": [2], "d": nil])
        #expect(JSONValue.int(1) != .double(1))
    }

    @Test("of 100 000 keys is parsed, searched and written without quadratic cost", .timeLimit(.minutes(1)))
    func manyKeys() throws {
        let names = (0..<100_000).map { "key\($0)" }
        let object = JSONObject(names.lazy.map { ($0, .string($0)) })
        let parsed = try #require(try JSONValue(parsing: JSONValue.object(object).serialized).objectValue)
        #expect(parsed == object)
        #expect(names.allSatisfy { parsed[$0]?.stringValue == $0 })
        #expect(JSONObject(names.reversed().lazy.map { ($0, .string($0)) }) == object)
    }

    @Test("has more distinct keys than the parser keeps, some of them repeated")
    func keyTableOverflow() throws {
        let names = (0..<2 * KeyTable.capacity).map { "key\($0)" }
        let members = (names + names).map { "\"\($0)\":{\"\($0)\":1,\"\($0)\":2}" }
        let parsed = try JSONValue(parsing: "{" + members.joined(separator: ",") + "}")
        #expect(parsed.objectValue?.keys.elementsEqual(names) == true)
        #expect(names.allSatisfy { parsed[$0] == [$0: 2] })
    }

    @Test("reads through a value, as its elements do")
    func conveniences() {
        let value: JSONValue = [
            "none": nil, "yes": true, "int": 7, "double": 2.5, "big": .bigInteger("18446744073709551616"),
            "text": "t\(1)", "list": [1, [2]],
        ]
        #expect(value["none"]?.isNull == true)
        #expect(value["yes"]?.boolValue == true)
        #expect(value["int"]?.intValue == 7)
        #expect(value["int"]?.doubleValue == 7)
        #expect(value["double"]?.doubleValue == 2.5)
        #expect(value["double"]?.intValue == nil)
        #expect(value["big"]?.doubleValue == 0x1p64)
        #expect(value["text"]?.stringValue == "t1")
        #expect(value["list"]?[1]?[0] == 2)
        #expect(value["list"]?[2] == nil)
        #expect(value["list"]?[-1] == nil)
        #expect(value["list"]?["key"] == nil)
        #expect(value["missing"] == nil)
        #expect(value[0] == nil)
        #expect(value["list"]?.arrayValue?.count == 2)
        #expect(value.objectValue?.isEmpty == false)
        #expect(value.stringValue == nil)
    }
}
