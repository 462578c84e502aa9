"""Benches measure haltcheck: right and wrong answers, real bugs, speed, findings."""
