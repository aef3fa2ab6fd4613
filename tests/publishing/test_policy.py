"""The policy in the page says the same as the header, as far as a page can."""

from catalog.publishing.policy import POLICY, content_security_policy, policy_in_page


def test_the_page_has_everything_a_page_can_say() -> None:
    header = content_security_policy().split("; ")
    page = policy_in_page().split("; ")
    assert len(header) == len(POLICY)
    assert [part for part in header if part not in page] == ["frame-ancestors 'self'"]
    assert "default-src 'none'" in page
    assert '"' not in policy_in_page()
