# Everything that can be done with a checkout; each target works alone on a fresh Debian 12 that has
# Swift, git and make. `make help` lists them.
SHELL = /bin/bash
.SHELLFLAGS = -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: help setup build run test test-system lint bench docs instruction-count clean

# What the compiler and the four C libraries need.
PACKAGES = libc6-dev libstdc++-12-dev binutils pkg-config \
  libasound2-dev libfftw3-dev libsndfile1-dev libspeexdsp-dev

# What the system tests need besides.
SYSTEM_PACKAGES = python3 python3-venv sox valgrind strace tmux pulseaudio pulseaudio-utils \
  libasound2-plugins alsa-utils

SAMPLE = samples/support-call.wav

help:
	@echo "make setup              install what is missing"
	@echo "make run                build, and analyze a sample call"
	@echo "make test               every test that needs neither daemon nor network"
	@echo "make test-system        sanitizers, fuzzing, foreign readers, memory, instruction counts"
	@echo "make lint               check the layout of the source"
	@echo "make bench              time the hot paths"
	@echo "make docs               build the reference of the library into .build/docs"
	@echo "make instruction-count  record the engine's cost after a deliberate change"
	@echo "make clean              remove everything that was built"

setup: .build/workspace-state.json

# The sources of the packages named in the manifest: fetched once, and again when it changes.
.build/workspace-state.json: Package.swift | packages
	@echo "Fetching the packages"
	@swift package resolve --quiet
	@touch $@

.PHONY: packages
packages:
	@command -v swift >/dev/null || \
	  { echo "Swift 6.3 is missing: see https://www.swift.org/install/linux/" >&2; exit 1; }
	@.ci/install-packages $(PACKAGES)

build: setup
	@swift build -c release --quiet --product interject

run: build
	@.build/release/interject analyze $(SAMPLE)

lint:
	@swift format lint --strict --parallel --recursive Package.swift Sources Tests

test: setup lint
	@swift build --build-tests --quiet
	@swift test --skip-build --disable-xctest --parallel --quiet

test-system: build
	@.ci/install-packages $(SYSTEM_PACKAGES)
	@Tests/System/run

instruction-count: build
	@.ci/install-packages $(SYSTEM_PACKAGES)
	@Tests/System/checks/instruction-count --record

bench: setup
	@swift package --package-path Benchmarks benchmark --no-progress

docs: setup
	@swift package dump-symbol-graph

clean:
	@rm -rf .build .build-* Benchmarks/.build
