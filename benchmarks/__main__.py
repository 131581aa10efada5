"""Every benchmark, one after the other."""

import runpy

for name in ("benchmarks.fetch", "benchmarks.store"):
    print(f"== python -m {name}", flush=True)
    runpy.run_module(name, run_name="__main__")
