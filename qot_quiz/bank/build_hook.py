"""The build hook of hatchling: wheels carry the built-in pack compiled, with its TOML beside it."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT_IN = "queen-of-tears"
COMPILED = "qot_quiz/bank/compiled"


class CompileBuiltIn(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the folder ``questions`` whenever a wheel is built; an sdist carries the folder alone."""

    PLUGIN_NAME = "custom"

    _folder = ""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the pack before the wheel is put together.

        Args:
            version: ``editable`` for an editable install, which reads the compiled pack from the source tree.
            build_data: What the build adds to the wheel.
        """
        if self.target_name != "wheel":
            return
        # An isolated build does not have the project itself on its path.
        sys.path.insert(0, self.root)
        try:
            from qot_quiz.bank.compiling import compile_pack
        finally:
            sys.path.remove(self.root)
        questions = os.path.join(self.root, "questions")
        if version == "editable":
            built = os.path.join(self.root, COMPILED, BUILT_IN + ".db")
            os.makedirs(os.path.dirname(built), exist_ok=True)
            compile_pack(questions, built)
            os.chmod(built, 0o644)  # all who may use the checkout read it, as they read its source
            return
        self._folder = tempfile.mkdtemp()
        bank = os.path.join(self._folder, BUILT_IN + ".db")
        # Times of files would make every build of the same source another wheel.
        compile_pack(questions, bank, stamped=False)
        added = build_data["force_include"]
        added[bank] = f"{COMPILED}/{BUILT_IN}.db"
        for name in sorted(os.listdir(questions)):
            if name.endswith(".toml"):
                added[os.path.join(questions, name)] = f"{COMPILED}/{BUILT_IN}/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was compiled only for the wheel."""
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
