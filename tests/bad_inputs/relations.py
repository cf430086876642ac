"""What is wrong with the command lines of status, stats and compare."""

from tests.bad_inputs.case import command, each, printing

_DAYS = (
    *("''", "10", "2021-02-30", "2020..2021", "1994~"),
    *("'100000 years ago'", r"$'20\e[1m21'"),
)

STATUS_STATS_COMPARE = (
    *each(("status", "stats"), "''", says="blank"),
    command("diplo status ,", says="blank"),
    *each(("status", "compare sweden"), "norwey", says="did you mean 'norway'"),
    *each(("stats", "compare sweden"), "korea", says="PRK"),
    command("diplo stats XXX", says="'XXX'"),
    command(r"diplo compare sweden $'no\e[31m'", says=r"no\x1b[31m"),
    command("diplo compare norway sweden --limit 5", says="--limit"),
    command("diplo status --on", says="'--on' requires an argument; see 'diplo status --help'"),
    *(command(f"diplo status --on {day}", says="--on: ") for day in _DAYS),
    command("diplo status --on --json", says="--on needs a value"),
    command(f"diplo status --on {'9' * 100_000}", says="--on", what="a day of 100 000 digits"),
    command("diplo status --since 2021", says="--since"),
    command("diplo status --all=yes", says="--all"),
    command("DIPLO_TODAY=2021-02-30 diplo status", says="DIPLO_TODAY"),
    command("diplo status norway --events ok.yaml", 0, "no event with a status concerns Norway"),
    printing("diplo status --on 0001 --events ok.yaml --json", "[]"),
    printing("diplo status --on 9999-12-31 --history --all --events ok.yaml --json", "[]"),
    command("diplo stats --by month", says="decade"),
    command("diplo stats --by year,type", says="did you mean 'year' or 'type'"),
    command(r"diplo stats --by $'ye\e[31mar'", says=r"ye\x1b[31mar"),
    command("diplo stats --since 2022 --until 2021", says="after"),
    command("diplo stats --type recogniton", says="did you mean 'recognition'"),
    command("diplo stats --ascii=yes", says="--ascii"),
    printing("diplo stats --events - --json </dev/null", "[]"),
    command("diplo compare", says="COUNTRY"),
    command("diplo compare norway", says="two countries"),
    command("diplo compare norway norway", says="the same"),
    command("diplo compare norway NOR", says="the same"),
    command("diplo compare norway,palestine palestine,NOR", says="the same"),
    command("diplo compare norway ''", says="blank"),
    command("diplo compare norway sweden --by month", says="decade"),
    command("diplo compare norway sweden --sort id", says="--sort"),
    command("diplo compare norway sweden --year 2020 --since 2020", says="--year"),
)
