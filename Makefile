# The menu of commands. `make demo` is the one to begin with.

GOAL ?=
PORT ?= 4870
DATA ?=
PROVIDER_URL ?=
MODEL ?=
API_KEY_ENV ?=
EXIT ?=

export SWIFT_BACKTRACE ?= enable=no

.PHONY: help demo build test format lint setup clean

help:  ## Say what there is to do.
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/  /' | awk '{printf "  make %-8s", $$1; $$1=""; print $$0}'

demo: build  ## Found a company and watch it reach a goal: make demo GOAL="…" [PROVIDER_URL=… MODEL=…]
	@.build/debug/teamx demo --port $(PORT) \
		$(if $(GOAL),--goal "$(subst ",\",$(GOAL))") \
		$(if $(DATA),--data "$(DATA)") \
		$(if $(PROVIDER_URL),--provider-url "$(PROVIDER_URL)") \
		$(if $(MODEL),--model "$(MODEL)") \
		$(if $(API_KEY_ENV),--api-key-env "$(API_KEY_ENV)") \
		$(if $(EXIT),--exit-when-done)

build: setup  ## Build teamx in the configuration that is ready soonest.
	@Scripts/build --product teamx

test: setup  ## Run every test.
	@Scripts/test

setup:  ## Install what is missing on Debian and Ubuntu; say what is missing elsewhere.
	@Scripts/setup

format:  ## Format all Swift sources.
	swift format --in-place --recursive Sources Tests Plugins Package.swift

lint:  ## Say what the formatter would change.
	swift format lint --strict --recursive Sources Tests Plugins Package.swift

clean:  ## Throw away what was built.
	rm -rf .build
