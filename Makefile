# Everything that can be done with a checkout; each target works alone on a fresh Debian 12 that has
# Swift, git and make. `make help` lists them.
SHELL = /bin/bash
.SHELLFLAGS = -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: help setup build install static deb run test test-system campaign words lint bench bench-check bench-record docs record clean

# What the compiler and the three C libraries need.
PACKAGES = libc6-dev libstdc++-12-dev binutils pkg-config \
  libasound2-dev libfftw3-dev libsndfile1-dev

# What the system tests need besides.
SYSTEM_PACKAGES = python3 python3-venv sox ffmpeg valgrind strace tmux pulseaudio pulseaudio-utils \
  pipewire pipewire-bin pipewire-pulse wireplumber dbus \
  libasound2-plugins alsa-utils espeak-ng chromium chromium-driver fonts-dejavu-core \
  python3-jsonschema default-jre-headless zsh fish

SAMPLE = samples/support-call.wav

help:
	@echo "make setup        install what is missing"
	@echo "make run          build, analyze a sample call, and replay it on a terminal"
	@echo "make install      install the command, its manual, completions and service below PREFIX (/usr/local)"
	@echo "make static       build one file that needs no Swift where it runs"
	@echo "make deb          make a Debian package of that file"
	@echo "make test         every test that needs neither daemon nor network"
	@echo "make test-system  sanitizers, fuzzing, foreign readers, memory, instruction counts"
	@echo "make campaign     damage 10,000 recordings of all containers, break devices 1,000 times (20 min)"
	@echo "make words        fetch the recognizer of English words that --recognize uses"
	@echo "make lint         check the layout of the source"
	@echo "make bench        time the hot paths"
	@echo "make bench-check  compare them with the figures on record; make bench-record writes those"
	@echo "make docs         build the reference of the library into .build/docs"
	@echo "make record       write anew what follows the engine: instruction count, README's picture"
	@echo "make clean        remove everything that was built"

setup: .build/workspace-state.json

# The sources of the packages named in the manifest: fetched once, and again when it changes.
.build/workspace-state.json: Package.swift | packages
	@echo "Fetching the packages"
	@log=$$(swift package resolve 2>&1) || { echo "$$log" >&2; exit 1; }
	@touch $@

.PHONY: packages
packages:
	@command -v swift >/dev/null || \
	  { echo "Swift 6.3 is missing: see https://www.swift.org/install/linux/" >&2; exit 1; }
	@case "$$(basename "$$PWD" | tr A-Z a-z)" in swift-argument-parser|hdrhistogram-swift) \
	  echo "Rename this folder: the package manager takes it for the dependency of that name" >&2; \
	  exit 1;; esac
	@.ci/install-packages $(PACKAGES)

# On a terminal the package manager shows how far it is.
build: setup
	@[ -x .build/release/interject ] || echo "Building; the first time this takes some minutes" >&2
	@if [ -t 1 ]; then swift build -c release --product interject; \
	  else swift build -c release --quiet --product interject; fi

run: build
	@.build/release/interject analyze $(SAMPLE)
	@if [ -t 0 ] && [ -t 1 ] && [ "$${TERM:-dumb}" != dumb ]; then \
	  echo; echo "The same call, live, four times as fast as it was:"; \
	  .build/release/interject monitor --replay $(SAMPLE) --speed 4; \
	fi

PREFIX = /usr/local
MANUAL = .build/plugins/GenerateManual/outputs/InterjectCommand/interject.1

# It needs the Swift libraries of this machine.
install: build $(MANUAL)
	@Packaging/install .build/release/interject $(MANUAL) "$(DESTDIR)$(PREFIX)" "$(PREFIX)"

# From the definitions of the commands and their options. An empty line is no paragraph to `man`, and
# it complains.
$(MANUAL): $(shell find Sources/InterjectCommand -name '*.swift') | setup
	@log=$$(swift package generate-manual 2>&1) || { echo "$$log" >&2; exit 1; }
	@sed -i 's/^$$/.Pp/' $@
	@touch $@

