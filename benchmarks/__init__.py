"""What citecheck costs, beside others: `python -m benchmarks`, or one of them by name."""
