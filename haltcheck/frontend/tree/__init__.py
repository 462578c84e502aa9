"""The trees of ``ast`` become the same forms as those of libcst, a tenth as dear to make."""
