"""Targets for atheris, a fuzzer that is led by what the code does; no part of the ordinary tests."""
