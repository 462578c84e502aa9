"""The exact one-step semantics of lowered programs: values, states, events, snapshots, replays."""
