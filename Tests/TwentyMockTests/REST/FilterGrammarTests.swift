import JSON
import Testing

/// rest-core 6.1 and 6.2: each numbered quirk of parsing.
@Suite("Filter grammar", .sharedServer(FilterGrammarRecords.prepare)) struct FilterGrammarTests {
    /// The numbers of the people that match, or the message of the refusal.
    private func matches(_ filter: String) throws -> [Int] {
        let answer = try sharedAPI().get("/rest/people", ["filter": filter])
        try #require(answer.status == 200, "\(filter): \(answer.raw)")
        let ids = answer.data("people")?.arrayValue?.map(\.id) ?? []
        return ids.compactMap { Int($0.prefix(8), radix: 16) }
    }

    private func refusal(_ filter: String) throws -> Refusal? {
        try sharedAPI().get("/rest/people", ["filter": filter]).refusal
    }

    @Test("6.1 A list of conditions is an implicit and")
    func implicitAnd() throws {
        #expect(try matches("name.firstName[eq]:Ada,jobTitle[eq]:Engineer") == [1])
        #expect(try matches("name.firstName[eq]:Ada,jobTitle[eq]:Builder") == [])
    }

    @Test(
        "6.2.1 Parentheses are counted first, wherever they stand",
        arguments: [
            ("and(id[is]:NULL", "1 close bracket is missing in the query"),
            ("or(and(id[is]:NULL", "2 close brackets are missing in the query"),
            ("id[is]:NULL)", "1 open bracket is missing in the query"),
            ("id[is]:NULL))", "2 open brackets are missing in the query"),
            ("jobTitle[eq]:\"(\"", "1 close bracket is missing in the query"),
            ("(", "1 close bracket is missing in the query"),
        ])
    func balance(filter: String, reason: String) throws {
        #expect(try refusal(filter) == Refusal(400, "'filter' invalid. \(reason)"))
    }

    @Test("6.2.2 Only text that as a whole is a group is read as one; else it is a list")
    func wholeGroup() throws {
        #expect(try matches("or(name.firstName[eq]:Ada,name.firstName[eq]:O'Neil)") == [1, 4])
        #expect(try matches("or(name.firstName[eq]:Ada),jobTitle[eq]:Engineer") == [1])
        #expect(try matches("or(name.firstName[eq]:Ada),jobTitle[eq]:Builder") == [])
        #expect(try matches(#"name.firstName[eq]:"Bob (the builder)",jobTitle[eq]:Builder"#) == [2])
        #expect(
            try refusal("OR(name.firstName[eq]:Ada)")
                == .filter(#"Object person doesn't have any "OR(name" field."#))
        #expect(
            try refusal("or (name.firstName[eq]:Ada)")
                == .filter(#"Object person doesn't have any "or (name" field."#))
    }

    @Test("6.2.3 Two groups side by side are read as one whose condition swallows the other's")
    func trap() throws {
        #expect(try matches("or(jobTitle[eq]:1),or(b[eq]:2)") == [3])
        #expect(try matches("and(or(name.firstName[eq]:Ada),or(jobTitle[eq]:Engineer))") == [1])
    }

    @Test("6.2.4 A comma separates outside brackets, quotes and inner parentheses; quotes and brackets are toggles")
    func splitting() throws {
        #expect(try matches(#"name.firstName[eq]:"Cyd, Jr",jobTitle[is]:NOT_NULL"#) == [3])
        #expect(try matches("name.firstName[eq]:'Cyd, Jr'") == [3])
        #expect(try matches("id[in]:[\(uuid(1)),\(uuid(2))],jobTitle[eq]:Builder") == [2])
        #expect(try matches("or(and(name.firstName[eq]:Ada,jobTitle[eq]:Engineer),jobTitle[eq]:Builder)") == [1, 2])
        // An apostrophe opens a quote that never ends: the comma after it separates nothing.
        #expect(try matches("name.firstName[eq]:O'Neil,jobTitle[eq]:Builder") == [])
        #expect(try matches("jobTitle[is]:NOT_NULL,name.firstName[eq]:O'Neil") == [4])
        // Parentheses within quotes change the depth all the same; what stands outside the group is dropped.
        #expect(try matches(#"jobTitle[eq]:"Buil)x(der",id[is]:NOT_NULL"#) == [2])
        #expect(try matches(#"jobTitle[eq]:"(",id[eq]:")""#) == [])
    }

    @Test("6.2.5 not takes one condition")
    func not() throws {
        #expect(try matches("not(name.firstName[eq]:Ada)") == [2, 3, 4, 5])
        #expect(
            try refusal("not(jobTitle[eq]:a,jobTitle[eq]:b)")
                == Refusal(
                    400,
                    "'filter' invalid. 'not' conjunction should contain only 1 condition. eg: not(field[eq]:1)"))
    }

    @Test(
        "6.2.6 A condition is path[comparator]:value, each of at least one character",
        arguments: [
            "jobTitle", "jobTitle[eq]", "jobTitle[eq]:", "jobTitle[]:1", "jobTitle:1", "[eq]:1", "jobTitle[eq]1",
            "jobTitle[eq]:a\nb", " ", "jobTitle(eq):1",
        ])
    func malformed(filter: String) throws {
        #expect(try refusal(filter) == Refusal(400, "'filter' invalid for '\(filter)'. eg: price[gte]:10"))
    }

    @Test("6.2.6 An empty group or item is no condition", arguments: [("and()", "and()"), ("id[is]:NULL,", "")])
    func emptyItem(filter: String, item: String) throws {
        #expect(try refusal(filter) == Refusal(400, "'filter' invalid for '\(item)'. eg: price[gte]:10"))
    }

    @Test("6.2.6 The value is all that follows the first ]:, and empty text is tested with quotes")
    func value() throws {
        #expect(try matches("jobTitle[eq]:1b[eq]:2") == [3])
        #expect(try matches(#"name.firstName[eq]:"""#) == [6])
    }

    @Test("6.2.7 An unknown comparator is told with the known ones")
    func comparator() throws {
        #expect(
            try refusal("jobTitle[foo]:1")
                == Refusal(
                    400,
                    "'filter' invalid for 'jobTitle[foo]:1', comparator foo not in eq, neq, in, containsAny, is, gt, gte, "
                        + "lt, lte, startsWith, endsWith, like, ilike"))
        #expect(try refusal("jobTitle[EQ]:1")?.message.contains("comparator EQ not in") == true)
        #expect(try refusal("jobTitle[isEmptyArray]:1")?.message.contains("comparator isEmptyArray not in") == true)
    }

    @Test("6.2.8 in and containsAny want brackets", arguments: ["in", "containsAny"])
    func brackets(comparator: String) throws {
        #expect(
            try refusal("jobTitle[\(comparator)]:a")
                == Refusal(
                    400,
                    "'filter' invalid for '\(comparator)' operator. Received 'a' but array value expected "
                        + "eg: 'field[\(comparator)]:[value_1,value_2]'"))
    }

    @Test("6.2.9 A list is cut at every comma, its items are not trimmed and lose one pair of quotes")
    func lists() throws {
        #expect(try matches(#"name.firstName[in]:["Ada",'O'Neil']"#) == [1, 4])
        #expect(try matches("jobTitle[in]:[ padded ,Builder]") == [2, 5])
        #expect(try matches("name.firstName[in]:[Bob, Ada]") == [])
        // Quotes do not keep a comma together.
        #expect(try matches(#"name.firstName[in]:["Cyd, Jr"]"#) == [])
        #expect(try matches("jobTitle[in]:[]") == [], "one empty text, which no stored value equals")
        #expect(
            try refusal("id[in]:[]") == .filter(#"Invalid UUID value '' for field "id""#))
    }

    @Test("6.2.10 Only the outermost pair of quotes goes, its kinds may differ, and nothing is unescaped")
    func quotes() throws {
        #expect(try matches(#"name.firstName[eq]:"Ada'"#) == [1])
        #expect(try matches(#"name.firstName[eq]:'Ada'"#) == [1])
        #expect(try matches(#"jobTitle[eq]:""x"""#) == [6])
        #expect(try matches(#"jobTitle[eq]:\"x\""#) == [])
        #expect(try matches(#"name.firstName[eq]:"He said "hi"""#) == [5])
        #expect(try matches(#"name.firstName[eq]:He said "hi""#) == [5])
    }

    @Test("6.2.11 is keeps its value raw", arguments: ["null", "\"NULL\"", "'NOT_NULL'", "NOTNULL", "true", " NULL"])
    func isValue(value: String) throws {
        #expect(
            try refusal("jobTitle[is]:\(value)")
                == .filter(#"Invalid filter value for "is" operator. Expected "NULL" or "NOT_NULL""#))
    }

    @Test("6.2.12 Blanks around values are significant")
    func blanks() throws {
        #expect(try matches("jobTitle[eq]: padded ") == [5])
        #expect(try matches("jobTitle[eq]:padded") == [])
    }

    @Test("6.2.13 Nothing is trimmed anywhere")
    func trimming() throws {
        #expect(
            try refusal("and( id[is]:NULL)") == .filter(#"Object person doesn't have any " id" field."#))
        #expect(
            try refusal("jobTitle[eq]:a, id[is]:NULL")
                == .filter(#"Object person doesn't have any " id" field."#))
        #expect(try refusal("jobTitle[ eq]:a")?.message.contains("comparator  eq not in") == true)
    }

    @Test("6.2.14 Groups nest to any depth")
    func nesting() throws {
        #expect(
            try matches("or(and(name.firstName[eq]:Ada,jobTitle[eq]:Engineer),not(id[neq]:\(uuid(2))))") == [1, 2])
        let deep = String(repeating: "and(", count: 60) + "name.firstName[eq]:Ada" + String(repeating: ")", count: 60)
        #expect(try matches(deep) == [1])
        #expect(try matches("not(or(name.firstName[like]:%,name.firstName[is]:NULL))") == [])
    }

    @Test("An empty or repeated filter is absent (rest-core 4)")
    func absent() throws {
        let api = try sharedAPI()
        #expect(try api.get("/rest/people?filter=")["totalCount"] == 6)
        #expect(try api.get("/rest/people?filter=id[is]:NULL&filter=id[is]:NULL")["totalCount"] == 6)
        #expect(try api.get("/rest/people?filter[]=id[is]:NULL")["totalCount"] == 6)
    }

    @Test("A filter may nest 250 deep; deeper is refused, never fatal", arguments: ["not", "or", "and"])
    func hostileDepth(group: String) throws {
        func answer(_ depth: Int) throws -> Answer {
            let filter =
                String(repeating: group + "(", count: depth) + "id[is]:NULL" + String(repeating: ")", count: depth)
            let api = try sharedAPI()
            return try api.send(
                "GET", "/rest/people?filter=\(filter)", headers: [("Authorization", "Bearer \(api.key)")])
        }
        #expect(try answer(250).status == 200)
        #expect(try answer(251).refusal == Refusal(400, "'filter' invalid. Groups can not be nested deeper than 250"))
        #expect(try answer(3000).status == 400)
        #expect(try answer(1).status == 200)
    }

    @Test("Groups that say different things may nest 60 deep")
    func deepAlternation() throws {
        func filter(_ depth: Int) -> String {
            (0..<depth).reduce("name.firstName[eq]:Ada") { inner, level in
                level % 2 == 0 ? "or(jobTitle[eq]:no,\(inner))" : "and(id[is]:NOT_NULL,\(inner))"
            }
        }
        #expect(try matches(filter(59)) == [1])
        // Of the sixth, who has no first name, it is unknown.
        #expect(try matches("not(\(filter(59)))") == [2, 3, 4, 5])
        #expect(try refusal(filter(80)) == .filter("Filter can not be nested deeper than 60 levels"))
    }
}

private enum FilterGrammarRecords {
    @Sendable static func prepare(_ api: API) throws {
        try api.createMany(
            "people",
            [
                person(1, "Ada", jobTitle: "Engineer"), person(2, "Bob (the builder)", jobTitle: "Builder"),
                person(3, "Cyd, Jr", jobTitle: "1b[eq]:2"), person(4, "O'Neil", jobTitle: "a]b"),
                person(5, "He said \"hi\"", jobTitle: " padded "), person(6, "", jobTitle: "\"x\""),
            ])
    }

    private static func person(_ number: Int, _ firstName: String, jobTitle: String) -> JSONValue {
        ["id": .string(uuid(number)), "name": ["firstName": .string(firstName)], "jobTitle": .string(jobTitle)]
    }
}
