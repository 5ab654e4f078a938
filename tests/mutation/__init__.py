"""What our tests miss: `python -m tests.mutation content --sample 60`."""
