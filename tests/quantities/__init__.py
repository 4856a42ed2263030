"""Tests of the quantity finder that rows of cases cannot say."""
