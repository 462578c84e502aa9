"""Many programs at once: engines that spread the work, and the scoring of whole corpora."""
