"""What pyproject.toml can't say: a wheel carries the agreements that the demo is told from."""

from pathlib import Path
from shutil import copytree

from setuptools import setup
from setuptools.command.build_py import build_py

CARRIED_IN = Path("politikontakt", "config", "demo", "agreements")


class WithAgreements(build_py):
    """Builds the package, with the agreements beside the demo's stories."""

    def run(self) -> None:
        """Build, and copy. What is installed for development reads the clone's own folder."""
        super().run()
        if not self.editable_mode:
            copytree("agreements", Path(self.build_lib, CARRIED_IN), dirs_exist_ok=True)


setup(cmdclass={"build_py": WithAgreements})
