"""Tables and JSON with maps: the language of maps, and what is wrong with a map."""

from tests.cli.tables.case import BY_MAP, Case, csv, dates, mapped

TRANSITIONS = (
    "state,change,year,month,day,notes\nAfghanistan,Legation,1942,6,6,\nAfghanistan,Embassy,1948,6,5,\n"
    '"Bahamas, The",Embassy,1973,7,10,\nAlgeria,Consulate,1815,7,,\nCuba,None,1961,1,3,x\n'
)
MISSIONS = """\
title: Missions
countries: {USA: {name: United States}}
values:
  type: {None: mission.closed, "*": mission}
event:
  date: {year: "{year}", month: "{month}", day: "{day}"}
  title: "Mission in {state}: {change}"
  countries: [USA, "{state}"]
  type: "{change}"
  note: "{notes}"
  status: {"Mission in {state}": "{change}"}
"""
TREATIES = "Title,State 1,State 2,Signature,Force,Term\nCommerce,Norway,Sweden,1825-02-28,1825-04-09?,NA\nRule,Norway,Sweden,NA,1834,1905-06-07\nNone,Norway,Sweden,NA,NA,NA\n"
EVENTS = """\
blank: [NA]
events:
- {date: "{Signature}", title: "{Title}: signed", type: treaty.signed, countries: ["{State*}"]}
- {date: "{Force}", title: "{Title}: in force", countries: ["{State*}"], status: {"{Title}": in force}}
- {date: "{Term}", title: "{Title}: ended", countries: ["{State*}"]}
"""
MEMBERS = "treaty,title,signed,state,mark\nmarpol,Ships,1973-11-02,NOR,a\nmarpol,Ships,1973-11-02,SWE,a\ncites,Species,1973-03-03,USA,b\nmarpol,Ships,,DNK,a\n"
TOGETHER = 'together: "{treaty}"\nevent: {id: "{treaty}", date: "{signed}", title: "{title}", countries: ["{state}"], status: {x: "{mark}"}, actors: "{mark}"}\n'
SPANS = "st,en,a\n1949-04-04,,NOR\n1920,1939-05-01,NOR\n1930,NA,NOR\n"
SPAN = 'event: {date: {start: "{st}", end: "{en}"}, title: T, countries: "{a}"}\nblank: [NA]\n'
WHO = "when,who\n1902,UKG\n1960,365\n1920,365\n1999,365\n1923,345\n"
CODES = 'codes: {}\nevent: {{date: "{{when}}", title: "{{when}}", countries: ["{{who}}"]}}\n'
PLAIN = 'event: {date: "{date}", title: "{title}", countries: ["{country}"]}\n'
TABLE = "date,title,country\n2021,a,Norway\n"
RECORDS = '{"csw:R": {"S.x": {"record": [{"title": "T", "c": "NORWAY ; UNITED KINGDOM", "d": {"v": "09/07/1894"}}, {"title": "U"}]}}}'
DEEP = '[{"d": "2021", "c": "NO", "x": ' + '{"y": ' * 9 + "1" + "}" * 10 + "]"
AT = 'table: {records: "csw:R.S.x.record"}\ndates: day-first\nevent: {date: "{d.v}", title: "{title}", countries: "{c}"}\n'
SLASHES = "When,Title,State\n2/1/1995,b,NO\n"
EVENT = (
    '{"date": "1994", "title": "T", "countries": ["NO"], "actors": ["A; B"], '
    '"sources": [{"source": "s", "locator": "p", "title": "S"}]}'
)
LACKING = """\
table: {header: [d, "more?", t, c, "last?"]}
event: {date: "{d}", title: "{t}", countries: "{c}", note: "{more?} {last?}"}
"""


def wrong(what: str, text: str, *says: str, table: str = TABLE) -> Case:
    """Return the case of a map that is wrong."""
    return Case(what, mapped(table, text), BY_MAP, status=65, says=says)


