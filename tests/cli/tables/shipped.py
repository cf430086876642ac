"""Samples of the data sets that maps ship for, each of its real shape."""

import json

from tests.cli.tables.case import Case

GDELT = (
    "{}\t20240528\t202405\t2024\t2024.4\tNORGOV\tNORWAY\t{}"
    + "\t" * 8
    + "PSE\tPALESTINIAN\t{}"
    + "\t" * 8
    + "1\t054\t054\t05\t1\t3.4\t5\t1\t5\t-1.2"
    + "\t" * 17
    + "4\tOslo, Oslo, Norway\tNO"
    + "\t" * 6
    + "20240528234500\thttps://example.org/a\n"
)
_LATER = 39, 47, 55, 60  # columns that the first version of GDELT did not have, the last up to 2013


def _older(line: str, many: int) -> str:
    cells = line.rstrip("\n").split("\t")
    return "\t".join(cell for at, cell in enumerate(cells) if at not in _LATER[:many]) + "\n"


ICEWS = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n"
POLECAT = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\tRecipient Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient Title\tRecipient Name Raw\tWikipedia Recipient ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\tGeoNames ID\tRaw Placename\tFeature Type\tSource\tPublication Date\tStory People\tStory Organizations\tStory Locations\tLanguage\tVersion\n"


def _bindings(**values: str) -> dict[str, dict[str, str]]:
    return {key: {"type": "literal", "value": value} for key, value in values.items()}


WIKIDATA = {
    "head": {"vars": []},
    "results": {
        "bindings": [
            _bindings(
                event="http://www.wikidata.org/entity/Q1",
                eventLabel="Oslo Accords",
                date="1993-01-01T00:00:00Z",
                datePrecision="9",
                countries="ISR|PSE",
                typeLabel="treaty",
            ),
            _bindings(
                event="http://www.wikidata.org/entity/Q2",
                eventLabel="Mission",
                date="2010-12-01T00:00:00Z",
                datePrecision="10",
                endDate="2012-01-01T00:00:00Z",
                endPrecision="9",
                countries="NOR",
            ),
        ]
    },
}
TIMELINEJS = {
    "title": {"text": {"headline": "T"}},
    "eras": [{"start_date": {"year": 1990}, "end_date": {"year": 2000}}],
    "events": [
        {
            "start_date": {"year": "2024", "month": "5", "day": "28"},
            "text": {"headline": "Recognition", "text": "<p>Norway &amp; others</p>"},
            "group": "Norway",
            "media": {"url": "https://e.org/x"},
        },
        {
            "start_date": {"year": 2001},
            "end_date": {"year": 2021, "month": 8},
            "text": {"headline": "Presence"},
            "group": "Norway",
        },
    ],
}
SHEET = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n"

