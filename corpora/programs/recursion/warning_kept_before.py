import warnings

shown_before = warnings.showwarning


def show(message, category, filename, lineno, file=None, line=None):
    text = str(message).upper()
    shown_before(text, category, filename, lineno, file, line)


warnings.showwarning = show
