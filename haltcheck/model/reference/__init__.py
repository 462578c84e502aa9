"""What is reached by following references: keys that data holds, looked up again and again."""
