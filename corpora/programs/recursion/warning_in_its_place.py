import warnings


def show(message, category, filename, lineno, file=None, line=None):
    text = str(message).upper()
    warnings.showwarning(text, category, filename, lineno, file, line)


warnings.showwarning = show
