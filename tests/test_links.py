"""LinkChecker follows every link of the served site."""

from tests.links import check


def test_no_broken_link_or_anchor(site_dir, tmp_path):
    errors = check(site_dir)
    assert not errors, errors
