"""`new KIND --tu LAST`: what is shown of the changes that it makes, and which LAST is refused."""

from pathlib import Path

from .conftest import RunCli


def test_line_that_goes_or_comes_is_shown_without_the_line_behind_it(run_cli: RunCli, here: Path) -> None:
    done = run_cli("new", "huong-dan", "--tu", here / "hướng dẫn.md", "--nam", 2028, "-o", here / "moi.md")
    shown = [line for line in done.stdout.split("\n") + done.stderr.split("\n") if "→ (bỏ)]" in line]
    assert done.exit_code == 0 and shown
    assert all(line.endswith("→ (bỏ)]") for line in shown if "so:" in line)


def test_file_with_a_key_twice_is_refused_with_its_line_and_nothing_is_written(run_cli: RunCli, here: Path) -> None:
    old = here / "hướng dẫn.md"
    old.write_text(old.read_text("utf-8").replace("---\n", "---\nso: 14\nso: 15\n", 1), encoding="utf-8")
    done = run_cli("new", "huong-dan", "--tu", old, "--nam", 2028, "-o", here / "moi.md")
    assert (done.exit_code, "E121" in done.stderr, (here / "moi.md").exists()) == (1, True, False)
