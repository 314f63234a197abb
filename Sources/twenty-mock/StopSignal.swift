import Dispatch
import Foundation

/// Waits for the signals that ask a process to end: SIGTERM and SIGINT.
final class StopSignal {
    private let received = DispatchSemaphore(value: 0)
    private let sources: [any DispatchSourceSignal]

    /// From here on the signals no longer end the process by themselves.
    init() {
        let received = received
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { received.signal() }
            source.resume()
            return source
        }
    }

    /// Blocks until one arrives; a second one then ends the process at once.
    func wait() {
        received.wait()
        for number in [SIGTERM, SIGINT] { signal(number, SIG_DFL) }
    }
}
