"""What is known of modules and kinds of objects, one file each: ``module_os``, ``kind_list``.

A file is found by its name and loaded when somebody asks for its module or kind.
"""
