"""Where the outside comes in: the command line, the web, the clock and the worker."""
