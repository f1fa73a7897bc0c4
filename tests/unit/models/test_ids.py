import re

from models import cuid


def test_an_id_has_the_form_that_prisma_writes() -> None:
    assert re.fullmatch(r"c[0-9a-z]{24}", cuid())


def test_ten_thousand_ids_are_all_different() -> None:
    assert len({cuid() for _ in range(10_000)}) == 10_000


def test_ids_carry_the_time_in_front() -> None:
    first, second = cuid(), cuid()
    assert first[:9] <= second[:9]
    assert int(second[1:9], 36) > 1_700_000_000_000
