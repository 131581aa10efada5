import os

# Development data is never part of the repository: these tests exist where it is at hand.
collect_ignore = [] if "CITECHECK_EVAL_DATA" in os.environ else ["test_development_data.py"]
