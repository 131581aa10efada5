"""The house's laws that a machine can check: floors, sizes, names, where imports stand."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src" / "citecheck"
MODULES = sorted(path for path in SRC.rglob("*.py") if "migrations" not in path.parts)
MAX_MODULE, MAX_FUNCTION, MAX_PARAMETERS = 400, 60, 5
DRAWERS = {"utils.py", "helpers.py", "common.py", "misc.py"}

# Floors, lowest first. A module imports from floors below its own, and from its own package.
FLOORS: list[set[str]] = [
    {"model", "errors"},
    {"text", "dates", "urls"},
    {"ports", "ingest", "extract", "classify", "read", "verify", "flag", "settings"},
    {"flows", "adapters", "render", "evals"},
    {"wiring", "jobs", "testing"},
    {"entrypoints.web", "entrypoints.scheduler", "entrypoints.worker"},
    {"entrypoints.serve", "entrypoints.settle"},
    {"entrypoints.cli"},
    {"entrypoints.reference"},
]
STAGES = {"ingest", "extract", "classify", "read", "verify", "flag"}
SHARED_BY_A_FLOOR = {"ports", "settings"}  # seams that their own floor and those above may name
EVAL_USES = STAGES | {"adapters"}  # evals measure stages and backends


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(SRC).with_suffix("").parts)


def room_of(module: str) -> str:
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "entrypoints" and len(parts) > 1 else parts[0]


def floor_of(room: str) -> int | None:
    return next((level for level, rooms in enumerate(FLOORS) if room in rooms), None)


def own_imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("citecheck."):
            yield node.lineno, node.module.removeprefix("citecheck.")
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("citecheck."):
                    yield node.lineno, alias.name.removeprefix("citecheck.")


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def test_there_is_a_house_to_look_at() -> None:
    assert len(MODULES) > 20


def test_every_room_stands_on_a_floor() -> None:
    rooms = {room_of(name_of(path)) for path in MODULES} - {"__init__", "__main__", "entrypoints.__init__"}
    assert sorted(room for room in rooms if floor_of(room) is None) == []


def test_imports_point_downwards(trees: dict[Path, ast.Module]) -> None:
    wrong = []
    for path, tree in trees.items():
        room = room_of(name_of(path))
        here = floor_of(room)
        if here is None:
            continue
        for line, target in own_imports(tree):
            there = floor_of(room_of(target))
            if there is None or room_of(target) == room or there < here:
                continue
            if room_of(target) in SHARED_BY_A_FLOOR and there == here and room != "settings":
                continue
            if room == "evals" and room_of(target) in EVAL_USES:
                continue
            wrong.append(f"{path.relative_to(ROOT)}:{line} {room} imports {target}")
    assert wrong == []


def test_flows_never_call_flows(trees: dict[Path, ast.Module]) -> None:
    allowed = {"flows.tools", "flows.submission", "flows.look", "flows.known"}  # values, look-ups
    wrong = [
        f"{path.name}:{line} imports {target}"
        for path, tree in trees.items()
        if room_of(name_of(path)) == "flows" and path.name != "__init__.py"
        for line, target in own_imports(tree)
        if target.startswith("flows") and target not in allowed
    ]
    assert wrong == []


def test_only_wiring_names_adapters(trees: dict[Path, ast.Module]) -> None:
    allowed = {"adapters", "wiring", "evals", "testing"}
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {target}"
        for path, tree in trees.items()
        if room_of(name_of(path)) not in allowed
        for line, target in own_imports(tree)
        if target.startswith("adapters")
    ]
    assert wrong == []


def test_the_model_needs_the_standard_library_only(trees: dict[Path, ast.Module]) -> None:
    import sys

    wrong = []
    for path, tree in trees.items():
        if room_of(name_of(path)) != "model":
            continue
        for node in ast.walk(tree):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            wrong += [
                f"{path.name}: {name}"
                for name in names
                if not name.startswith("citecheck.model")
                and name.split(".")[0] not in sys.stdlib_module_names
            ]
    assert wrong == []


def test_only_the_scheduler_imports_apscheduler(trees: dict[Path, ast.Module]) -> None:
    wrong = [
        name_of(path)
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("apscheduler"))
        or (isinstance(node, ast.Import) and any(a.name.startswith("apscheduler") for a in node.names))
        if not name_of(path).startswith("entrypoints.scheduler")
    ]
    assert wrong == []


def test_own_modules_are_imported_at_the_top(trees: dict[Path, ast.Module]) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}"
        for path, tree in trees.items()
        if not name_of(path).startswith("entrypoints.cli")
        for function in functions(tree)
        for line, _ in own_imports(function)
    ]
    assert wrong == []


def test_sizes(trees: dict[Path, ast.Module]) -> None:
    wrong = []
    for path, tree in trees.items():
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > MAX_MODULE:
            wrong.append(f"{path.relative_to(ROOT)}: {lines} lines")
        for function in functions(tree):
            size = (function.end_lineno or 0) - function.lineno + 1
            if size > MAX_FUNCTION:
                wrong.append(f"{path.relative_to(ROOT)}:{function.lineno} {function.name}: {size} lines")
    assert wrong == []


def test_parameters(trees: dict[Path, ast.Module]) -> None:
    wrong = []
    for path, tree in trees.items():
        if name_of(path).startswith("entrypoints"):
            continue  # typer commands and routes declare one parameter an option
        for function in functions(tree):
            names = [a.arg for a in function.args.posonlyargs + function.args.args + function.args.kwonlyargs]
            count = len([name for name in names if name not in {"self", "cls"}])
            if count > MAX_PARAMETERS:
                wrong.append(
                    f"{path.relative_to(ROOT)}:{function.lineno} {function.name}: {count} parameters"
                )
    assert wrong == []


def test_no_drawers_and_no_services(trees: dict[Path, ast.Module]) -> None:
    drawers = [str(path.relative_to(ROOT)) for path in MODULES if path.name in DRAWERS]
    classes = [
        f"{path.name}: {node.name}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.name.endswith(("Service", "Manager", "Helper"))
    ]
    assert drawers + classes == []


def test_packages_only_re_export(trees: dict[Path, ast.Module]) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in trees.items()
        if path.name == "__init__.py" and path.parent != SRC
        for node in tree.body
        if not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr | ast.Assign)
    ]
    assert wrong == []


def test_nothing_is_left_for_later(trees: dict[Path, ast.Module]) -> None:
    marks = ("NotImplementedError", "TODO", "FIXME", "XXX")
    wrong = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in trees
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if any(mark in line for mark in marks)
    ]
    assert wrong == []


def test_enumeration_members_explain_themselves() -> None:
    import citecheck.model as model
    from citecheck.model.words import Word

    words = [value for value in vars(model).values() if isinstance(value, type) and issubclass(value, Word)]
    assert len(words) > 10
    assert [f"{word.__name__}.{m.name}" for word in words for m in word if not m.explanation] == []
