PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint types tests format bench bench-again bench-copies bench-store bench-extraction clean

# Everything below runs in .venv, which is made here and renewed when the dependencies change.
.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: .venv/ready
	$(BIN)/scrapy demo

test: lint types tests

lint: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/ready
	$(BIN)/mypy

tests: .venv/ready
	$(BIN)/pytest -n auto --dist loadgroup

format: .venv/ready
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: .venv/ready
	$(BIN)/python -m benchmarks.crawl

bench-again: .venv/ready
	$(BIN)/python -m benchmarks.again

bench-copies: .venv/ready
	$(BIN)/python -m benchmarks.copies

bench-store: .venv/ready
	$(BIN)/python -m benchmarks.store $(ARGUMENTS)

# DATA is a folder of saved pages with a program score.py that knows what is true of them.
bench-extraction: .venv/ready
	@test -n "$(DATA)" || { echo "make bench-extraction DATA=FOLDER: a folder with score.py, which scores newscrawl.extract on its pages" >&2; exit 2; }
	$(BIN)/python "$(DATA)/score.py" $(ARGUMENTS)

clean:
	rm -rf .venv build *.egg-info .mypy_cache .pytest_cache .ruff_cache
