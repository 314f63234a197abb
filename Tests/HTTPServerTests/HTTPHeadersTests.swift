import Testing

@testable import HTTPServer

@Suite("Header fields")
struct HTTPHeadersTests {
    @Test("Fields are found without regard to case")
    func lookup() {
        let headers: HTTPHeaders = ["Content-Type": "a/b", "X": "1", "x": "2", "Empty": ""]
        #expect(headers["content-type"] == "a/b")
        #expect(headers["CONTENT-TYPE"] == "a/b")
        #expect(headers["X"] == "1")
        #expect(headers.values(of: "x") == ["1", "2"])
        #expect(headers["empty"] == "")
        #expect(headers["Content"] == nil)
        #expect(headers["Content-Type:"] == nil)
        #expect(headers[""] == nil)
        #expect(headers.map(\.name) == ["Content-Type", "X", "x", "Empty"])
    }

    @Test("Setting replaces all fields of the name, nil removes them")
    func set() {
        var headers: HTTPHeaders = ["A": "1", "B": "2", "a": "3"]
        headers["a"] = "4"
        #expect(headers.description == "B: 2\r\na: 4\r\n")
        headers["b"] = nil
        headers["a"] = nil
        #expect(headers.isEmpty)
    }

    @Test("A block is added as it is, also one that came with a request")
    func block() {
        let block: HTTPHeaders = ["A": "1"]
        let line = Array("GET / HTTP/1.1\r\nX:1\r\nY: \t2 \r\n".utf8)
        var received = HTTPHeaders(validLines: line, from: 16)
        #expect(received["x"] == "1")
        #expect(received["Y"] == "2")
        var headers = HTTPHeaders()
        headers.append(contentsOf: block)
        headers.append(contentsOf: received)
        #expect(headers.map(\.value) == ["1", "1", "2"])
        received.append("Z", "3")
        #expect(received.map(\.name) == ["X", "Y", "Z"])
        #expect(received != headers)
        #expect(headers == headers)
    }

    @Test("Characters that are no token characters are recognised, all 256 of them")
    func tokens() {
        let tokens = Set("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        let hosts = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=%".utf8)
        for byte in UInt8.min...UInt8.max {
            #expect(ByteClass.isToken(byte) == tokens.contains(byte))
            #expect(ByteClass.isHostName(byte) == hosts.contains(byte))
        }
    }
}