# Without Swift's shared libraries, to be copied to another machine of the same distribution. Nobody
# links with it, so that nothing is exported; functions of the same instructions are kept once; and
# addresses are packed, which glibc reads from 2.36 on.
#
# The descriptions of stack frames go with the symbols: they serve C++ exceptions, of which the program
# catches none, and naming the callers of a crash. A debugger finds both in the file that is not stripped.
static: setup
	@echo "Building without Swift's shared libraries: this takes some minutes" >&2
	@INTERJECT_STATIC=1 swift build -c release --quiet --static-swift-stdlib \
	  --scratch-path .build-static --product interject -Xswiftc -use-ld=lld \
	  -Xlinker --no-export-dynamic -Xlinker --icf=all -Xlinker -z -Xlinker pack-relative-relocs \
	  -Xlinker --no-eh-frame-hdr
	@strip --remove-section .eh_frame -o .build-static/interject .build-static/release/interject
	@size=$$(($$(stat -c %s .build-static/interject) / 1000)); \
	  echo ".build-static/interject: $$size kB"; \
	  [ $$size -le 20000 ] || { echo "That is more than 20 MB" >&2; exit 1; }

deb: static $(MANUAL)
	@Packaging/make-deb .build-static/interject $(MANUAL) .build-static

# Optional, and not part of the build: what `analyze --recognize` loads. Python unpacks a wheel of PyPI.
words:
	@.ci/install-packages python3 python3-venv
	@.ci/fetch-words

# An option, or a command of `interject` or of this file, outside a comment; a style's `--name` is neither.
COMMAND_NAMES = '^(?! *//).*((?<![\w-])(?<!systemctl )--[a-z][a-z-]*+(?![:)])|\binterject [a-z]|\bmake words)'

lint:
	@swift format lint --strict --parallel --recursive Package.swift Sources Tests Examples \
	  Benchmarks/Package.swift Benchmarks/Benchmarks
	@! grep -rnE '^[a-z ]*import (Foundation|FoundationInternationalization|FoundationNetworking|FoundationXML)$$' \
	  Sources --include='*.swift' >&2 || \
	  { echo "Import FoundationEssentials: the rest would make the static command too large" >&2; exit 1; }
	@! grep -rnP $(COMMAND_NAMES) Sources --include='*.swift' --exclude-dir=InterjectCommand >&2 || \
	  { echo "Leave commands and options to InterjectCommand: a library has none" >&2; exit 1; }

test: setup lint
	@swift build --build-tests --quiet
	@swift test --skip-build --disable-xctest --parallel --quiet

test-system: build
	@.ci/install-packages $(SYSTEM_PACKAGES)
	@Tests/System/run

# The same files and devices for the same SEED; FILES and FAULTS bound it.
FILES = 10000
FAULTS = 1000
SEED = 1
campaign: build
	@swift build -c release --quiet --product AudioFilesFuzz
	@.build/release/AudioFilesFuzz containers $(FILES) $(SEED)
	@swift build --build-tests --quiet
	@INTERJECT_DEVICE_FAULTS=$(FAULTS) INTERJECT_DEVICE_SEED=$(SEED) \
	  swift test --skip-build --disable-xctest --quiet --filter DeviceCampaignTests
	@.ci/install-packages $(SYSTEM_PACKAGES)
	@Tests/System/campaign $$(($(FAULTS) / 10)) $(SEED)

record: build
	@.ci/install-packages $(SYSTEM_PACKAGES)
	@Tests/System/run --record instruction-count documents

BENCHMARK = swift package --package-path Benchmarks --allow-writing-to-package-directory benchmark
THRESHOLDS = --no-progress --path Benchmarks/Thresholds

bench: setup
	@$(BENCHMARK) --no-progress

# Against the figures of the machine that docs/performance.md names; record those of another first.
bench-check: setup
	@$(BENCHMARK) thresholds check $(THRESHOLDS)

bench-record: setup
	@$(BENCHMARK) thresholds update $(THRESHOLDS)

# The targets that others may import, without the tests' and C's.
DOCUMENTED = Conversation Realtime VoiceActivity TurnTaking Measures Words AudioFiles AlsaCapture \
  Listening Calls Live LiveCapture Preferences Wording Pages Reporting Dashboard History Interject

docs: setup
	@swift package dump-symbol-graph --minimum-access-level public >/dev/null
	@rm -rf .build/symbols .build/docs
	@mkdir -p .build/symbols
	@for target in $(DOCUMENTED); do \
	  cp .build/*/symbolgraph/$$target.symbols.json .build/*/symbolgraph/$$target@*.symbols.json \
	    .build/symbols 2>/dev/null || true; \
	done
	@"$$(dirname "$$(readlink -f "$$(command -v swift)")")"/docc convert \
	  --fallback-display-name Interject --fallback-bundle-identifier interject \
	  --additional-symbol-graph-dir .build/symbols --output-path .build/docs
	@echo "To read the reference: python3 -m http.server --directory .build/docs"

clean:
	@rm -rf .build .build-* Benchmarks/.build