SHIPPED = (
    Case(
        "gdelt",
        {
            "day.CSV": GDELT.format(1, "NOR", "PSE")
            + GDELT.format(2, "", "EUR")
            + GDELT.format(3, "USA", "")
        },
        "timeline norway --events day.CSV --map gdelt",
        [
            {
                "id": "gdelt-1",
                "date": "2024-05-28",
                "countries": ["NOR", "PSE"],
                "type": "recognition",
                "place": "Oslo, Oslo, Norway",
                "sources": [("gdelt", "https://example.org/a")],
            }
        ],
        says=[r"1 row names no country and is left out \(row \d\)\n"],
    ),
    Case(
        "a spreadsheet of TimelineJS without groups",
        {
            "in.csv": "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,"
            "Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n"
            "2011,,,,,,,,,A\n2012,,,,,,,,,B\n"
        },
        "timeline --events in.csv --map timelinejs",
        [],
        says=[
            r"\(rows 2, 3\); copy .* 'diplo maps timelinejs > my\.yaml' and write countries: \[NOR\] for"
        ],
    ),
    *(
        Case(
            f"gdelt without {many} columns, as it was",
            {"day.CSV": _older(GDELT.format(1, "NOR", "PSE"), many)},
            "timeline --events day.CSV --map gdelt",
            [
                {
                    "date": "2024-05-28",
                    "countries": ["NOR", "PSE"],
                    "place": "Oslo, Oslo, Norway",
                    "sources": [("gdelt", locator)],
                }
            ],
        )
        for many, locator in ((3, "https://example.org/a"), (4, None))
    ),
    Case(
        "icews, whose ids repeat",
        {
            "e.tab": ICEWS
            + "20718170\t2011-07-18\tJonas Gahr Stoere\tMinistry\tNorway\tConsult\t040\t1.0\tMahmoud Abbas\tExecutive\tOccupied Palestinian Territory\t1\t2\tPaper\tOslo\t\t\tNorway\t59.9\t10.7\n20718170\t2011-07-19\tPolice (Thailand)\t\tThailand\tArrest, detain\t173\t-5.0\tCitizen (Thailand)\t\tThailand\t3\t1\tPaper\t\t\t\tThailand\t\t\n"
        },
        "timeline --events e.tab --map icews",
        [
            {
                "date": "2011-07-18",
                "countries": ["NOR", "PSE"],
                "type": "meeting",
                "actors": ["Jonas Gahr Stoere", "Mahmoud Abbas"],
                "sources": [("icews", "story 1, sentence 2")],
            },
            {"countries": ["THA"], "type": "coercion", "place": None},
        ],
    ),
    Case(
        "icews with commas, and without the zeros of its codes",
        {
            "a.csv": ICEWS.replace("\t", ","),
            "b.tab": ICEWS + "1\t2011-07-18\tA\t\tNorway\tConsult\t40\t1\tB\t\tSweden\t1\t2\n",
        },
        "timeline --events a.csv --events b.tab --map icews",
        status=65,
        says=[
            r"a\.csv:1:1: the map reads tabs, but the header has commas; say in the map, or in a copy",
            r"""\('diplo maps'\), table: {delimiter: ","} \(by the map icews\)\n""",
            r"b\.tab:2:7: '40' has likely lost a zero, as the map knows '040'; read the column as",
        ],
    ),
    Case(
        "polecat",
        {
            "p.txt": POLECAT
            + "20230105-1\t2023-01-05\tCONSULT\tmeet\t1\t1\tdiplomatic\tJonas Gahr Støre\tNOR\t385\tGOV\tGOV\tNone\tStore\tNone\tEuropean Union\tEUU\tNone\tIGO\tIGO\tNone\tEU\tNone\tOslo\tOslo\tNone\tOslo\tNOR\t59.9\t10.7\t1\tOslo\tP\tPaper\t2023-01-06\tNone\tNone\tNone\ten\t1\n"
        },
        "timeline --events p.txt --map polecat",
        [
            {
                "date": "2023-01-05",
                "countries": ["NOR"],
                "actors": ["Jonas Gahr Støre", "European Union", "EUU"],
                "type": "meeting",
                "note": "meet diplomatic",
                "sources": [("polecat", "Paper 2023-01-06")],
            }
        ],
        says=["'EUU'"],
    ),
    Case(
        "cow-diplomatic-exchange",
        {
            "d.csv": "ccode1,ccode2,year,DR_at_1,DR_at_2,DE,version\n385,666,1960,3,2,1,2006.1\n385,700,1960,0,0,0,2006.1\n385,365,1960,3,3,1,2006.1\n365,385,1995,3,3,1,2006.1\n"
        },
        "timeline --events d.csv --map cow-diplomatic-exchange",
        [
            {"date": "1960", "countries": ["NOR", "ISR"], "type": "exchange"},
            {"countries": ["NOR", "SUN"]},
            {"countries": ["RUS", "NOR"]},
        ],
    ),
    Case(
        "wikidata",
        {"q.json": json.dumps(WIKIDATA)},
        "timeline --events q.json --map wikidata",
        [
            {"date": "1993", "countries": ["ISR", "PSE"], "type": "treaty"},
            {
                "date": "2010-12/2012",
                "sources": [("wikidata", "http://www.wikidata.org/entity/Q2")],
            },
        ],
    ),
    Case(
        "wikidata where a time is known to be, but not which",
        {
            "q.csv": "event,eventLabel,date,datePrecision,endDate,countries\n"
            "http://www.wikidata.org/entity/Q1,A,t1234567,,,NOR\n"
            "http://www.wikidata.org/entity/Q2,B,http://www.wikidata.org/.well-known/genid/ab0,11,,NOR\n"
            "http://www.wikidata.org/entity/Q3,C,1905-01-01T00:00:00Z,9,_:b0,NOR\n",
        },
        "timeline --events q.csv --map wikidata",
        [{"date": "1905/"}],
        says=[r"2 rows have no date and are left out \(rows 2, 3\)"],
    ),
    Case(
        "wikidata as CSV, and as its plainer JSON",
        {
            "q.csv": "event,eventLabel,date,datePrecision,countries\n"
            "http://www.wikidata.org/entity/Q1,Oslo Accords,1993-01-01T00:00:00Z,9,ISR|PSE\n",
            "q.json": '[{"event": "http://www.wikidata.org/entity/Q2", "eventLabel": "Mission", '
            '"date": "2010-12-01T00:00:00Z", "datePrecision": "10", "countries": "NOR"}]',
        },
        "timeline --events q.csv --events q.json --map wikidata",
        [
            {"date": "1993", "countries": ["ISR", "PSE"]},
            {
                "date": "2010-12",
                "sources": [("wikidata", "http://www.wikidata.org/entity/Q2")],
            },
        ],
    ),
    Case(
        "gdelt with a header of a few columns",
        {
            "day.csv": "SQLDATE\tGLOBALEVENTID\tActor1CountryCode\tActor2CountryCode\tActor1Name\t"
            "Actor2Name\tEventCode\tActionGeo_Fullname\tSOURCEURL\n"
            "20240528\t1\tNOR\tPSE\tNORWAY\tPALESTINE\t040\tOslo, Norway\thttps://e.org/x\n"
        },
        "timeline --events day.csv --map gdelt",
        [{"date": "2024-05-28", "countries": ["NOR", "PSE"], "place": "Oslo, Norway"}],
    ),
    Case(
        "gdelt with commas",
        {
            "day.csv": "GLOBALEVENTID,SQLDATE,Actor1Name,Actor1CountryCode,Actor2Name,"
            "Actor2CountryCode,EventCode,ActionGeo_FullName,SOURCEURL\n"
            '1,20240528,NORWAY,NOR,PALESTINE,PSE,040,"Oslo, Norway",https://e.org/x\n'
        },
        "timeline --events day.csv --map gdelt",
        [{"date": "2024-05-28", "countries": ["NOR", "PSE"], "place": "Oslo, Norway"}],
    ),
    Case(
        "gdelt without places",
        {
            "day.csv": "GLOBALEVENTID,SQLDATE,Actor1Name,Actor1CountryCode,Actor2Name,"
            "Actor2CountryCode,EventCode,SOURCEURL\n"
            "1,20240528,NORWAY,NOR,PALESTINE,PSE,040,https://e.org/x\n"
        },
        "timeline --events day.csv --map gdelt",
        [{"date": "2024-05-28", "place": None}],
    ),
    Case(
        "wikidata of days without ends or types",
        {
            "q.json": '{"results": {"bindings": [{"eventLabel": {"value": "A"}, "date": {"value": '
            '"2010-12-01T00:00:00Z"}, "datePrecision": {"value": "11"}, "countries": {"value": "NOR"}}]}}'
        },
        "timeline --events q.json --map wikidata",
        [{"date": "2010-12-01", "type": None}],
    ),
    Case(
        "timelinejs",
        {"t.json": json.dumps(TIMELINEJS)},
        "timeline --events t.json --map timelinejs",
        [
            {"date": "2001/2021-08", "title": "Presence", "countries": ["NOR"]},
            {
                "date": "2024-05-28",
                "summary": "Norway & others",
                "sources": [("t", "https://e.org/x")],
            },
        ],
    ),
    Case(
        "timelinejs as a spreadsheet",
        {
            "t.csv": SHEET
            + "2024,5,28,,2025,,,,,<b>Recognition</b>,x,,,,,,Norway,\n1990,,,,,,,,,Title,,,,,,title,,\n"
        },
        "timeline --events t.csv --map timelinejs",
        [{"date": "2024-05-28/2025", "title": "Recognition", "summary": "x"}],
    ),
    Case(
        "missions",
        {
            "m.csv": "state_dept_name,status_change,year,month,day,last_verified,notes\nAfghanistan,Legation,1942,6,6,,\nCuba,None,1961,1,3,,relations broken off\n"
        },
        "timeline --events m.csv --map missions",
        [
            {
                "countries": ["USA", "AFG"],
                "status": {"Mission of the United States in Afghanistan": "Legation"},
            },
            {"type": "mission.closed", "status": {"Mission of the United States in Cuba": "none"}},
        ],
    ),
    *(
        Case(
            f"a map that ships, not given: {what}",
            {name: content},
            f"timeline --events {name}",
            status=65,
            says=[rf"{name}:1:1: {says}this looks like {shipped}: give --map {shipped}\n$"],
        )
        for what, name, content, says, shipped in (
            (
                "no header",
                "d.CSV",
                GDELT.format(1, "NOR", "PSE"),
                "line 1 is not a header but a row; ",
                "gdelt",
            ),
            ("a header", "e.tab", ICEWS + "1\n", "no column holds a date or a title; .*", "icews"),
            ("records in JSON", "t.json", json.dumps(TIMELINEJS), "", "timelinejs"),
            ("records deep in JSON", "q.json", json.dumps(WIKIDATA), "", "wikidata"),
        )
    ),
)
