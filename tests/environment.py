"""Set before Django reads its settings: tests have a data folder of their own and never touch a body that is there.

`FASTI_TEST_DATABASE` puts the test database on another server (see tests/engines).
"""

import atexit
import os
import shutil
import tempfile

_HOME = tempfile.mkdtemp(prefix="fasti-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ["FASTI_HOME"] = _HOME
os.environ.pop("FASTI_DATABASE", None)
if os.environ.get("FASTI_TEST_DATABASE"):
    os.environ["FASTI_DATABASE"] = os.environ["FASTI_TEST_DATABASE"]
