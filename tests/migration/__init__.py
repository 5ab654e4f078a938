"""Tests of imports from other builders."""
