from PySide6.QtWidgets import QApplication
from tests.ui.knowledge.walk.test_walk_page import *
def test_dbg(window, choose, qtbot):
    choose().choices[WEIGH].button.click()
    page = window.stack.currentWidget()
    f = window.focusWidget()
    print("DBG", f, getattr(f, "text", lambda: "")(), QApplication.focusWidget(), window.isActiveWindow(), QApplication.activeWindow())
    qtbot.wait(200)
    f = window.focusWidget()
    print("DBG", f, getattr(f, "text", lambda: "")(), QApplication.focusWidget(), window.isActiveWindow())
