"""Fields with a wrong key or value."""

from tests.bad_inputs.case import Case, event, together

FIELDS = (
    together(
        "keys and texts",
        Case(
            "a key in capitals",
            "- id: a\n  date: 2021\n  countries: [NO]\n  Title: x\n",
            line=4,
            says="did you mean 'title'",
        ),
        Case("a key that is misspelt", event(sumary="x"), line=6, says="'summary'"),
        Case(
            "a key that is a header", event(description="x"), line=6, says="did you mean 'summary'"
        ),
        Case("a start", "- start: 2006\n  title: T\n  countries: [NO]\n", 65, 1, "mean 'date'?"),
        Case("an end", event(until="2022"), line=6, says="A span is one date, as in 2006/2007"),
        Case("a key that is like no other", event(zzz="x"), line=6, says="the keys are"),
        Case("a key with a control character", event(r'"a\e": x'), line=6),
        Case("no date", "- title: T\n  countries: [NO]\n", line=1, says="'date'"),
        Case("no title", "- date: 2021\n  countries: [NO]\n", line=1, says="'title'"),
        Case("no countries", "- date: 2021\n  title: T\n", line=1, says="'countries'"),
        Case("a blank title", event(title='"  "'), line=3, says="blank"),
        Case("a title of a comment", event(title="# 1"), line=3, says="'title'"),
        Case("a title of nothing", event(title="~"), line=3, says="'title'"),
        Case("a title that is a mapping", event(title="{a: b}"), line=3, says="mapping"),
        Case("a title that is a list", event(title="[a]"), line=3, says="list"),
        Case("countries that are a text", event(countries="norway"), line=5, says="[norway]"),
        Case(
            "an organisation as a country",
            event(countries="[NO, NATO]"),
            line=5,
            says="'NATO': an organisation is an actor; name it under 'actors'; a file "
            "may declare a party under 'countries'",
        ),
        Case("countries in a list in a list", event(countries="[[norway]]"), line=5, says="list"),
        Case("no country in the list", event(countries="[]"), line=5, says="at least one"),
        Case("a country twice", event(countries="[norway, NOR]"), line=5, says="second time"),
    ),
    together(
        "the names of several countries in one text",
        *(
            Case(f"countries in one text: {names}", event(countries=f"['{names}']"), 65, 5, says)
            for names, says in (
                ("Norway, Sweden", 'names 2 countries: write them as ["Norway", "Sweden"]'),
                ("Norway; Sweden", "names 2 countries: write them as ["),
                ("Norway, Bosnia and Herzegovina", 'as ["Norway", "Bosnia and Herzegovina"]'),
                ("Norway, Sweden, and NO", 'as ["Norway", "Sweden", "NO"]'),
                (", ".join(["Bosnia and Herzegovina"] * 7), "write them each by itself"),
                ("Bosnia and Herzegovina and NO", 'as ["Bosnia and Herzegovina", "NO"]'),
                ("NO & Trinidad and Tobago", 'as ["NO", "Trinidad and Tobago"]'),
                (
                    "Serbia and Montenegro and NO",
                    'names 3 countries: write them as ["Serbia", "Montenegro", "NO"]',
                ),
                ("norway palestine", 'names 2 countries: write them as ["norway", "palestine"]'),
                (
                    "Norway South Sudan",
                    'names 2 countries: write them as ["Norway", "South Sudan"]',
                ),
                ("Norway Korea", "no country is named 'Norway Korea'"),
                ("Burma Myanmar", "no country is named 'Burma Myanmar'"),
                ("China PR", "no country is named 'China PR'"),
                ("United States America", "no country is named 'United States America'"),
                ("Faroe Island", "is named 'Faroe Island'; did you mean 'faroe-islands'?"),
                ("norway Norway", "no country is named 'norway Norway'"),
                ("Norway Ruritania", "no country is named 'Norway Ruritania'"),
                ("Norway, Ruritania", "no country is named 'Norway, Ruritania'"),
            )
        ),
    ),
    together(
        "countries, ids, types, sources and status",
        Case("a country that is misspelt", event(countries="[norwey]"), line=5, says="'norway'"),
        Case("a country that is several", event(countries="[Korea]"), line=5, says="KOR"),
        Case("a country that is blank", event(countries='[" "]'), line=5, says="blank"),
        Case("a country that is empty", event(countries="[~]"), line=5, says="empty"),
        Case("an id with a space", event(id="My Event"), line=1, says="'My Event'"),
        Case("an id in capitals", event(id="NO"), line=1, says="'NO'"),
        Case("an id with two hyphens", event(id="a--b"), line=1, says="'a--b'"),
        Case("an id of 81 characters", event(id="a" * 81), line=1, says="80"),
        Case("a type in capitals", event(type="Treaty"), line=4, says="'Treaty'"),
        Case("a type that ends with a dot", event(type="a."), line=4, says="'a.'"),
        Case(
            "a source without its id", event(sources="[{locator: page 1}]"), line=6, says="'source'"
        ),
        Case(
            "a source with an unknown key",
            event(sources="[{source: a, page: 1}]"),
            line=6,
            says="'page'",
        ),
        Case("sources that are a text", event(sources="a"), line=6, says="[a]"),
        Case(
            "sources that are an address",
            event(sources="https://x.org/a"),
            line=6,
            says="""must be a list, as in [{"source": "my-id", "url": "https://x.org/a"}]""",
        ),
        Case(
            "a source that is an address",
            event(sources="['https://x.org/a']"),
            line=6,
            says="""is not a source's id; write {"source": "my-id", "url": "https://x.org/a"}""",
        ),
        Case(
            "a source that is a title",
            event(sources="[The Times]"),
            line=6,
            says="""is not a source's id; write {"source": "my-id", "title": "The Times"}""",
        ),
        Case(
            "a source whose id is wrong",
            event(sources="[{source: The Times}]"),
            line=6,
            says="is not a source's id; use a-z, 0-9 and single hyphens",
        ),
        Case("actors that are a mapping", event(actors="{a: b}"), line=6, says="list"),
        Case("a status that is a text", event(status="open"), line=6, says="mapping"),
        Case("a status of nothing", event(status="{a: ~}"), line=6, says="empty"),
    ),
    together(
        "sources that no text in double quotes holds as they are",
        Case(
            "a source that is an address with a quote",
            event(sources="""['https://x.org/?q="a"']"""),
            line=6,
            says="""is not a source's id; write {"source": "my-id", "url": "..."}""",
        ),
        Case(
            "a source that is a title with a backslash",
            event(sources=r"['C:\My Books']"),
            line=6,
            says="""is not a source's id; write {"source": "my-id", "title": "..."}""",
        ),
    ),
    Case("an id twice", event() + event(), line=6, says="in.yaml:1:"),
    Case(
        "a type that is not declared",
        f"types: {{treaty: {{label: T}}}}\nevents:\n{event()}".replace(
            "type: treaty", "type: traety"
        ),
        line=6,
        says="did you mean 'treaty'",
    ),
    Case(
        "a source that is not declared",
        f"sources: {{untc: {{title: UN}}}}\nevents:\n{event(sources='[untx]')}",
        line=8,
        says="did you mean 'untc'",
    ),
)
