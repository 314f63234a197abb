import JSON
import Testing

/// rest-core 1 and 2.3, platform 10.
@Suite("Transport", .sharedServer()) struct TransportTests {
    @Test("A success is compact JSON with charset, never empty")
    func success() throws {
        let answer = try sharedAPI().get("/rest/people")
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "application/json; charset=utf-8")
        #expect(answer.headers["x-powered-by"] == "Express")
        #expect(answer.headers["access-control-allow-origin"] == "*")
        #expect(answer.headers["access-control-expose-headers"] == "WWW-Authenticate")
        #expect(
            answer.raw == #"{"data":{"people":[]},"totalCount":0,"pageInfo":{"hasNextPage":false,"#
                + #""hasPreviousPage":false,"startCursor":null,"endCursor":null}}"#)
    }

    @Test("No deprecation, pagination, rate-limit or fields-cap headers are sent")
    func noOtherHeaders() throws {
        let answer = try sharedAPI().get("/rest/people")
        #expect(
            !answer.headers.keys.contains {
                $0.contains("ratelimit") || $0.contains("deprecat") || $0.contains("capped") || $0 == "link"
            })
    }

    @Test("A weak ETag, and 304 to a GET that knows it")
    func entityTag() throws {
        let api = try sharedAPI()
        let first = try api.get("/rest/people")
        let tag = try #require(first.headers["etag"])
        #expect(tag.hasPrefix("W/\""))
        let headers = [("Authorization", "Bearer \(api.key)"), ("If-None-Match", tag)]
        let again = try api.send("GET", "/rest/people", headers: headers)
        #expect(again.status == 304)
        #expect(again.raw.isEmpty)
        let other = [("Authorization", "Bearer \(api.key)"), ("If-None-Match", "W/\"0-x\"")]
        #expect(try api.send("GET", "/rest/people", headers: other).status == 200)
    }

    @Test("A preflight answers 204 with the methods, echoing the requested headers, without a token")
    func preflight() throws {
        let api = try sharedAPI()
        let answer = try api.send("OPTIONS", "/rest/people", headers: [("Access-Control-Request-Headers", "x-a, x-b")])
        #expect(answer.status == 204)
        #expect(answer.raw.isEmpty)
        #expect(answer.headers["access-control-allow-origin"] == "*")
        #expect(answer.headers["access-control-allow-methods"] == "GET,HEAD,PUT,PATCH,POST,DELETE")
        #expect(answer.headers["access-control-allow-headers"] == "x-a, x-b")
    }

    @Test("HEAD is a GET without the body")
    func head() throws {
        let api = try sharedAPI()
        let head = try api.request("HEAD", "/rest/people")
        let get = try api.get("/rest/people")
        #expect(head.status == 200)
        #expect(head.raw.isEmpty)
        #expect(head.headers["etag"] == get.headers["etag"])
    }

    @Test(
        "A body that is no JSON, or a bare scalar, is refused in the framework's shape (rest-core 2.3)",
        arguments: ["{", "{\"a\":}", "[1,", "nul", "1", "true", "null", "\"text\""])
    func malformed(body: String) throws {
        let api = try sharedAPI()
        let answer = try api.send(
            "POST", "/rest/people",
            headers: [("Authorization", "Bearer \(api.key)"), ("Content-Type", "application/json")], body: body)
        #expect(answer.status == 400)
        #expect(answer.json.keys == ["message", "error", "statusCode"])
        #expect(answer["error"] == "Bad Request")
        #expect(answer.headers["access-control-allow-origin"] == "*")
    }

    @Test("A form is read like a JSON object (rest-core 1)")
    func form() throws {
        let api = try API()
        let answer = try api.send(
            "POST", "/rest/people",
            headers: [
                ("Authorization", "Bearer \(api.key)"), ("Content-Type", "application/x-www-form-urlencoded"),
            ], body: "jobTitle=Head+of%20Supply&name[firstName]=Ada")
        #expect(answer.status == 201)
        #expect(answer.data("createPerson")?["jobTitle"] == "Head of Supply")
        #expect(answer.data("createPerson")?["name"]?["firstName"] == "Ada")
    }

    @Test("A body above 10 MB is refused as too large (rest-core 2.3)")
    func oversized() throws {
        let api = try API()
        let body = "{\"jobTitle\":\"\(String(repeating: "x", count: 10 * 1024 * 1024))\"}"
        let answer = try api.send(
            "POST", "/rest/people",
            headers: [("Authorization", "Bearer \(api.key)"), ("Content-Type", "application/json")], body: body)
        #expect(answer.status == 413)
        #expect(answer.raw.contains("request entity too large"))
    }

    @Test("A body just below 10 MB is taken")
    func large() throws {
        let api = try API()
        let text = String(repeating: "x", count: 10 * 1024 * 1024 - 100)
        #expect(try api.create("people", ["jobTitle": .string(text)])["jobTitle"] == .string(text))
    }

    @Test("A body that nests without end is refused or answered, never fatal", arguments: ["[", "{\"a\":"])
    func hostileDepth(opening: String) throws {
        let api = try API()
        let closing = opening == "[" ? "]" : "}"
        for depth in [1_000, 100_000, 1_500_000] {
            let body = String(repeating: opening, count: depth) + "1" + String(repeating: closing, count: depth)
            let answer = try api.send(
                "POST", "/rest/callRecordings",
                headers: [("Authorization", "Bearer \(api.key)"), ("Content-Type", "application/json")],
                body: "{\"transcript\":\(body)}")
            #expect([201, 400, 413].contains(answer.status), "\(depth)")
            #expect(try api.get("/rest/people").status == 200)
        }
    }

    @Test(
        "Outside the record controllers there is the framework's 404 (rest-core 2.3)",
        arguments: [
            ("GET", "/rest"), ("GET", "/rest/"), ("GET", "/nope"), ("GET", "/"), ("TRACE", "/rest/people"),
            ("POST", "/rests/people"),
        ])
    func notFound(method: String, path: String) throws {
        let answer = try sharedAPI().send(method, path)
        #expect(answer.status == 404)
        #expect(answer.raw == #"{"message":"Cannot \#(method) \#(path)","error":"Not Found","statusCode":404}"#)
    }

    @Test("Health needs no token (platform 4)")
    func health() throws {
        let answer = try sharedAPI().send("GET", "/healthz")
        #expect(answer.status == 200)
        #expect(answer.raw == #"{"status":"ok","info":{},"error":{},"details":{}}"#)
        #expect(answer.headers["cache-control"] == "no-cache, no-store, must-revalidate")
    }

    @Test("The client's configuration needs no token and tells the version (platform 4)", arguments: ["2", "1"])
    func clientConfig(release: String) throws {
        let answer = try API(release: release).send("GET", "/client-config")
        #expect(answer.status == 200)
        #expect(answer.json.text("appVersion")?.hasPrefix("\(release).") == true)
        #expect(answer["authProviders"]?["password"] == true)
        #expect(answer["support"] == ["supportDriver": "NONE"])
        #expect(answer.json.keys.count == 19)
    }

    @Test("Unencoded brackets, commas, colons and percent signs are understood (platform 10)")
    func rawTargets() throws {
        let api = try API()
        try api.create("people", ["name": ["firstName": "Ada"], "jobTitle": "100% sure"])
        try api.create("people", ["name": ["firstName": "Bob"]])
        let headers = [("Authorization", "Bearer \(api.key)")]
        func count(_ query: String) throws -> JSONValue? {
            try api.send("GET", "/rest/people?\(query)", headers: headers)["totalCount"]
        }
        #expect(try count("filter=name.firstName[ilike]:%Ada%") == 1)
        #expect(try count("filter=name.firstName[ilike]:\"%DA%\"") == 1)
        #expect(try count("filter=name.firstName[like]:%zo%") == 0)
        #expect(try count("filter=name.firstName[in]:[Ada,Bob]") == 2)
        #expect(try count("filter=jobTitle[eq]:100%+sure") == 1)
        #expect(try count("filter=jobTitle[eq]:\"100%25%20sure\"") == 1)
        #expect(try count("order_by=name.firstName[AscNullsLast]&limit=1") == 2)
    }

    @Test("A blank or a plus sign in a query is a blank, %2B is a plus sign (rest-core 6.2.12)")
    func plus() throws {
        let api = try API()
        try api.create("people", ["jobTitle": "C++ dev"])
        let headers = [("Authorization", "Bearer \(api.key)")]
        let found = try api.send("GET", "/rest/people?filter=jobTitle[eq]:C%2B%2B+dev", headers: headers)
        #expect(found["totalCount"] == 1)
    }
}
