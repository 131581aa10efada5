"""What the ports are made of: the web, the WARC files, the tables, the queue, the process pool."""
