# `make help` lists what there is. Everything happens in .venv and build/; nothing else on the machine changes.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# buf starts the generators that buf.gen.yaml names; they must be this environment's.
BUF := PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/buf
PROTOS := $(shell find proto -name '*.proto' 2>/dev/null)
READY := $(VENV)/.ready
IMAGE := planton_sts/image.binpb
# What `make breaking` compares with: the last release, or main before there is one.
AGAINST ?= $(shell git describe --tags --abbrev=0 2>/dev/null || git rev-parse --verify --quiet main || echo HEAD)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help:  ## List what can be done
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY)  ## Make the virtual environment with the package and its tools

$(READY): pyproject.toml requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("planton-sts needs Python 3.11 or later, and $(PYTHON) is " + sys.version.split()[0] + ": name another one, as in `make PYTHON=python3.12 setup`")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt -e .
	@touch $@

demo: $(READY)  ## Show the main job on an example
	$(BIN)/planton-sts validate examples/postgres.yaml
	$(BIN)/planton-sts describe examples/postgres.yaml
	$(BIN)/planton-sts render examples/postgres.yaml

# The compiled image that the wheel brings, and beside it, for buf, the validate.proto that our protos import.
$(IMAGE): $(READY) hatch_build.py $(PROTOS)
	$(BIN)/python hatch_build.py

image: $(IMAGE)  ## Compile proto/ to planton_sts/image.binpb, and let plain buf commands do without a registry

# $(call generate,FOLDER): the generated code, with the marks that tell type checkers to read its stubs.
# protoc calls an import unused where only options need it; what it says is shown when it fails.
generate = { $(BUF) generate --output $(1) 2>build/generate.log || { cat build/generate.log; exit 1; }; } && \
	touch $(1)/gen/org/project_planton/py.typed $(1)/gen/buf/validate/py.typed

gen: reference  ## Generate gen/ and docs/reference/ from proto/
	rm -rf gen
	$(call generate,.)

reference: $(IMAGE)  ## Write docs/reference/ from the protos' comments
	$(BIN)/python tools/reference.py $(IMAGE) docs/reference

check-gen: $(IMAGE)  ## Fail when gen/ or docs/reference/ is not what proto/ generates
	rm -rf build/check
	$(call generate,build/check)
	$(BIN)/python tools/reference.py $(IMAGE) build/check/docs/reference
	@for made in gen docs/reference; do diff -r -x __pycache__ $$made build/check/$$made || \
	{ echo "$$made is stale: run \`make gen\` and commit what it writes"; exit 1; }; done

lint-proto: $(IMAGE)  ## Check the protos' names, comments and format
	$(BUF) lint
	$(BUF) format proto --diff --exit-code

# buf cannot take the other commit itself, for validate.proto is in none.
breaking: $(IMAGE)  ## Fail when the protos break users of the last release (AGAINST=ref for another)
	rm -rf build/against && mkdir -p build/against/build
	git archive $(AGAINST) proto | tar -x -C build/against
	cp buf.yaml build/against && cp -r build/validate build/against/build
	$(BUF) breaking --against build/against

lint: lint-proto  ## Check style, of the protos and of the code
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY)  ## Check types, with mypy and with pyright
	$(BIN)/mypy
	$(BIN)/pyright

test: $(IMAGE)  ## Run the tests
	$(BIN)/python -m pytest -n auto

coverage: $(IMAGE)  ## Run the tests, and fail where too little of the code is run by them
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

