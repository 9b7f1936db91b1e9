"""Values of Excel cells are printed as Excel shows them under their format, or not at all."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from ttdn_draft.read.cell_dates import Moment, show_date
from ttdn_draft.read.cell_formats import UnknownFormatError, show_number, show_text

DAY = datetime(2026, 6, 5, 8, 4, 30)


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        ("1234.5", "#,##0.00", Decimal("1234.50")),
        ("1234", "#,###", Decimal(1234)),
        ("0", "#,###", None),
        ("1250000", "#,##0,", Decimal(1250)),
        ("1250000", "0.0,,", Decimal("1.3")),
        ("2.5", "0.0##", Decimal("2.5")),
        ("0.125", "0.0%", Decimal("12.5")),
        ("12", '0 "%"', "12 %"),
        ("1234.5", '#,##0.00 "đ"', "1.234,50 đ"),
        ("3", '"Quý" 0', "Quý 3"),
        ("-3", '"Quý" 0', "-Quý 3"),
        ("1500", "#,##0 [$₫-42A]", "1.500 ₫"),
        ("1500", "[$-42A]#,##0", Decimal(1500)),
        ("7", "000", "007"),
        ("7.5", "00.0", "07,5"),
        ("-5", "0;[Red](0)", "(5)"),
        ("-5", "0;[Red]-0", Decimal(-5)),
        ("5", "0_);(0)", Decimal(5)),
        ("0", '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "-"),
        ("-1500", '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', Decimal(-1500)),
        ("0", "0;-0;", None),
        ("-0.4", "0", Decimal(0)),
        ("0.333333333333333", "General", Decimal("0.333333333")),
        ("1234.56789012345", "General", Decimal("1234.56789")),
        ("0.000000123456789", "General", Decimal("0.000000123457")),
        ("123456789012", "General", Decimal(123456789012)),
        ("5", 'General "m²"', "5 m²"),
        ("12", "@", Decimal(12)),
        ("12", "0;@", Decimal(12)),
    ],
)
def test_number_is_shown_as_excel_shows_it(number: str, form: str, shown: object) -> None:
    value = show_number(Decimal(number), form).value
    assert (value, str(value)) == (shown, str(shown))


@pytest.mark.parametrize(
    ("number", "form"),
    [
        ("0.5", "# ?/?"),
        ("1234", "0.00E+00"),
        ("912345678", "0000 000 000"),
        ("5", "[>100]0;0.0"),
        ("0.5", "#.##"),
        ("5", "[DBNum1]0"),
        ("5", "0" + "." + "0" * 31),
        ("-5", "0;"),
        ("0.5", "0%%"),
    ],
)
def test_format_of_numbers_that_cannot_be_shown_exactly_is_refused(number: str, form: str) -> None:
    with pytest.raises(UnknownFormatError):
        show_number(Decimal(number), form)


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (DAY, "dd/mm/yyyy", "05/06/2026"),
        (DAY, "mm-dd-yy", "05/06/2026"),
        (DAY, "m/d/yy h:mm", "05/06/2026 08:04"),
        (DAY, "yyyy-mm-dd", "05/06/2026"),
        (DAY, "[$-409]d/m/yyyy;@", "05/06/2026"),
        (DAY, "yyyy-mm-dd h:mm:ss", "05/06/2026 08:04:30"),
        (DAY, "mm/yyyy", "06/2026"),
        (DAY, "m/yyyy", "6/2026"),
        (DAY, "dd/mm", "05/06"),
        (DAY, "yyyy", "2026"),
        (DAY, "yy", "26"),
        (DAY, '"Tháng" m/yyyy', "Tháng 6/2026"),
        (DAY, '"ngày" dd "tháng" mm "năm" yyyy', "ngày 05 tháng 06 năm 2026"),
        (DAY, "h:mm", "08:04"),
        (DAY, "mm:ss", "04:30"),
        (datetime(2026, 6, 5), "dd/mm/yyyy hh:mm", "05/06/2026 00:00"),
        (datetime(2026, 6, 5), "hh:mm", "00:00"),
        (date(2026, 6, 5), "General", "05/06/2026"),
        (time(0, 0), "h:mm", "00:00"),
        (timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
        (timedelta(hours=26, minutes=5), "[h]:mm:ss", "26:05:00"),
        (timedelta(hours=1, minutes=5), "[mm]", "65"),
        (timedelta(hours=26, minutes=5), '[h] "giờ" mm "phút"', "26 giờ 05 phút"),
    ],
)
def test_date_and_time_are_shown_as_excel_shows_them(value: Moment, form: str, shown: str) -> None:
    assert show_date(value, form) == shown


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (DAY, "mmm-yy"),
        (DAY, "dddd, dd/mm/yyyy"),
        (DAY, "h:mm AM/PM"),
        (DAY, "[$-F800]dddd, mmmm dd, yyyy"),
        (DAY, "[$-F400]h:mm:ss"),
        (DAY, "mm:ss.0"),
        (DAY, "dd/mm/yyyy;hh:mm"),
        (time(8, 5), "dd/mm/yyyy"),
        (timedelta(hours=-1), "[h]:mm"),
        (datetime(1899, 12, 30), "yyyy"),
    ],
)
def test_format_of_dates_that_cannot_be_shown_exactly_is_refused(value: Moment, form: str) -> None:
    with pytest.raises(UnknownFormatError):
        show_date(value, form)


@pytest.mark.parametrize(
    ("form", "shown"), [("General", "An"), ("@", "An"), ('"Ông" @', "Ông An"), ("0;-0;0;", None), ("0.00", "An")]
)
def test_text_is_shown_as_excel_shows_it(form: str, shown: str | None) -> None:
    assert show_text("An", form) == shown
