"""The part of the catalogue that is read as tables and folders, so that it has its own worker."""

from tests.bad_inputs.case import Case
from tests.bad_inputs.conftest import Answered, cases_of
from tests.bad_inputs.folders import FOLDERS
from tests.bad_inputs.maps import MAPS
from tests.bad_inputs.parquet import PARQUET
from tests.bad_inputs.spreadsheets import SPREADSHEETS
from tests.bad_inputs.tables import TABLES

OF_TABLES = {
    "tables": TABLES,
    "maps": MAPS,
    "spreadsheets": SPREADSHEETS,
    "folders": FOLDERS,
    "Parquet": PARQUET,
}


@cases_of(OF_TABLES)
def test_a_bad_table_is_answered(answered: Answered, case: Case) -> None:
    answered(case)
