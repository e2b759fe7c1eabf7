from tests.ui.after.conftest import closed, made, worker

__all__ = ["closed", "made", "worker"]
