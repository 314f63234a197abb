import JSON
import Testing

/// rest-core 1, platform 2; decision 1 of the design.
@Suite("Authentication", .sharedServer()) struct AuthenticationTests {
    @Test(
        "No bearer token is 401, and the body has its own key order and content type",
        arguments: [
            nil, "", "Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "eyJhbGciOiJIUzI1NiJ9.e30.x", "Token abc",
        ])
    func missing(header: String?) throws {
        let api = try sharedAPI()
        let answer = try api.send("GET", "/rest/people", headers: header.map { [("Authorization", $0)] } ?? [])
        #expect(answer.status == 401)
        #expect(
            answer.raw
                == #"{"statusCode":401,"messages":["Missing authentication token"],"error":"UNAUTHENTICATED"}"#)
        #expect(answer.headers["content-type"] == "application/json")
    }

    @Test("The real status of a missing token can be had: 403 FORBIDDEN_EXCEPTION")
    func missingAsRealServersSay() throws {
        let answer = try API(missingKeyStatus: 403).send("GET", "/rest/people")
        #expect(answer.status == 403)
        #expect(
            answer.raw
                == #"{"statusCode":403,"messages":["Missing authentication token"],"error":"FORBIDDEN_EXCEPTION"}"#)
    }

    @Test("A garbage token is 401", arguments: ["garbage", "eyJhbGciOiJIUzI1NiJ9.e30.x", "a.b.c"])
    func garbage(token: String) throws {
        let api = try sharedAPI()
        let answer = try api.send("GET", "/rest/people", headers: [("Authorization", "Bearer \(token)")])
        #expect(answer.raw == #"{"statusCode":401,"messages":["Token invalid."],"error":"UNAUTHENTICATED"}"#)
        #expect(answer.status == 401)
    }

    @Test("The scheme is matched in any case", arguments: ["bearer", "BEARER", "Bearer", "bEaReR", "Bearer  "])
    func scheme(scheme: String) throws {
        let api = try sharedAPI()
        let answer = try api.send("GET", "/rest/people", headers: [("authorization", "\(scheme) \(api.key)")])
        #expect(answer.status == 200)
    }

    @Test("Authentication wins over every other error")
    func winsOverRoutes() throws {
        let api = try sharedAPI()
        for target in ["/rest/nonsense", "/rest/people/x", "/rest/people?depth=9", "/rest/a/b/c/d"] {
            let answer = try api.send("GET", target)
            #expect(answer.message == "Missing authentication token", "\(target)")
            #expect(answer.status == 401, "\(target)")
        }
    }

    @Test("An unparsable body wins over authentication: bodies are read first")
    func bodiesAreReadFirst() throws {
        let api = try sharedAPI()
        let answer = try api.send("POST", "/rest/people", headers: [("Content-Type", "application/json")], body: "{")
        #expect(answer.status == 400)
        #expect(answer["error"] == "Bad Request")
        #expect(answer["statusCode"] == 400)
        #expect(answer.headers["access-control-allow-origin"] == "*")
    }

    @Test("A token in the address counts as none; older releases accepted it (rest-core 18)")
    func tokenParameter() throws {
        let api = try sharedAPI()
        #expect(try api.send("GET", "/rest/people?token=\(api.key)").status == 401)
        let older = try API(release: "1")
        #expect(try older.send("GET", "/rest/people?token=\(older.key)").status == 200)
        #expect(try older.send("GET", "/rest/people?token=garbage").status == 401)
        #expect(try older.send("GET", "/rest/people?token=").status == 401)
    }

    @Test("The key that is made is a JWT, and is what createdBy names")
    func key() throws {
        let api = try API()
        #expect(api.key.split(separator: ".").count == 3)
        let person = try api.create("people")
        #expect(person.text("createdBy", "name")?.isEmpty == false)
    }
}
