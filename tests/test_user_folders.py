"""The folders of the user are those that platformdirs names, also where it is not asked."""

import platformdirs
import pytest

from ttdn_draft import user_folders

HOMES = ("/home/an", "", "an", "/home/an/")


@pytest.mark.parametrize("home", HOMES)
@pytest.mark.parametrize("asked", [None, "", "/kho/của tôi", "kho", "~/kho", " ", "/kho/"])
def test_folders_are_those_that_platformdirs_names(
    asked: str | None, home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", home)
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
        if asked is not None:
            monkeypatch.setenv(name, asked)
    assert user_folders.data_folder() == platformdirs.user_data_path("ttdn-draft", appauthor=False)
    assert user_folders.cache_folder() == platformdirs.user_cache_path("ttdn-draft", appauthor=False)


def test_another_system_is_asked_of_platformdirs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: "dữ liệu")
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: "kho")
    assert (user_folders.data_folder(), user_folders.cache_folder()) == ("dữ liệu", "kho")
