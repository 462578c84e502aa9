"""What a loop does once the outside world has done its worst: streams ended, lengths zero."""
