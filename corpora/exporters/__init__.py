"""Our transition systems in the formats of other provers, so that all judge the very same loop."""
