"""Hypothesis without a stop-watch: a busy machine is no fault of the domain."""

from hypothesis import settings

settings.register_profile("domain", deadline=None)
settings.load_profile("domain")
