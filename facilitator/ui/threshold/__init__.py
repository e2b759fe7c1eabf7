"""Before the first page: the recovery key, shown once; typing it when the key is gone; what to do in trouble."""
