"""Realistic days for demos, load tests and benchmarks."""
