"""Finds proofs and checks them: the only room that knows Z3."""