# What the engines judge, with Python's verdicts, which come from gen/.
CASES := build/portability/cases.json
$(CASES): $(READY) tests/portability/cases.py $(wildcard tests/*.py tests/rules/*.yaml) $(shell find gen -name '*_pb2.py')
	@mkdir -p $(@D)
	PYTHONPATH=tests $(BIN)/python tests/portability/cases.py $@

# $(call engine,LANGUAGE,PROGRAMS,TARGET): the verdicts of the language's engine, where there is what it is built with.
engine = @for program in $(2); do \
	command -v $$program >/dev/null || { echo "$(1): skipped, there is no $$program"; exit; }; done; \
	$(MAKE) --no-print-directory $(3)

portability: $(IMAGE) $(CASES)  ## Check that the engines of TypeScript, Go and Java give Python's verdicts
	$(call engine,TypeScript,node npm,portability/typescript)
	$(call engine,Go,go,portability/go)
	$(call engine,Java,java mvn,portability/java)
	LANGUAGES=yes $(BIN)/python -m pytest -q tests/test_languages.py tests/test_service.py

portability/typescript: build/portability/typescript/node_modules $(IMAGE) $(CASES)
	@node build/portability/typescript/verdicts.mjs $(IMAGE) $(CASES)

build/portability/typescript/node_modules: $(wildcard tests/portability/typescript/* tests/portability/typescript/.npmrc)
	@mkdir -p $(@D)
	cp $^ $(@D)
	npm ci --silent --prefix $(@D)
	@touch $@

portability/go: build/portability/go $(IMAGE) $(CASES)
	@build/portability/go $(IMAGE) $(CASES)

build/portability/go: $(wildcard tests/portability/go/*)
	go build -C tests/portability/go -o $(CURDIR)/$@

portability/java: build/portability/java/classpath $(IMAGE) $(CASES)
	@java -cp build/portability/java/classes:$$(cat build/portability/java/classpath) Verdicts $(IMAGE) $(CASES)

build/portability/java/classpath: $(shell find tests/portability/java -type f)
	mvn --quiet --batch-mode --file tests/portability/java compile dependency:build-classpath
	@touch $@

hook: $(IMAGE) build/hook/bin/pre-commit  ## Try the hook with pre-commit itself, on a repository of many files
	PRE_COMMIT=$(CURDIR)/build/hook/bin/pre-commit $(BIN)/python -m pytest -q tests/test_hook.py

build/hook/bin/pre-commit:
	$(PYTHON) -m venv build/hook
	build/hook/bin/python -m pip install --quiet --disable-pip-version-check pre-commit==4.3.0

# $(call test_with,ENVIRONMENT,REQUIREMENTS): the tests against other versions of what the package depends on.
test_with = $(PYTHON) -m venv $(1) && \
	$(1)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade $(2) -r requirements-test.txt -e . && \
	$(1)/bin/python -m pytest -n auto

test-lowest:  ## Run the tests with the oldest dependencies that pyproject.toml allows
	$(call test_with,$(VENV)-lowest,-r requirements-lowest.txt)

test-newest:  ## Run the tests with the newest dependencies there are
	$(call test_with,$(VENV)-newest,protobuf protovalidate pyyaml click pathspec)

# The bytecode of what pip installs is there from the start; that of a checkout is written here, for some settings keep
# Python from writing it.
bench: $(READY)  ## Measure what things cost, as ratios within one run
	$(BIN)/python -m compileall -q planton_sts gen
	for benchmark in benchmarks/*.py; do $(BIN)/python $$benchmark || exit; done

# What `make peers` compares with, each at the newest version that Go 1.26 builds.
PEERS := \
	github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0 \
	github.com/zegl/kube-score/cmd/kube-score@v1.20.0 \
	golang.stackrox.io/kube-linter/cmd/kube-linter@v0.7.6 \
	helm.sh/helm/v4/cmd/helm@v4.3.1 \
	sigs.k8s.io/kustomize/kustomize/v5@v5.8.2

peers: $(READY)  ## Measure what others' programs cost beside ours, as ratios (needs Go)
	@mkdir -p build/peers
	@for peer in $(PEERS); do GOBIN=$(CURDIR)/build/peers go install $$peer || echo "$$peer cannot be had"; done
	$(BIN)/python benchmarks/peers.py

fuzz: $(READY)  ## Feed the loader odd input for FUZZ examples of each kind (default 20000)
	FUZZ=$(or $(FUZZ),20000) $(BIN)/python -m pytest -n auto tests/test_load_fuzz.py

# Kubernetes' own validation as a program, with the definitions of the custom kinds that are rendered.
JUDGE := build/judge
NEED_GO = @command -v go >/dev/null || { echo 'this is built with Go: install 1.26 or later'; exit 1; }
JUDGED := $(wildcard tests/judge/*.go) tests/judge/go.mod tests/judge/go.sum

judge: $(JUDGE)/judge $(JUDGE)/crds/.ready  ## Build what tells a Kubernetes API server's verdict (needs Go)

$(JUDGE)/judge: $(JUDGED)
	$(NEED_GO)
	go -C tests/judge build -o $(CURDIR)/$@ .

fields: judge  ## Write the table of what Kubernetes fills in and compares how (needs Go)
	$(JUDGE)/judge -fields >planton_sts/comparison/fields.tsv

# $(call module,NAME): the folder of a Go module that tests/judge/crds/go.mod names.
module = $$(cd tests/judge/crds && go mod download $(1) && go list -m -f '{{.Dir}}' $(1))

$(JUDGE)/crds/.ready: tests/judge/crds/go.mod tests/judge/crds/go.sum
	$(NEED_GO)
	rm -rf $(@D) && mkdir -p $(@D)
	install -m 644 "$(call module,sigs.k8s.io/gateway-api)"/config/crd/standard/*.yaml $(@D)
	install -m 644 "$(call module,github.com/cert-manager/cert-manager)"/deploy/crds/*.yaml $(@D)
	@touch $@

judge-fuzz: judge $(READY)  ## Hold N random manifests (default 100000) to the judge, and say what it costs
	PYTHONPATH=tests $(BIN)/python tests/judge_fuzz.py $(or $(N),100000)

# The programs that a cluster consists of, from the same module; building them takes minutes once.
CLUSTER := k8s.io/kubernetes/cmd/kube-apiserver k8s.io/kubernetes/cmd/kube-controller-manager \
	k8s.io/kubernetes/cmd/kubectl go.etcd.io/etcd/server/v3

build/e2e/.ready: tests/judge/go.mod tests/judge/go.sum
	$(NEED_GO)
	@mkdir -p $(@D)
	go -C tests/judge build -o $(CURDIR)/$(@D)/ $(CLUSTER)
	@touch $@

e2e: build/e2e/.ready $(JUDGE)/crds/.ready $(READY)  ## Bring the examples to a real API server, with kubectl (needs Go)
	$(BIN)/python tests/judge/e2e.py

dist: $(READY)  ## Build the wheel and the sdist into dist/
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist

check: check-gen lint types coverage  ## Everything that must hold before a commit

clean:  ## Remove what was built and installed
	rm -rf build dist $(IMAGE) $(VENV) $(VENV)-lowest $(VENV)-newest

.PHONY: help setup demo image gen reference check-gen lint-proto breaking lint types test coverage hook portability portability/typescript portability/go portability/java test-lowest test-newest bench peers fuzz judge fields judge-fuzz e2e dist check clean
