"""Importers make programs that haltcheck can judge out of suites of others."""
