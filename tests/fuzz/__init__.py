"""Odd but plausible sites, made at random, each built by another builder and by ours."""
