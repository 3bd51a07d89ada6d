"""LinkChecker follows every link of the served site."""

from tests.links import check


def test_no_broken_link(site_dir):
    report = check(site_dir, anchors=False)
    assert not report, report


def test_a_broken_link_and_a_broken_anchor_are_found(tmp_path):
    (tmp_path / "index.html").write_text('<a href="gone/">x</a> <a href="#nowhere">y</a>', "utf-8")
    report = check(tmp_path)
    assert "gone/" in report and "nowhere" in report
