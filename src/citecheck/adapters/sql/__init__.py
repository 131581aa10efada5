"""The tables, and the Catalog and Views over them. The tables are the truth."""
