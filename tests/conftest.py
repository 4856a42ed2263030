"""Settings of the tests: no deadline for a generated example, for a machine may be busy with other things."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("mediaparse", deadline=None)
settings.load_profile("mediaparse")
