# The menu of commands. `make demo` is the one to begin with.

GOAL ?=
PORT ?= 4870
DATA ?=
PROVIDER_URL ?=
MODEL ?=
API_KEY_ENV ?=
EXIT ?=

# What is given reaches the shell as data: not read by make a second time, and never as a part of a command's text.
override GOAL := $(value GOAL)
override PORT := $(value PORT)
override DATA := $(value DATA)
override PROVIDER_URL := $(value PROVIDER_URL)
override MODEL := $(value MODEL)
override API_KEY_ENV := $(value API_KEY_ENV)
override EXIT := $(value EXIT)
export GOAL PORT DATA PROVIDER_URL MODEL API_KEY_ENV EXIT

export SWIFT_BACKTRACE ?= enable=no

.PHONY: help demo build release test format lint setup clean

help:  ## Say what there is to do.
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/  /' | awk '{printf "  make %-8s", $$1; $$1=""; print $$0}'

demo: build  ## Found a company and watch it reach a goal: make demo GOAL="…" [PROVIDER_URL=… MODEL=…]
	@.build/debug/teamx demo "--port=$$PORT" $${GOAL:+"--goal=$$GOAL"} $${DATA:+"--data=$$DATA"} \
		$${PROVIDER_URL:+"--provider-url=$$PROVIDER_URL"} $${MODEL:+"--model=$$MODEL"} \
		$${API_KEY_ENV:+"--api-key-env=$$API_KEY_ENV"} $${EXIT:+--exit-when-done}

build: setup  ## Build teamx in the configuration that is ready soonest.
	@Scripts/build --product teamx

release: setup  ## Build the fast teamx for daily use: .build-release/release/teamx.
	@Scripts/build -c release --scratch-path .build-release --product teamx \
		$(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)

test: setup  ## Run every test.
	@Scripts/test

setup:  ## Install what is missing on Debian and Ubuntu; say what is missing elsewhere.
	@Scripts/setup

format:  ## Format all Swift sources.
	swift format --in-place --recursive Sources Tests Plugins Package.swift

lint:  ## Say what the formatter would change.
	swift format lint --strict --recursive Sources Tests Plugins Package.swift

clean:  ## Throw away what was built.
	rm -rf .build .build-release
