"""Syntax becomes meaning: programs, their exact steps, their abstractions, and what may be claimed.

Standard library only. This room knows neither how Python spells a thing nor how to prove one.
"""
