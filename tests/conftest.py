"""What every test may rely on: the environment of whoever runs them, and their .env, do not matter."""

import os

import pytest

from bot.settings import ENV_FILE_VARIABLE, variables


@pytest.fixture(autouse=True, scope="session")
def nobodys_environment() -> None:
    """Take the host's settings out, also for the processes that tests start."""
    for variable in variables().values():
        os.environ.pop(variable, None)
    os.environ[ENV_FILE_VARIABLE] = ""
