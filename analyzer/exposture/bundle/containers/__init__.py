"""The kinds of container, one module each; a module here is found without being listed anywhere."""
