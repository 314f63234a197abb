# `make run` and `make test` do everything that a fresh Debian machine with Swift needs.

CONFIGURATION ?= debug

.PHONY: run test format lint sqlite

run: sqlite
	swift run -c $(CONFIGURATION) twenty-mock serve $(ARGS)

test: sqlite
	swift test

format:
	swift format format --in-place --parallel --recursive Package.swift Sources Tests

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

# The headers and library of SQLite, where the system does not have them yet.
sqlite:
	@./scripts/install-sqlite
