"""The agreements of a region: from a model to the instruction of a municipality."""