MAPS = (
    *(
        Case(
            f"{row.count(',') + 1} columns of five, of which a table may lack some",
            mapped(f"{row}\n", LACKING),
            BY_MAP,
            [{"date": "2021", "title": "a"}],
        )
        for row in ("2021,x,a,NOR,y", "2021,a,NOR,y", "2021,a,NOR")
    ),
    Case(
        "more columns than a table may lack",
        mapped("2021,a\n", LACKING),
        BY_MAP,
        status=65,
        says=["there are 2 columns, but the map names 5; name under 'header'"],
    ),
    Case(
        "a row of the numbers of its columns, which are no names",
        mapped(
            "1,2,3\n",
            'table: {header: false}\nevent: {date: "200{1}", countries: NOR, title: "{3}"}\n',
        ),
        BY_MAP,
        [{"date": "2001", "title": "3"}],
    ),
    Case(
        "a header that stands among the rows, which the map leaves",
        mapped(
            "d,t\n2021,a\nd,t\n",
            'except: {d: d}\nevent: {date: "{d}", countries: NOR, title: "{t}"}\n',
        ),
        BY_MAP,
        [{"date": "2021", "title": "a"}],
    ),
    Case(
        "parts of a date, meanings and statuses",
        mapped(TRANSITIONS, MISSIONS),
        BY_MAP,
        [
            {
                "date": "1815-07",
                "countries": ["USA", "DZA"],
                "type": "mission",
                "status": {"Mission in Algeria": "Consulate"},
                "note": None,
            },
            {"date": "1942-06-06"},
            {"date": "1948-06-05"},
            {"date": "1961-01-03", "type": "mission.closed", "note": "x"},
            {
                "date": "1973-07-10",
                "countries": ["USA", "BHS"],
                "title": "Mission in Bahamas, The: Embassy",
            },
        ],
    ),
    Case(
        "several events a row",
        mapped(TREATIES, EVENTS),
        BY_MAP,
        [
            {"date": "1825-02-28", "type": "treaty.signed"},
            {"date": "1825-04-09?", "status": {"Commerce": "in force"}},
            {"date": "1834", "title": "Rule: in force"},
            {"date": "1905-06-07", "countries": ["NOR", "SWE"]},
        ],
        says=["1 row has no date"],
    ),
    Case(
        "a region beside a party that is not known",
        mapped(
            "date,title,country\n2021,a,AFR; Nowhereland; NOR\n",
            "codes: cameo\nunknown: actor\n" + PLAIN,
        ),
        BY_MAP,
        [{"countries": ["NOR"], "actors": ["Nowhereland"]}],
        says=["1 party that is not a country becomes an actor: 'Nowhereland'"],
    ),
    Case(
        "organisations of three capitals as actors",
        mapped("date,title,country\n2021,a,EEC; NOR; EUE; ZZZ\n", "unknown: actor\n" + PLAIN),
        BY_MAP,
        [{"countries": ["NOR", "ZZZ"], "actors": ["EEC", "EUE"]}],
        says=["2 parties that are not countries become actors: 'EEC', 'EUE'"],
    ),
    Case(
        "a name with a mark that means itself, lest it be split",
        mapped(
            "date,title,country\n2021,a,Norway; NATO-Russia Council\n",
            "unknown: actor\nvalues: {countries: {NATO-Russia Council: NATO-Russia Council}}\n"
            + PLAIN,
        ),
        BY_MAP,
        [{"countries": ["NOR"], "actors": ["NATO-Russia Council"]}],
        says=["becomes an actor: 'NATO-Russia Council'"],
    ),
    Case(
        "rows of organisations of three capitals, which are skipped",
        mapped("date,title,country\n2021,a,EEC\n2022,b,ZZZ\n", "unknown: skip\n" + PLAIN),
        BY_MAP,
        [{"countries": ["ZZZ"]}],
        says=["1 row names what is not a country and is left out"],
    ),
    Case(
        "organisations of three capitals that are to be parties",
        mapped("date,title,country\n2021,a,EEC\n", PLAIN),
        BY_MAP,
        [{"countries": ["EEC"]}],
    ),
    Case(
        "an organisation of three capitals that is declared",
        mapped(
            "date,title,country\n2021,a,EUE\n",
            "unknown: actor\ncountries: {EUE: {name: Union}}\n" + PLAIN,
        ),
        BY_MAP,
        [{"countries": ["EUE"]}],
    ),
    Case(
        "words for no country, without a map",
        csv("date,title,country\n2021,a,-\n2022,a,n/a\n2023,b,Unknown\n2024,b,-9\n2025,c,NaN\n"),
        status=65,
        says=[
            r"2:3: no country is named '-'; if it means nothing, a map .*: blank: {countries: \[\"-\"\]}\n",
            r'3:3: .*: blank: {countries: \["n/a"\]}\n',
            r"4:3: .*: blank: {countries: \[Unknown\]}\n",
            r'5:3: .*: blank: {countries: \["-9"\]}\n',
            r"6:3: .*: blank: {countries: \[NaN\]}\n",
        ],
    ),
    wrong(
        "what a blank end means is not told yet",
        "open: ...\n" + PLAIN,
        r"map\.yaml:1:7: write ongoing, unknown or day in place of \.\.\.\n",
    ),
    wrong(
        "the order of numbers is not told yet",
        'dates: "..."\n' + PLAIN,
        r"map\.yaml:1:8: write day-first or month-first in place of \.\.\.\n",
    ),
    wrong(
        "a number that is blank elsewhere, in the place of a country",
        'blank: [NA, "-9", "-8", "-7"]\n' + PLAIN,
        r'2:3: no .* \'-9\'; .*: blank: {"\*": \["-7", "-8", "-9"\], countries: \["-9"\]}\n',
        table="date,title,country\n2021,a,-9\n",
    ),
    wrong(
        "a number for nobody among codes",
        "codes: cow\n" + PLAIN,
        r'2:3: no country is named \'-9\'; .*: blank: {countries: \["-9"\]}\n',
        table="date,title,country\n2021,a,-9\n",
    ),
    Case(
        "what is blank, among countries too",
        mapped(
            "date,title,country\n2021,a,-9; NOR\n2022,-9,-9\n",
            'blank: {"*": ["-9"], countries: ["-9"]}\n' + PLAIN,
        ),
        BY_MAP,
        [{"countries": ["NOR"]}],
        says=["1 row names no country and is left out"],
    ),
    wrong(
        "a title that means nothing",
        "values: {title: {x: ~}}\n" + PLAIN,
        r"in\.csv:2:2: 'title' is missing; it is required here\n",
        table="date,title,country\n2021,x,NOR\n",
    ),
    Case(
        "a record without columns",
        {"in.json": "[{}]", "map.yaml": 'event: {date: "2021", title: T, countries: NOR}\n'},
        "timeline --events in.json --map map.yaml",
        [],
    ),
    Case(
        "an end that is the same in each row",
        mapped(TABLE, 'event: {date: {start: "{date}", end: "2022"}, title: T, countries: NOR}\n'),
        BY_MAP,
        dates("2021/2022"),
    ),
    Case(
        "a column that may be missing, in a text and alone",
        mapped(
            TABLE,
            'event: {date: "{date}", title: "{title}{b?}!", place: "{b?}", countries: "{country}"}\n',
        ),
        BY_MAP,
        [{"title": "a!", "place": None}],
    ),
    Case(
        "an actor who stands in two columns",
        mapped(
            "date,title,by,with\n2021,a,B,B\n",
            'event: {date: "{date}", title: T, countries: NOR, actors: ["{by}", "{with}"]}\n',
        ),
        BY_MAP,
        [{"actors": ["B"]}],
    ),
    Case(
        "what is wrong before a row that cannot be read, and that row",
        mapped(
            "date,title,country\nno,a,NOR\n2021,a,NOR\n" + "2021,b,NOR\n" * 300 + '2021, "c,NOR\n',
            PLAIN,
        ),
        BY_MAP,
        status=65,
        says=["in.csv:2:1: 'no' is not a date", "in.csv:304:2: a quote opens"],
    ),
    Case(
        "rows that are one event",
        mapped(MEMBERS, TOGETHER),
        BY_MAP,
        [
            {"id": "cites"},
            {
                "id": "marpol",
                "countries": ["NOR", "SWE", "DNK"],
                "sources": [("in", "rows 2-3, 5")],
            },
        ],
    ),
    Case(
        "the same thing wrong with the events of many rows",
        mapped(
            "y,t\n2001,\n2002,b\n2003,b\n2004,\n2005,b\n",
            "types: {a: {label: A}}\n"
            'event: {date: "{y}", title: "{t}", type: "{t}", countries: NOR}\n',
        ),
        BY_MAP,
        status=65,
        says=[
            r"^diplo: in\.csv:3:2: the type 'b' is not declared.* \(3 cells\)\n",
            r"\ndiplo: in\.csv:2:2: 'title' is missing.* \(2 cells\)\n$",
        ],
    ),
    Case(
        "rows that are one event, of which one has the date that codes go by",
        mapped(
            "treaty,y,who\na,,345\na,1950,365\na,,255\n,,2\nb,2001,365\n",
            'codes: cow\ntogether: "{treaty}"\n'
            'event: {date: "{y}", title: "{treaty}", countries: "{who}"}\n',
        ),
        BY_MAP,
        [{"countries": ["YUG", "SUN", "DEU"]}, {"countries": ["RUS"]}],
        says=[r"1 row has no date and is left out \(row 5\)"],
    ),
    Case(
        "rows that are one event, of which one far below has the date",
        mapped(
            "treaty,y,who\na,,365\n" + "b,2001,200\n" * 600 + "a,1950,\n",
            'codes: cow\ntogether: "{treaty}"\n'
            'event: {date: "{y}", title: "{treaty}", countries: "{who}"}\n',
        ),
        BY_MAP,
        [{"countries": ["SUN"]}, {"countries": ["GBR"]}],
    ),
    Case(
        "rows that disagree",
        mapped(
            MEMBERS.replace("SWE,a", "SWE,b").replace("DNK,a", "DNK,a\nmarpol,Other,1974,FIN,a"),
            TOGETHER,
        ),
        BY_MAP,
        status=65,
        says=[
            r"in\.csv:3:5: the status of 'x' is 'b' here and 'a' in row 2",
            r"in\.csv:6:3: the date of 'marpol' is '1974'",
            r"in\.csv:6:2: the title of",
        ],
    ),
    Case(
        "rows that are one event, of which none has a date",
        mapped(MEMBERS + "bonn,Animals,,NOR,a\nbonn,Animals,,SWE,a\n", TOGETHER),
        BY_MAP,
        [{"id": "cites"}, {"id": "marpol"}],
        says=[r"2 rows have no date and are left out \(rows 6, 7\)"],
    ),
    Case(
        "rows that are several events together, each of which may lack its date",
        mapped(
            "treaty,signed,ended,party\n"
            "bonn,1979,,Norway\n"
            "bonn,1979,,NATO\n"
            "old,,1950,Sweden\n"
            "none,,,Sweden\n"
            "none,,,Norway\n",
            'together: "{treaty}"\nunknown: actor\nevents:\n'
            '- {date: "{signed}", title: "{treaty} is signed", countries: "{party}"}\n'
            '- {date: "{ended}", title: "{treaty} ends", countries: "{party}"}\n',
        ),
        BY_MAP,
        [
            {"title": "old ends", "countries": ["SWE"]},
            {"title": "bonn is signed", "countries": ["NOR"], "actors": ["NATO"]},
        ],
        says=[
            r"2 rows have no date and are left out \(rows 5, 6\)",
            "1 party that is not a country becomes an actor: 'NATO'",
        ],
    ),
    Case(
        "no key, so each its own",
        mapped(
            "treaty,d\n,2021\n,2022\n",
            'together: "{treaty}"\nevent: {date: "{d}", title: x, countries: NO}\n',
        ),
        BY_MAP,
        dates("2021", "2022"),
    ),
    Case(
        "an end that is blank goes on, one that is missing does not",
        mapped(SPANS, SPAN),
        BY_MAP,
        dates("1920/1939-05-01", "1930", "1949-04-04/.."),
    ),
    Case(
        "ends in parts, and as times, that are open or not known",
        mapped(
            "y,m,d,z,n\n1991,May,1,present,\n1992,,,9999.0,12\n1993,,,unknown,\n"
            "1994,,,1995,December\n1996,,,,\n",
            'events:\n- {date: {start: {year: "{y}", month: "{m}", day: "{d}"}, '
            'end: {year: "{z}", month: "{n}"}}, title: T, countries: NOR}\n'
            '- {date: {start: "{y}", end: {time: "{z}", precision: "9"}}, title: U, '
            "countries: NOR}\n",
        ),
        BY_MAP,
        dates(
            *("1991/..", "1991-05-01/..", "1992/..", "1992/..", "1993/", "1993/"),
            *("1994/1995-12", "1994/1995", "1996/..", "1996/.."),
        ),
    ),
    Case(
        "ends that are not known",
        mapped(SPANS, SPAN + "open: unknown\n"),
        BY_MAP,
        dates("1920/1939-05-01", "1930/", "1949-04-04/"),
    ),
    Case(
        "ends that are the day",
        mapped(SPANS, SPAN + "open: day\n"),
        BY_MAP,
        dates("1920/1939-05-01", "1930", "1949-04-04"),
    ),
    Case(
        "letters and numbers of COW",
        mapped(WHO, CODES.format("cow")),
        BY_MAP,
        [
            {"countries": ["GBR"]},
            {"countries": ["RUS"]},
            {"countries": ["YUG"]},
            {"countries": ["SUN"]},
            {"countries": ["RUS"]},
        ],
    ),
    Case(
        "numbers of former states in ISO, one of which went to the next state",
        mapped(
            "when,who\n1995,891\n2003-02-04,891\n2004,891;578\n2003,891\n1990,890\n1980,280\n1980,886\n"
            "1980,230\n1980,736\n1980,0736\n",
            CODES.format("iso"),
        ),
        BY_MAP,
        [
            {"date": date, "countries": states}
            for date, states in (
                *(("1980", ["DEU"]), ("1980", ["YEM"]), ("1980", ["ETH"]), ("1980", ["SDN"])),
                *(("1980", ["SDN"]), ("1990", ["YUG"]), ("1995", ["YUG"]), ("2003", ["YUG"])),
                *(("2003-02-04", ["SCG"]), ("2004", ["SCG", "NOR"])),
            )
        ],
    ),
    Case(
        "a pattern of numbered columns, beside others that are like it",
        mapped(
            "c1,consolidated,c2,c,when\n4,1,356,,1950\n",
            CODES.replace("{{who}}", "{{c*}}").format("iso"),
        ),
        BY_MAP,
        [{"countries": ["AFG", "IND"]}],
    ),
    Case(
        "letters of COW that its disputes have, and those of a later list",
        mapped("when,who\n1930,USR\n1940,RUM\n1980,ZAI\n1990,VTM\n2010,SRB\n", CODES.format("cow")),
        BY_MAP,
        [{"countries": [code]} for code in ("SUN", "ROU", "COD", "VNM", "SRB")],
    ),
    Case(
        "Gleditsch and Ward's microstates",
        mapped("when,who\n1990,970\n1991,NAU\n1992,990\n", CODES.format("gw")),
        BY_MAP,
        [{"countries": [code]} for code in ("KIR", "NRU", "WSM")],
    ),
    Case(
        "Gleditsch and Ward, by column",
        mapped(
            "when,who\n1950,816\n1880,255\n196X,365\n[1970..1972],365\n",
            CODES.format("{who: gw}"),
        ),
        BY_MAP,
        [{"countries": [code]} for code in ("DEU", "VDR", "SUN", "SUN")],
    ),
    Case(
        "codes that are several states during a span, all of which it concerns",
        mapped(
            "st,en,who\n1816-01-01,2024-12-31,ITA\n1878-07-13,2024-12-31,YUG\n"
            "1816,ongoing,GMY\n1816,unknown,ITA\n1861,1861-12,ITA\n1922-12-30,1922,RUS\n",
            'codes: cow\nevent: {date: {start: "{st}", end: "{en}"}, title: T, countries: "{who}"}\n',
        ),
        BY_MAP + " --sort date",
        [
            {"date": "1816/..", "countries": ["PRU", "DEU"]},
            {"date": "1816/", "countries": ["SAR"]},
            {"date": "1816-01-01/2024-12-31", "countries": ["SAR", "ITA"]},
            {"date": "1861/1861-12", "countries": ["SAR", "ITA"]},
            {"date": "1878-07-13/2024-12-31", "countries": ["SRB", "YUG", "SCG"]},
            {"date": "1922-12-30/1922", "countries": ["SUN"]},
        ],
    ),
    Case(
        "codes by the end of a date whose start is not known",
        mapped("when,who\n/1850,ITA\n[..1851],ITA\n/..,ITA\n", CODES.format("cow")),
        BY_MAP,
        [{"countries": [code]} for code in ("SAR", "SAR", "ITA")],
    ),
    Case(
        "codes that are several states until a decade or a century, or since ever",
        mapped(
            "when,who\n1918/192X,365\n1850/19XX,365\n192X/193X,365\n../1950,365\n1950/..,365\n"
            "/192X,365\n",
            CODES.format("cow"),
        ),
        BY_MAP + " --sort date",
        [
            {"date": "1850/19XX", "countries": ["RUS", "SUN"]},
            {"date": "1918/192X", "countries": ["RUS", "SUN"]},
            {"date": "192X/193X", "countries": ["RUS", "SUN"]},
            {"date": "/192X", "countries": ["RUS", "SUN"]},
            {"date": "1950/..", "countries": ["SUN", "RUS"]},
            {"date": "../1950", "countries": ["RUS", "SUN"]},
        ],
    ),
    Case(
        "FIPS",
        mapped("when,who\n1950,GM\n1960,GA\n2012,OD\n", CODES.format("fips")),
        BY_MAP,
        [{"countries": ["DEU"]}, {"countries": ["GMB"]}, {"countries": ["SSD"]}],
    ),
    Case(
        "CAMEO, regions of which are nobody",
        mapped("when,who\n1950,ROM\n1960,AFR\n1970,NOR\n", CODES.format("cameo")),
        BY_MAP,
        [{"countries": ["ROU"]}, {"countries": ["NOR"]}],
        says=["1 row names no country"],
    ),
    Case(
        "two letters among the three of CAMEO",
        mapped("when,who\n1950,ROM\n1960,AU\n", CODES.format("cameo")),
        BY_MAP,
        status=65,
        says=[r"in\.csv:3:2: 'AU' is not a code of CAMEO; .*Australia \(codes: iso\), .*fips\)\n$"],
    ),
    Case(
        "names, in spite of codes",
        mapped("when,who\n1950,Norway\n", CODES.format("cow")),
        BY_MAP,
        [{"countries": ["NOR"]}],
    ),
    Case(
        "names by name",
        mapped("when,who\n1950,Norway\n", CODES.format("names")),
        BY_MAP,
        [{"countries": ["NOR"]}],
    ),
    Case(
        "letters that are not ISO",
        mapped(WHO, CODES.format("iso")),
        BY_MAP,
        status=65,
        says=[r"in\.csv:2:2: 'UKG' is not a code of ISO 3166; .*United Kingdom \(codes: cow\)"],
    ),
    Case(
        "letters that are not ISO, of which the map does not say whose they are",
        mapped("when,who\n1902,UKG\n", "unknown: actor\n" + CODES.partition("\n")[2].format()),
        BY_MAP,
        status=65,
        says=[r"in\.csv:2:2: 'UKG' is not a code of ISO 3166, .* codes: {who: cow}, or write GBR"],
    ),
    Case(
        "letters of COW that the map itself has",
        mapped(
            "when,who\n1902,x\n",
            'values: {countries: {x: SWD}}\nevent: {date: "{when}", title: "{when}", countries: '
            '["{who}", UKG]}\n',
        ),
        BY_MAP,
        [{"countries": ["SWD", "UKG"]}],
    ),
    Case(
        "a code that nobody knows",
        mapped("when,who\n1950,QQQ\n", CODES.format("iso")),
        BY_MAP,
        status=65,
        says=["'QQQ' is not a code of ISO 3166; say under 'values'"],
    ),
    Case(
        "numbers of ISO in columns of a pattern",
        mapped(
            "year;name;c1;c2\n2003;A;4;356\n1960;B;578;NA\n2000;C;XK;NA\n",
            'codes: iso\nblank: [NA]\nevent: {date: "{year}", title: "{name}", countries: ["{c*}"]}\n',
        ),
        BY_MAP,
        [{"countries": ["NOR"]}, {"countries": ["XKX", "NAM"]}, {"countries": ["AFG", "IND"]}],
        says=[r"'NA' is Namibia in 1 cell \(row 4\); if it means nothing, "],
    ),
    *(
        Case(
            f"NA among codes of {system}",
            mapped(
                f"when,a,b\n2003,{one},NA\n2004,{other}\n",
                f'codes: {system}\nevent: {{date: "{{when}}", title: x, countries: ["{{a}}", "{{b}}"]}}\n',
            ),
            BY_MAP,
            status=65,
            says=[rf"in\.csv:2:3: {said}.*, a map \(--map\) says: blank: {{countries: \[NA\]}}\n$"],
        )
        for system, one, other, said in (
            ("iso", "4", "818,504", "'NA' may mean Namibia or nobody: write NAM"),
            ("iso", "4", "818,", "'NA' may mean Namibia or nobody: write NAM"),
            ("{a: iso, b: iso}", "36", "40,36", "'NA' may mean Namibia or nobody: write NAM"),
            ("cow", "2", "651,600", "'NA' may mean Namibia or nobody: write NAM"),
            ("cow", "USA", "EGY,MOR", "'NA' may mean Namibia or nobody: write NAM"),
            ("fips", "UK", "EI,SW", "no country is named 'NA'"),
        )
    ),
    *(
        Case(
            f"codes of {system} in a list: {who}, {told}",
            mapped(f'when,who\n1994,"{who}"\n', told + CODES.format(system)),
            BY_MAP,
            status=65,
            says=[
                rf"in\.csv:2:2: '{who}' names 2 countries: put semicolons between them, {said}\n$"
            ],
        )
        for system, told, who, said in (
            ("gw", "", "346, 345", r'or say in a map split: {countries: ","}'),
            ("cow", "", "UKG/GMY", 'or say in a map split: {countries: "/"}'),
            ("cow", 'split: {countries: "/"}\n', "2, 20", "or say in a map values: .*"),
        )
    ),
    Case(
        "codes of a list that is split",
        mapped(
            'when,who\n1994,"346, 345"\n',
            'split: {countries: ","}\n' + CODES.format("gw"),
        ),
        BY_MAP,
        [{"countries": ["BIH", "YUG"]}],
    ),
    Case(
        "names with the mark that splits a list, the longest that are known",
        mapped(
            "when,who\n1914,Austria-Hungary-Serbia\n1990,Guinea-Bissau - Norway\n"
            "1991,Norway-Bosnia-and-Herzegovina; Guinea-Bissau\n1992,Hong Kong-China--Japan\n"
            "1993,Foo-Bar-Norway\n",
            'split: {countries: "-"}\nvalues: {countries: {Foo-Bar: SWE, Austria-Hungary: AUH}}\n'
            'event: {date: "{when}", title: T, countries: ["{who}", FIN]}\n',
        ),
        BY_MAP,
        [
            {"countries": ["AUH", "SRB", "FIN"]},
            {"countries": ["GNB", "NOR", "FIN"]},
            {"countries": ["NOR", "BIH", "GNB", "FIN"]},
            {"countries": ["HKG", "CHN", "JPN", "FIN"]},
            {"countries": ["SWE", "NOR", "FIN"]},
        ],
    ),
    Case(
        "names with the mark that splits others, but in quotes",
        mapped(
            "date,country,title\n1914,\"['Austria-Hungary', 'NO']\",T\n"
            '1915,"""Austria-Hungary""-NO",T\n',
            f'split: {{countries: "-"}}\n{PLAIN}',
        ),
        BY_MAP,
        [{"countries": ["AUH", "NOR"]}] * 2,
    ),
    *(
        Case(
            f"a name of a state that is gone, which the mark splits into two others: {who}",
            mapped(
                f"date,country,title\n2012,{who},T\n", f'split: {{countries: "{mark}"}}\n{PLAIN}'
            ),
            BY_MAP,
            status=65,
            says=[
                (
                    rf"in\.csv:2:2: '{name}' may be .* \({code}\) or two countries: write {code}, or "
                    rf"put semicolons .*, or say in a map values: {{countries: {{{name}: {code}}}}}\n$"
                )
            ],
        )
        for mark, who, name, code in (
            ("-", "Austria-Hungary-Slovenia", "Austria-Hungary", "AUH"),
            ("-", "Germany-Austria-Hungary", "Austria-Hungary", "AUH"),
            ("-", "Serbia-Montenegro-Norway", "Serbia-Montenegro", "SCG"),
            ("-", "Česko-Slovensko", "Česko-Slovensko", "CSK"),
            (" and ", "Serbia and Montenegro", "Serbia and Montenegro", "SCG"),
        )
    ),
    Case(
        "a party that becomes an actor",
        mapped(
            "signed;title;parties\n1974;S;NORWAY ; EURATOM\n1905;K;NORWAY;SWEDEN\n1906;L;EURATOM\n",
            'unknown: actor\nsplit: {countries: ";"}\nevent: {date: "{signed}", title: "{title}", countries: "{parties}"}\n',
        ),
        BY_MAP,
        [{"countries": ["NOR", "SWE"]}, {"countries": ["NOR"], "actors": ["EURATOM"]}],
        says=[
            "1 party that is not a country becomes an actor: 'EURATOM'\n",
            "1 row names what is not a country",
        ],
    ),
    Case(
        "a party that becomes an actor in one of two events of a row, which has no country in the other",
        mapped(
            "date,a,b\n2021,EU,Norway\n",
            "unknown: actor\nevents:\n"
            '- {date: "{date}", title: T, countries: "{a}"}\n'
            '- {date: "{date}", title: U, countries: ["{a}", "{b}"]}\n',
        ),
        BY_MAP,
        [{"countries": ["NOR"], "actors": ["EU"]}],
        says=["1 party that is not a country becomes an actor: 'EU'"],
    ),
    Case(
        "parties of rows without a country, which are left out as a whole",
        mapped(
            "date,a,b\n2001,Norway,NATO\n2002,NATO,Hamas\n",
            'unknown: actor\nevent: {date: "{date}", title: T, countries: ["{a}", "{b}"]}\n',
        ),
        BY_MAP,
        [{"countries": ["NOR"], "actors": ["NATO"]}],
        says=[
            "1 party that is not a country becomes an actor: 'NATO'\n",
            "1 row names what is not a country",
        ],
    ),
    Case(
        "many parties that become actors",
        mapped(
            "date,title,country\n" + "".join(f"2021,{n},EU {n}; Norway\n" for n in range(7)),
            "unknown: actor\n" + PLAIN,
        ),
        BY_MAP,
        says=["7 parties.*, \\.\\.\\."],
    ),
    Case(
        "a party for which the row is skipped",
        mapped(TABLE + "2022,b,EU\n2023,c,EU\n", "unknown: skip\n" + PLAIN),
        BY_MAP,
        dates("2021"),
        says=[r"2 rows name what is not a country and are left out \(rows 3, 4\)"],
    ),
    Case(
        "a name that several share stays an error",
        mapped(TABLE + "2022,b,Korea\n", "unknown: actor\n" + PLAIN),
        BY_MAP,
        status=65,
        says=["'Korea' names several"],
    ),
    Case(
        "what names mean",
        mapped(
            'date,title,country\n2021,a,"Bahamas, The"\n2022,b,EU | Benelux\n2023,c,Euro Area; Norway\n2024,d,Norway;Ruritania\n',
            'values: {countries: {"Bahamas, The": BHS, EU: ~, Benelux: [BEL, NLD], "Euro*": [], "*": GBR}}\n'
            + PLAIN,
        ),
        BY_MAP,
        [
            {"countries": ["BHS"]},
            {"countries": ["BEL", "NLD"]},
            {"countries": ["NOR"]},
            {"countries": ["NOR", "GBR"]},
        ],
    ),
    Case(
        "a name of which nothing is said, among others",
        mapped(
            "date,title,country\n2021,a,EU; Ruritania\n",
            "values: {countries: {EU: ~}}\n" + PLAIN,
        ),
        BY_MAP,
        status=65,
        says=[r"in\.csv:2:3: no country is named 'Ruritania'"],
    ),
    Case(
        "rows of which none is taken, and a row that is not",
        {
            "in.csv": TABLE + "2022,b,Norway\n,,\n",
            "one.csv": TABLE,
            "map.yaml": "only: {title: x}\n" + PLAIN,
        },
        BY_MAP + " --events one.csv",
        [],
        says=[
            r"in\.csv: all 2 rows are left out, as 'only' and 'except' in the map take none\n",
            r"one\.csv: the row is left out, as 'only' and 'except' in the map take none\n",
        ],
    ),
    Case(
        "numbers with a point, as what has gaps is written",
        mapped(
            "y,c,d,kind,level\n1990.0,200.0,-9.0,1.0,2.0\n1991.0,999.0,2.0,1.0,1.0\n"
            "1992.0,2.0,2.0,2.0,1.0\n1993.0,2.0,2.0,1.0,9.0\n",
            'codes: cow\nblank: ["-9"]\nonly: {kind: "1"}\nexcept: {level: ["9"]}\n'
            'values: {type: {"2": mission.opened, "*": mission}, countries: {"999": Norway}}\n'
            'event: {date: "{y}", title: T, countries: ["{c}", "{d}"], type: "{level}"}\n',
        ),
        BY_MAP,
        [
            {"date": "1990", "countries": ["GBR"], "type": "mission.opened"},
            {"date": "1991", "countries": ["NOR", "USA"], "type": "mission"},
        ],
    ),
    Case(
        "rows to take and to leave",
        mapped(
            "date,title,country,root,kind\n2021,a,NO,1,x\n2022,b,NO,0,x\n2023,Total,,1,sum\n",
            'only: {root: "1"}\nexcept: {kind: [sum], "none?": x}\n' + PLAIN,
        ),
        BY_MAP,
        dates("2021"),
    ),
    Case(
        "codes of columns that are alike and may be there",
        mapped("when,who\n1950,200\n", CODES.format('{"w*o?": cow}')),
        BY_MAP,
        [{"countries": ["GBR"]}],
    ),
    Case(
        "an end alone",
        mapped(
            "date,country\n2001-01-02,Norway\n",
            'event: {date: {end: "{date}"}, title: T, countries: "{country}"}\n',
        ),
        BY_MAP,
        dates("/2001-01-02"),
    ),
    Case(
        "rows to take and to leave by how a cell begins, or if it has any text",
        mapped(
            "date,title,country,root\n2021,a,NO,x\nTotal: 3,,,x\nSum*,,,x\n2022,b,NO,\n2023,c,NO,y*\n,Total,,x\n",
            'only: {root: "*"}\nexcept: {date: ["Total*", "", Sum], title: [z]}\n' + PLAIN,
        ),
        BY_MAP,
        dates("2021", "2023"),
    ),
    Case(
        "a file that the map says what it is, as a source",
        mapped(TABLE, "sources: {in: {title: The table}}\n" + PLAIN),
        BY_MAP,
        [{"sources": [("in", "row 2")]}],
    ),
    Case(
        "a time with its precision",
        mapped(
            "t,p\n1993-01-01T00:00:00Z,9\n1990-01-01T00:00:00Z,8\n+2010-12-00T00:00:00Z,10\n2024-05-28T00:00:00Z,\n1901-01-01,7\n",
            'event: {date: {time: "{t}", precision: "{p}"}, title: T, countries: [NO]}\n',
        ),
        BY_MAP,
        dates("19XX", "199X", "1993", "2010-12", "2024-05-28"),
    ),
    Case(
        "times whose parts beyond the precision are zeros",
        mapped(
            "t,p\n1927-00-00T00:00:00Z,9\n+1935-00-00T00:00:00Z,8\n1844-00-00T00:00:00Z,7\n1946-05-00T00:00:00Z,9\n1947-05-00T00:00:00Z,10\n",
            'event: {date: {time: "{t}", precision: "{p}"}, title: T, countries: [NO]}\n',
        ),
        BY_MAP,
        dates("18XX", "1927", "193X", "1946", "1947-05"),
    ),
    Case(
        "times that are less precise than is told, or spans",
        mapped(
            "t,p\n1990s,7\n1990s,9\n2001/2003,10\n2004,10\nc. 2005,9\n",
            'event: {date: {time: "{t}", precision: "{p}"}, title: T, countries: [NO]}\n',
        ),
        BY_MAP,
        dates("199X", "199X", "2001/2003", "2004", "2005~"),
    ),
    Case(
        "times that have zeros within the precision",
        mapped(
            "t,p\n1927-00-00T00:00:00Z,11\n1927-05-00T00:00:00Z,11\n1928-00-00T00:00:00Z,10\n",
            'event: {date: {time: "{t}", precision: "{p}"}, title: T, countries: [NO]}\n',
        ),
        BY_MAP,
        status=65,
        says=["2:1: .*; write 1927\n", "3:1: .*; write 1927-05\n", "4:1: .*; write 1928\n"],
    ),
    Case(
        "texts that are blank but for a key that gives them a meaning",
        mapped(
            "d,t,c,k,p\n1990,A,NOR,None,None\nNA,B,None,aid,Oslo\n",
            "blank: {'*': [None, NA], countries: [None]}\n"
            "values: {type: {None: mission}, date: {NA: 1991}, countries: {None: SWE}}\n"
            'event: {date: "{d}", title: "{t}", countries: ["{c}"], type: "{k}", place: "{p}"}\n',
        ),
        BY_MAP,
        [
            {"date": "1990", "countries": ["NOR"], "type": "mission", "place": None},
            {"date": "1991", "countries": ["SWE"], "type": "aid", "place": "Oslo"},
        ],
    ),
    Case(
        "times before the year 1",
        mapped(
            "t,p\n-0044-03-15T00:00:00Z,11\n0000-01-01T00:00:00Z,9\n-12000-01-01T00:00:00Z,6\n0001-01-01T00:00:00Z,9\n",
            'event: {date: {time: "{t}", precision: "{p}"}, title: T, countries: [NO]}\n',
        ),
        BY_MAP,
        status=65,
        says=[
            r"2:1: '-0044-03-15T00:00:00Z' is before the year 0001, where dates begin; leave it out ",
            r"\(in a query of Wikidata: FILTER\(YEAR\(\?date\) > 0\)\)\n",
            "3:1: '0000-.* is before the year 0001",
            "4:1: '-12000-.* is before the year 0001",
        ],
    ),
    Case(
        "a precision that cannot be written",
        mapped(
            "t,p\n1993-01-01,6\n",
            'event: {date: {time: "{t}", precision: "{p}"}, title: T, countries: [NO]}\n',
        ),
        BY_MAP,
        status=65,
        says=["'6' is not a precision"],
    ),
    Case(
        "a precision in words that the map explains",
        mapped(
            "t,p\n1993-05-06,to the month\n",
            "values: {precision: {to the month: month}}\n"
            'event: {date: {time: "{t}", precision: "{p}"}, title: T, countries: [NO]}\n',
        ),
        BY_MAP,
        dates("1993-05"),
    ),
    Case(
        "what actors mean, and what a text of two columns means, or that it means nothing",
        mapped(
            "d,a,b,c\n2021,UN,Oslo,Norway\n2022,-,Nowhere,x\n",
            "blank: {actors: ['-']}\n"
            "values: {actors: {UN: United Nations}, place: {'Oslo, Norway': Christiania, "
            "'Nowhere, x': ~}}\n"
            'event: {date: "{d}", title: T, countries: NO, actors: "{a}", place: "{b}, {c}"}\n',
        ),
        BY_MAP,
        [
            {"actors": ["United Nations"], "place": "Christiania"},
            {"actors": [], "place": None},
        ],
    ),
    Case(
        "what a list of actors means: as a whole, or each of them",
        mapped(
            "d,a\n2021,UN\n2022,UN/NATO/x y\n2023,Hague/Bonn\n2024,NATO/who\n2025,\n",
            "split: {actors: /}\n"
            "values: {actors: {UN: United Nations, NATO: ~, Hague/Bonn: Both, 'x*': [X, Y]}}\n"
            'event: {date: "{d}", title: T, countries: NO, actors: "{a}"}\n',
        ),
        BY_MAP,
        [
            {"actors": ["United Nations"]},
            {"actors": ["United Nations", "X", "Y"]},
            {"actors": ["Both"]},
            {"actors": ["who"]},
            {"actors": []},
        ],
    ),
    Case(
        "what a list of actors means of which all others mean one",
        mapped(
            "d,a\n2021,UN; NATO\n2022,EU\n2023,A;B\n",
            "values: {actors: {UN: United Nations, '*': others}}\n"
            'event: {date: "{d}", title: T, countries: NO, actors: "{a}"}\n',
        ),
        BY_MAP,
        [{"actors": ["United Nations", "others"]}, {"actors": ["others"]}, {"actors": ["others"]}],
    ),
    Case(
        "what one column means, where it means nothing",
        mapped(
            "d,b\n2021,Nowhere\n",
            "values: {place: {Nowhere: ~}}\n"
            'event: {date: "{d}", title: T, countries: NO, place: "{b}"}\n',
        ),
        BY_MAP,
        [{"place": None}],
    ),
    Case(
        "a text that is just not too long, in a table in which two rows together are",
        mapped(
            f"d,a,b\n2021,{'x' * 49_999},{'y' * 49_999}\n2022,{'x' * 50_001},\n",
            'event: {date: "{d}", title: T, countries: NO, note: "{a}{b}"}\n',
        ),
        BY_MAP,
        dates("2021", "2022"),
    ),
    Case(
        "a pattern of several pieces, of which one stands in a name twice",
        mapped(
            "d,x y x\n2021,Norway\n",
            'event: {date: "{d}", title: T, countries: "{*x*y*}"}\n',
        ),
        BY_MAP,
        [{"countries": ["NOR"]}],
    ),
    Case(
        "a precision that is guessed",
        mapped(
            "t\n1927-01-01T00:00:00Z\n1993-06-01T00:00:00Z\n",
            'event: {date: {time: "{t}", precision: guess}, title: T, countries: [NO]}\n',
        ),
        BY_MAP,
        dates("1927", "1993-06-01"),
    ),
    Case(
        "a time alone",
        mapped(
            "t\n1993-06-01T00:00:00Z\n", 'event: {date: {time: "{t}"}, title: T, countries: [NO]}\n'
        ),
        BY_MAP,
        dates("1993-06-01"),
    ),
    Case(
        "missing codes in parts of a start and an end",
        mapped(
            "d1,m1,y1,d2,m2,y2\n-9,7,1902,24,1,1903\n7,6,1905,-9.0,-9,-9\n",
            'blank: ["-9"]\nevent: {date: {start: {year: "{y1}", month: "{m1}", day: "{d1}"}, end: {year: "{y2}", month: "{m2}", day: "{d2}"}}, title: T, countries: NO}\n',
        ),
        BY_MAP,
        dates("1902-07/1903-01-24", "1905-06-07"),
    ),
    Case(
        "codes in parts of a start and an end that no map tells of",
        mapped(
            "d1,m1,y1,d2,m2,y2\n-9,7,1902,24,1,1903\n7,6,1905,,-9,1906\n,1907-06,1907,,,\n",
            'event: {date: {start: {year: "{y1}", month: "{m1}", day: "{d1}"}, end: {year: "{y2}", month: "{m2}", day: "{d2}"}}, title: T, countries: NO}\n',
        ),
        BY_MAP,
        status=65,
        says=[
            r"""in\.csv:2:1: '1902', '7', '-9' do not make .*: blank: \["-9"\]\n""",
            r"""in\.csv:3:5: '1906', '-9' do not make .*: blank: \["-9"\]\n""",
            r"in\.csv:4:2: '1907', '1907-06' do not make a date; a month is a number",
        ],
    ),
    Case(
        "parts of an end without its year",
        mapped(
            "y1,m1,y2,m2\n2001,spring,,autumn\n2001,5,,8\n2001,5,,0\n2001,5,,\n",
            'open: day\nevent: {date: {start: {year: "{y1}", month: "{m1}"}, end: {year: "{y2}", month: "{m2}"}}, title: T, countries: NO}\n',
        ),
        BY_MAP,
        status=65,
        says=[
            r"^diplo: in\.csv:2:3: the end has 'autumn' but no year; write the year, or .*\n",
            r"\ndiplo: in\.csv:3:3: the end has '8' but no year; .*\n$",
        ],
    ),
    Case(
        "blank by key",
        mapped(
            "date,title,country,place\n2021,a,NA; X,-\n",
            'blank: {"*": "-", countries: [X], date: ~}\nunknown: actor\nevent: {date: "{date}", title: "{title}", countries: ["{country}"], place: "{place}"}\n',
        ),
        BY_MAP,
        [{"countries": ["NAM"], "place": None, "actors": []}],
    ),
    Case(
        "marks without signs, as in lists of who has joined a treaty",
        mapped(
            "Participant,Signature,Accession(a)\n"
            "Estonia 2,,12 Jan 1990 a\nHoly See,20 Apr 1990,8 Jan 1991 AA\n"
            '"Latvia 1, 3; Fiji 4",,4 Mar 1994 (d)\n',
            "strip: footnotes\nevents:\n"
            '- {date: "{Signature}", title: Signed, countries: "{Participant}"}\n'
            '- {date: "{Accession(a)}", title: Joined, countries: "{Participant}", '
            'note: "{Accession(a)}"}\n',
        ),
        BY_MAP,
        [
            {"date": "1990-01-12", "countries": ["EST"], "note": "12 Jan 1990 a"},
            {"date": "1990-04-20", "countries": ["VAT"]},
            {"date": "1991-01-08", "title": "Joined"},
            {"date": "1994-03-04", "countries": ["LVA", "FJI"]},
        ],
    ),
    Case(
        "marks without signs of parties that stand in titles too, and none of other columns",
        mapped(
            'Participant,Act,Signature\n"Germany 5,9",Article 5,Oct 1968\n"China 2, 3",Article 6,1970\n',
            'strip: footnotes\nevent: {date: "{Signature}", title: "{Participant} signs {Act}", '
            'countries: "{Participant}", summary: "{Participant}", place: "{Act}"}\n',
        ),
        BY_MAP,
        [
            {"title": "Germany signs Article 5", "summary": "Germany", "place": "Article 5"},
            {"title": "China signs Article 6", "summary": "China", "place": "Article 6"},
        ],
    ),
    Case(
        "marks of footnotes and tags",
        mapped(
            "Name,d\nNepal[note 4],1988\n<b>Norway</b> &amp;,1989*\n",
            'strip: [footnotes, tags]\nvalues: {countries: {"Norway &": NOR}}\nevent: {date: "{d}", title: "{Name} speaks", countries: "{Name}"}\n',
        ),
        BY_MAP,
        [{"title": "Nepal speaks", "countries": ["NPL"]}, {"title": "Norway & speaks"}],
    ),
    Case(
        "other separators, and a status as a text",
        mapped(
            'd,a,s\n2021,X / Y,"Talks: on; ""A: b"": off; odd"\n',
            'split: {actors: "/"}\nvalues: {status: {}}\nevent: {date: "{d}", title: T, countries: NO, actors: ["{a}", Z], status: "{s}"}\n',
        ),
        BY_MAP,
        [{"actors": ["X", "Y", "Z"], "status": {"Talks": "on", "A: b": "off"}}],
        says=[r"1 status names no subject and is left out \('odd'\)"],
    ),
    Case(
        "sources of one's own, blank and with a place",
        mapped(
            "d,p,u\n2021,,\n2022,7,\n2023,,x y\n",
            'sources: {book: {title: B}}\nevent: {date: "{d}", title: T, countries: NO, sources: [{source: book, locator: "page {p}"}, {source: "{p?}"}, "{u}"]}\n',
        ),
        BY_MAP,
        [
            {"sources": [("book", None)]},
            {"sources": [("book", "page 7"), ("7", None)]},
            {"sources": [("book", None), ("in", "x y")]},
        ],
        status=65,
        says=["'7' is not declared"],
    ),
    Case(
        "a table without a header",
        mapped(
            "2021;Norway\n",
            'table: {header: false, delimiter: semicolon}\nevent: {date: "{1}", title: T, countries: "{2}"}\n',
        ),
        BY_MAP,
        [{"date": "2021", "sources": [("in", "row 1")]}],
    ),
    Case(
        "a note in a later row of a table without a header",
        mapped(
            "2021,Norway,\n2022,Norway,off\n",
            'table: {header: false}\nevent: {date: "{1}", title: T, countries: "{2}", summary: "{3}"}\n',
        ),
        BY_MAP,
        [{"summary": None}, {"summary": "off"}],
    ),
    Case(
        "names for a table, whose header has one that differs",
        mapped(
            "a,b,when\nx,Norway,2021\n",
            'table: {header: [A, B, C]}\nevent: {date: "{C}", title: "{A}", countries: "{B}"}\n',
        ),
        BY_MAP,
        dates("2021"),
    ),
    Case(
        "names for a table, which may have them",
        mapped(
            "a\tb\n2021\tNorway\n",
            'table: {header: [A, B], delimiter: "\\t"}\nevent: {date: "{A}", title: T, countries: "{B}"}\n',
        ),
        BY_MAP,
        dates("2021"),
    ),
    Case(
        "fewer columns than names",
        mapped(
            "2021\n", 'table: {header: [A, B]}\nevent: {date: "{A}", title: T, countries: "{B}"}\n'
        ),
        BY_MAP,
        status=65,
        says=[r"in\.csv:1:1: there is 1 column, but the map names 2; say .*delimiter"],
    ),
    Case(
        "a header of some of the columns that the map names, in another order",
        mapped(
            "c,a\nNorway,2021\n",
            'table: {header: [A, B, C]}\nevent: {date: "{A}", title: T, countries: "{C}"}\n',
        ),
        BY_MAP,
        dates("2021"),
    ),
    Case(
        "lines above and an encoding",
        {
            "in.csv": "Stør\n\nd,c\n2021,Norway\n".encode("cp1252"),
            "map.yaml": 'table: {skip: 2, encoding: windows-1252}\nevent: {date: "{D}", title: T, countries: "{C}"}\n',
        },
        BY_MAP,
        [{"date": "2021", "sources": [("in", "row 4")]}],
    ),
    Case("an empty table", mapped("\n", PLAIN), BY_MAP, status=65, says=["empty"]),
    Case(
        "standard input, of foreign headers",
        {
            "map.yaml": 'event: {date: "{jaar}", title: T, countries: "{land}"}\n',
            "x": "jaar,land\n2021,Norway\n",
        },
        "timeline --events - --map map.yaml <x",
        [{"date": "2021", "sources": [("standard-input", "row 2")]}],
    ),
    Case(
        "standard input, of known headers",
        {"x": "date,country,title\n2021,Norway,T\n"},
        "timeline --events - <x",
        dates("2021"),
    ),
    Case(
        "records below keys",
        {"b.json": RECORDS, "map.yaml": AT},
        "timeline --events b.json --map map.yaml",
        [{"date": "1894-07-09", "countries": ["NOR", "GBR"]}],
        says=["1 record has no date"],
    ),
    Case(
        "a record that is alone",
        {
            "b.json": '{"csw:R": {"S.x": {"record": {"title": "S", "c": "Norwey", "d": {"v": "1837"}}}}}',
            "map.yaml": AT,
        },
        "timeline --events b.json --map map.yaml",
        status=65,
        says=[r"b\.json:1:\d+: .*Norwey"],
    ),
    Case(
        "no records",
        {"b.json": '{"csw:R": {"S": 1}}', "map.yaml": AT},
        "timeline --events b.json --map map.yaml",
        status=65,
        says=[
            r"map\.yaml:1:18: there are no records at 'csw:R.S.x.record'; the keys at 'csw:R.S' are: none"
        ],
    ),
    Case(
        "no records below a key that has others",
        {"b.json": '{"csw:R": {"T": 1}}', "map.yaml": AT},
        "timeline --events b.json --map map.yaml",
        status=65,
        says=["the keys at 'csw:R' are: T"],
    ),
    Case(
        "a value that lies too deep",
        {
            "b.json": DEEP,
            "map.yaml": 'event: {date: "{d}", title: T, countries: "{c}", place: "{x*}"}\n',
        },
        "timeline --events b.json --map map.yaml",
        status=65,
        says=[r"map\.yaml:1:57: the table has no column 'x\*'; it has d, c\n"],
    ),
    Case(
        "a whole file that is a record",
        {
            "b.json": '{"date": "2021x9", "c": ["NO", "SE"]}',
            "map.yaml": 'event: {date: "{date}", title: T, countries: "{c}"}\n',
        },
        "timeline --events b.json --map map.yaml",
        status=65,
        says=[r"b\.json:1:10: '2021x9'"],
    ),
    Case(
        "values one after another",
        {
            "b.json": '{"d": 2021, "c": ["NO", "SE"], "x": [{"y": 1}]}\n{"d": 2022.0, "c": "NO"}',
            "map.yaml": 'event: {date: "{d}", title: T, countries: "{c}", place: "{x.0.y}"}\n',
        },
        "timeline --events b.json --map map.yaml",
        [{"countries": ["NOR", "SWE"], "place": "1"}, {"date": "2022"}],
    ),
    Case(
        "a key that only some records have, and one that none may have",
        {
            "b.json": '[{"d": "2021", "t": "T", "p": "Oslo"}, {"d": "2022", "t": "U"}]',
            "map.yaml": 'event: {date: "{d}", title: "{t}", countries: NOR, place: "{p}{q?}"}\n',
        },
        "timeline --events b.json --map map.yaml",
        [{"place": "Oslo"}, {"place": None}],
    ),
    Case(
        "JSON that is wrong",
        {"b.json": '{"d": ', "map.yaml": AT},
        "timeline --events b.json --map map.yaml",
        status=65,
        says=[r"b\.json:1:\d+: not valid JSON"],
    ),
    Case(
        "a key that is misspelt in all records",
        {
            "b.json": '[{"date": "2021", "country": "NO"}]',
            "map.yaml": 'event: {date: "{dat}", title: "{none}", countries: "{country}"}\n',
        },
        "timeline --events b.json --map map.yaml",
        status=65,
        says=[r"map\.yaml:1:15: the table has no column 'dat'; did you mean 'date'"],
    ),
    Case(
        "YAML beside tables, which a map leaves alone",
        {**mapped(TABLE, PLAIN), "b.yaml": "- {date: 2020, title: T, countries: [NO]}\n"},
        BY_MAP + " --events b.yaml",
        dates("2020", "2021"),
    ),
    wrong(
        "a column that is misspelt",
        PLAIN.replace("{country}", "{contry}"),
        r"map\.yaml:1:55: .*'contry'; did you mean 'country'\?",
    ),
    wrong(
        "a column that is nowhere",
        PLAIN.replace("{country}", "{zzz}"),
        "no column 'zzz'; it has date, title, country",
    ),
    wrong(
        "rows by a column that is nowhere",
        "only: {zzz: x}\n" + PLAIN,
        r"map\.yaml:1:8: the table has no column 'zzz'",
    ),
    wrong(
        "keys that are misspelt",
        "evnt: {}\nblanks: []\n" + PLAIN,
        r"map\.yaml:1:1: .*'evnt'.*'event'",
        r"map\.yaml:2:1: .*'blanks'.*'blank'",
    ),
    wrong(
        "braces that are alone",
        'event: {date: "{date", title: "{}", countries: ["{a}}"]}\n',
        r"map\.yaml:1:15: '\{date': a brace",
        r"1:31: .*names no column",
        "1:49: .*a brace",
    ),
    wrong(
        "a text of a map that is not allowed in an event",
        PLAIN.replace("}\n", ", sources: [{source: The Times}]}\n"),
        r"map\.yaml:1:88: 'The Times' is not a source's id",
    ),
    wrong(
        "a text of a map that is not allowed in an event, in the second column of a list",
        PLAIN.replace("}\n", ', actors: ["{title}", "{country}\\a"]}\n'),
        r"in\.csv:2:3: holds the character U\+0007",
    ),
    wrong(
        "a text that is far too long, made of a column that is not the first",
        PLAIN.replace("}\n", f', place: "{"{country}" * 101}"}}\n'),
        r"in\.csv:2:3: the map's .* makes more than 100000 characters here",
        table=f"date,title,country\n2021,a,{'x' * 1000}\n",
    ),
    Case(
        "settings alone, whose columns go by their headers",
        mapped(
            "id,date,end,title,country,type\n1,1994,,T,Norway,x\n1,1994,,T,Sweden/Chad,x\n"
            "2,1995,1996,U,NA,Y\nTotal,,,,,\n3,2/1/1997,,V,-9/Fiji,\n",
            'together: "{id}"\nsplit: {countries: "/"}\nblank: {countries: [NA, "-9"]}\n'
            "values: {type: {x: treaty}}\nexcept: {id: Total}\ndates: day-first\n",
        ),
        BY_MAP,
        [
            {"date": "1994", "countries": ["NOR", "SWE", "TCD"], "type": "treaty"},
            {"date": "1997-01-02", "countries": ["FJI"]},
        ],
        says=[r"1 row names no country and is left out \(row 4\)"],
    ),
    Case(
        "settings alone, of a preamble and of what a blank end means",
        mapped(
            "A list\nWhen;Title;State;Until\n1994;a;NO;\n",
            'table: {skip: 1, delimiter: ";"}\nopen: ongoing\n',
        ),
        BY_MAP,
        dates("1994/.."),
    ),
    Case(
        "codes of types with a zero, one of which means what has none",
        mapped(
            "Date,Title,State,Type\n1994,a,NO,1\n1995,b,NO,01\n1996,c,NO,7\n",
            'values: {type: {"01": "1"}}\n',
        ),
        BY_MAP,
        [{"type": "1"}, {"type": "1"}, {"type": "7"}],
    ),
    wrong(
        "codes of types, one of which may have lost a zero",
        'values: {type: {"010": meeting}}\n',
        "in.csv:2:4: '10' has likely lost a zero, as the map knows '010'; read the column as text "
        r"in the .*; if it is meant, say in the map values: {type: {\"10\": \"10\"}}$",
        table="Date,Title,State,Type\n1994,a,NO,10\n",
    ),
    Case(
        "codes of types, one of which is meant without its zero",
        mapped(
            "Date,Title,State,Type\n1994,a,NO,10\n1995,b,NO,010\n",
            'values: {type: {"010": meeting, "10": "10"}}\n',
        ),
        BY_MAP,
        [{"type": "10"}, {"type": "meeting"}],
    ),
    wrong(
        "settings alone with a delimiter that the header has not",
        "table: {delimiter: ':'}\n",
        r"map\.yaml:1:20: the map reads ':', but the header has tabs; say in the map, .*: tab}",
        table="Date\tTitle\tState\n1994\ta\tNO\n",
    ),
    wrong(
        "settings alone with a delimiter for one column",
        "table: {delimiter: tab}\n",
        r"in\.csv:1:1: no column holds a date",
        table="Day Title State\n1994\n",
    ),
    Case(
        "settings alone of an order, for a table with a preamble",
        mapped("A list\nWhen,Title,State\n1994,a,NO\n", "dates: day-first\n"),
        BY_MAP,
        status=65,
        says=[r"in\.csv:1:1: line 1 is not a header, but line 2 looks like one; .*: {skip: 1}"],
    ),
    Case(
        "settings alone, whose header the map has too",
        mapped("1994,a,NO\n", "table: {header: [When, Title, State]}\n"),
        BY_MAP,
        dates("1994"),
    ),
    *(
        Case(
            f"settings alone, for events as {name} has them beside a table",
            {"in.csv": SLASHES, "map.yaml": "dates: day-first\n", name: events},
            f"timeline --events {name} --events in.csv --map map.yaml",
            [
                {"date": "1994", "sources": [("s", "p")], "actors": ["A; B"]},
                {"date": "1995-01-02"},
            ],
        )
        for name, events in (("a.json", f"[{EVENT}]"), ("a.jsonl", f"{EVENT}\n"))
    ),
    Case(
        "settings alone, for a table on standard input",
        mapped(SLASHES, "dates: day-first\n"),
        "timeline --events - --map map.yaml <in.csv",
        dates("1995-01-02"),
    ),
    Case(
        "settings alone, for records below",
        mapped(
            '{"rows": [{"When": "1994", "Title": "a", "State": "NO"}]}',
            "table: {records: rows}\n",
            "in.json",
        ),
        "timeline --events in.json --map map.yaml",
        dates("1994"),
    ),
    Case(
        "settings alone, for JSON",
        mapped('[{"When":"1994","Title":"a","State":"NO"}]', "only: {State: NO}\n", "in.json"),
        "timeline --events in.json --map map.yaml",
        dates("1994"),
    ),
    Case(
        "settings alone, for JSON of nothing",
        mapped("[]", "dates: day-first\n", "in.json"),
        "timeline --events in.json --map map.yaml",
        [],
    ),
    *(
        Case(
            f"settings alone that {name} would not follow, as it has events",
            {name: text, "map.yaml": "only: {type: [war]}\n"},
            f"timeline --events {name} --map map.yaml",
            status=65,
            says=[rf"^diplo: {name}:1:1: the map only says how .* events already; leave out --map"],
        )
        for name, text in (
            ("a.json", f"[{EVENT}]"),
            ("b.json", f'{{"events": [{EVENT}]}}'),
            ("a.jsonl", f"{EVENT}\n"),
            ("a.yaml", f"[{EVENT}]"),
            ("a.md", "---\ndate: 1994\ncountry: NO\n---\n"),
        )
    ),
    Case(
        "settings alone for a file that is no list of events",
        {"a.yaml": "events: x\n", "map.yaml": "only: {type: [war]}\n"},
        "timeline --events a.yaml --map map.yaml",
        status=65,
        says=[r"^diplo: a\.yaml:1:(?!1:).*\n$"],
    ),
    Case(
        "settings alone that a table follows, but not the events beside it",
        {
            "f/a.json": f"[{EVENT}]",
            "f/b.jsonl": f"{EVENT}\n".replace("1994", "1996"),
            "f/c.csv": "When,Title,State,Type\n1995,b,NO,war\n1995,c,NO,x\n",
            "f/d.yaml": "events: []\n",
            "map.yaml": "only: {Type: war}\n",
        },
        "timeline --events f --map map.yaml",
        dates("1994", "1995", "1996"),
        says=[r"^diplo: f/a\.json: the map only says .* as they are \(and in 1 more file\)$"],
    ),
    wrong(
        "settings alone of a column that is not there",
        "except: {dat: Total}\n",
        r"map\.yaml:1:10: the table has no column 'dat'; did you mean 'date'",
    ),
    wrong(
        "settings alone of headers that are not known",
        "dates: day-first\n",
        r"in\.csv:1:1: no column holds a date, a title or a country",
        table="a,b\n1,2\n",
    ),
    wrong(
        "settings and an event that is blank", "dates: day-first\nevent:\n", "a map has an 'event'"
    ),
    wrong(
        "settings with a slip in a key", "dates: day-first\nexcpt: {a: b}\n", "'excpt'.*'except'"
    ),
    Case(
        "a column that two of three tables lack, which are named",
        {
            "f/a.csv": TABLE,
            "f/b.csv": "date,title,wer\n2021,a,Norway\n",
            "f/c.csv": "date,title,wer\n2022,a,Norway\n",
            "map.yaml": PLAIN,
        },
        "check f --map map.yaml",
        status=1,
        prints=[
            r"map\.yaml:1:55: error: .* 'country'; it has date, title, wer \(in f/b\.csv and 1 more"
        ],
    ),
    Case(
        "a column that the map looks at to choose rows is not called left out",
        mapped(
            "keep,date,title,country\n1,2021,a,Norway\n0,2022,b,Norway\n", 'only: {keep: "1"}\n'
        ),
        BY_MAP,
        dates("2021"),
        says=["^$"],
    ),
    Case(
        "texts that the map has in other letters, unless they could be one or another",
        mapped(
            "date,title,country,level\n1990,a,Bahamas THE,embassy\n1991,b,Norway,LEGATION\n1992,c,Norway,LegationS\n",
            'values: {status: {Embassy: opened, Legation: a, legations: b, LEGATIONS: c}, countries: {"bahamas the": BHS}}\n'
            'event: {date: "{date}", title: "{title}", countries: "{country}", status: {x: "{level}"}}\n',
        ),
        BY_MAP,
        [
            {"countries": ["BHS"], "status": {"x": "opened"}},
            {"status": {"x": "a"}},
            {"status": {"x": "LegationS"}},
        ],
    ),
    Case(
        "a country that is known is none of the words that the map lists in other letters",
        mapped(
            "date,title,country\n1990,a,NO\n1991,b,no\n1992,c,Se\n",
            "values: {countries: {no: ~, SE: ~}}\n" + PLAIN,
        ),
        BY_MAP,
        [{"countries": ["NOR"]}, {"countries": ["SWE"]}],
        says=[r"1 row names no country and is left out \(row 3\)"],
    ),
    Case(
        "declarations alone",
        mapped("date,country,title\n1990,ABC,a\n", "countries: {ABC: {name: Abecia}}\n"),
        "countries --events in.csv --map map.yaml",
        prints=["Abecia"],
    ),
    wrong("no event", "title: T\n", r"map\.yaml:1:1: a map has an 'event'"),
    wrong("an event and events", PLAIN + "events: []\n", "give one of them"),
    wrong("events that are none", "events: {}\n", "must be a list"),
    wrong(
        "an event without what it needs",
        "event: {type: x}\n",
        "'date' is missing",
        "'countries' is missing",
        "'title' is missing",
    ),
    wrong(
        "words that are not known",
        "dates: dayfirst\nunknown: maybe\nopen: yes\ncodes: {a: cown}\nstrip: [tag, x]\n" + PLAIN,
        "'dayfirst'.*'day-first'",
        "'maybe'.*error, skip or actor",
        "'yes'",
        "'cown'.*'cow'",
        "'tag'.*'tags'",
    ),
    wrong(
        "a table that is laid out otherwise",
        "table: {header: maybe, delimiter: xx, skip: two, encoding: utf-99, rows: 1}\n" + PLAIN,
        "true, false or a list",
        "must be one character",
        "must be a number",
        "'utf-99' is not an encoding",
        "'rows'",
    ),
    wrong(
        "lists that are none",
        "only: {a: {b: c}}\nblank: {zz: x}\nsplit: {a: x, actors: []}\nvalues: {zz: {}, type: [], place: {a: []}}\n"
        + PLAIN,
        "must be a list of texts",
        "'zz'",
        "'a'",
        ': must be a text that stands between items, as in "/"\n',
        "must be a mapping",
        "must be a text",
    ),
    wrong(
        "templates that are none",
        "event: {date: {year: [a], moth: x}, title: [a], countries: [{a: b}], sources: [{locator: x}], status: {a: [b]}}\n",
        r': must be a text such as "\{column\}"; put it in quotes\n',
        "'moth'",
        "'source' is missing",
    ),
    wrong(
        "an end that is misspelt, and a state of nothing",
        'event: {date: {start: "{date}", edn: "2022"}, title: T, countries: NO, status: {" ": x}}\n',
        r"map\.yaml:1:33: unknown key 'edn'; did you mean 'end'",
        r": the subject is blank; write one\n",
    ),
    wrong(
        "declarations that are wrong",
        "countries: {Norway: {name: x}}\nas_of: 2021\n" + PLAIN,
        r"map\.yaml:1:13",
        r"map\.yaml:2:8",
    ),
    wrong("a map that is a list", "- a\n", r"map\.yaml:1:1: must be a mapping"),
    wrong("a map of nothing", "# nothing\n", r"map\.yaml:1:1: the map is empty"),
    wrong("a map that is no YAML", "a: [\n", r"map\.yaml:2:1: not valid YAML"),
    Case(
        "a map that is no text",
        {"in.csv": TABLE, "map.yaml": b"\xff"},
        BY_MAP,
        status=65,
        says=[r"map\.yaml:1:1"],
    ),
    Case(
        "a map that is too large",
        {"in.csv": TABLE, "map.yaml": b"#" * (2**20 + 1)},
        BY_MAP,
        status=66,
        says=["too large for a map"],
    ),
    Case(
        "a map that is not there",
        {"in.csv": TABLE},
        BY_MAP,
        status=66,
        says=[r"map\.yaml cannot be read"],
    ),
    Case(
        "a name of no map",
        {"in.csv": TABLE},
        "timeline --events in.csv --map gdlet",
        status=2,
        says=["'gdelt'"],
    ),
    Case(
        "an order of dates that is none",
        {"in.csv": TABLE},
        "timeline --events in.csv --dates day",
        status=2,
        says=["day-first"],
    ),
    Case(
        "the map of SPARQL's answer for CSV without a column, and with one of a slip",
        csv("event,eventLabel,dates,countries\nQ1,Oslo Accords,1993-01-01T00:00:00Z,NOR\n"),
        "timeline --events in.csv --map wikidata",
        status=65,
        says=[
            "the table has no column 'datePrecision'; it has event, eventLabel, dates, countries",
            "the table has no column 'date'; did you mean 'dates'",
        ],
    ),
    Case(
        "the map of SPARQL's answer for JSON without a column",
        csv('{"results": {"bindings": [{"date": {"value": "1993"}}]}}', "in.json"),
        "timeline --events in.json --map wikidata",
        status=65,
        says=["the table has no column 'datePrecision.value'; it has date.value"],
    ),
    Case(
        "a map that ships and does not fit",
        {"in.csv": TABLE},
        "timeline --events in.csv --map icews",
        status=65,
        says=[
            r"in\.csv:1:1: the table has no column 'Event Date'; it has [^;]* \(by the map icews"
        ],
    ),
    Case(
        "a map that ships, but for one column",
        csv(
            "Event Date\tSource Name\tSource Country\tEvent Text\tTarget Name\tTarget Country\n"
            "1995-01-01\ta\tNorway\tMake a visit\tb\tSweden\n"
        ),
        "timeline --events in.csv --map icews",
        status=65,
        says=[
            (
                r"^\S+ in\.csv:1:1: the table has no column 'CAMEO Code'; it has .*; to do without it, "
                r"copy the map with 'diplo maps icews > my\.yaml' and write {CAMEO Code\?} there "
                r"\(by the map icews\)\n$"
            )
        ],
    ),
    Case(
        "the order of dates that the command line tells",
        mapped("date,title,country\n1/2/2021,a,NO\n", "dates: day-first\n" + PLAIN),
        BY_MAP + " --dates month-first",
        dates("2021-01-02"),
    ),
)
