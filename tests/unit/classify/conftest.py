import os

collect_ignore = [] if "CITECHECK_EVAL_DATA" in os.environ else ["test_development_pages.py"]
