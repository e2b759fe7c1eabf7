import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.report.formats.addresses import usable


@pytest.mark.parametrize("address", ["noor@example.org", "n.bakker+zsm@wijk-noord.voorbeeld.nl", "o'brien@example.org"])
def test_a_plain_address_stays_as_it_is(address: str) -> None:
    assert usable(address) == address


def test_a_domain_of_another_script_becomes_ascii() -> None:
    assert usable(" noor@müller.example ") == "noor@xn--mller-kva.example"


@pytest.mark.parametrize(
    "address",
    [
        *("", "noor", "@example.org", "noor@", "noor@example", "noor@127.0.0.1", "noor@-a.org", "noor@a..org"),
        *("a@b@example.org", "noor bakker@example.org", ".noor@example.org", "noor.@example.org", "n..b@example.org"),
        *("noor@example.org\nBcc: all@example.org", "noor\r\n@example.org", "noor@example.org\0", "nöör@example.org"),
        *("noor@example.org, sam@example.org", "Noor <noor@example.org>", "(x)noor@example.org", '"a"@example.org'),
        *("noor@example.org;sam@example.org", f"{'n' * 65}@example.org", f"noor@{'a.' * 130}org", "n@x.org\n"),
    ],
)
def test_what_is_no_address_of_one_mailbox_is_refused(address: str) -> None:
    assert usable(address) is None


@given(st.text(max_size=40) | st.from_regex(r"[^@]{1,9}@[^@]{1,9}\.org", fullmatch=True))
def test_whatever_is_usable_can_only_be_one_mailbox(text: str) -> None:
    found = usable(text)
    if found is not None:
        assert found.isascii()
        assert found.isprintable()
        assert not set(found) & set(' ,;:<>()[]"\\')
        assert found.count("@") == 1
