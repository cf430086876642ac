"""Former states, which are never the same as their successors."""

from diplo.model.countries.spelling import names_by_code

# Everyday names of the states in ISO 3166-3, by its letters; the first is shown. States that are
# not here have their name in ISO 3166-3 (Dahomey, Sikkim).
WITHDRAWN = names_by_code("""
BUR Socialist Republic of the Union of Burma
BYS Byelorussian SSR; Byelorussian Soviet Socialist Republic
CSK Czechoslovakia; Czechoslovak Republic; Czech and Slovak Federal Republic;
    Czech and Slovak Federative Republic; Československo; Česko-Slovensko; Tchécoslovaquie;
    Tschechoslowakei; Checoslovaquia
DDR East Germany; GDR; German Democratic Republic; Germany, Democratic Republic
FXX Metropolitan France
HVO Upper Volta
PCI Trust Territory of the Pacific Islands
PCZ Panama Canal Zone; Canal Zone
RHO Rhodesia; Southern Rhodesia; Zimbabwe Rhodesia
SCG Serbia and Montenegro; State Union of Serbia and Montenegro
SUN Soviet Union; USSR; Union of Soviet Socialist Republics; URSS; UdSSR; Union soviétique;
    Unión Soviética; Sowjetunion
TMP Portuguese Timor
VDR North Vietnam; Democratic Republic of Vietnam; North Viet Nam
YMD South Yemen; Democratic Yemen; PDRY; Yemen PDR; Yemen, PDR;
    People's Democratic Republic of Yemen; Yemen People's Republic
YUG Yugoslavia; Kingdom of Yugoslavia; SFRY; Socialist Federal Republic of Yugoslavia; FRY;
    SFR Yugoslavia; FR Yugoslavia; Yugoslavia, FR; Federal Republic of Yugoslavia; Jugoslavija;
    Yougoslavie; Jugoslawien
ZAR Zaire; Republic of Zaire
""")

# States that ISO never listed. Their letters are those of the Correlates of War project's list of
# states (correlatesofwar.org, State System Membership, version 2016), or else of Gleditsch and
# Ward's list and of Polity 5. Where these have none, or letters that ISO gives to another state
# (TUR, GMY, KOR), they are our own, which neither ISO nor any of these lists gives to another.
_OF_WARS = """
AUH Austria-Hungary; Austro-Hungarian Empire; Austrian Empire; Habsburg Empire; Habsburg Monarchy;
    Autriche-Hongrie; Österreich-Ungarn; Oesterreich-Ungarn; Austria-Ungheria; Austria-Hungría;
    Áustria-Hungria; Oostenrijk-Hongarije; Østerrike-Ungarn; Østrig-Ungarn; Österrike-Ungern;
    Itävalta-Unkari; Austro-Węgry; Rakousko-Uhersko; Rakúsko-Uhorsko; Ausztria-Magyarország;
    Austro-Ugarska; Avstro-Ogrska; Austro-Ungaria; Avusturya-Macaristan; Австро-Венгрия;
    Австро-Угорщина; Австро-Угарска; Αυστροουγγαρία
BAD Baden; Grand Duchy of Baden
BAV Bavaria; Kingdom of Bavaria
HAN Hanover; Hannover; Kingdom of Hanover
HSE Hesse-Kassel; Electoral Hesse; Hesse Electoral
HSG Hesse-Darmstadt; Grand Duchy of Hesse; Hesse Grand Ducal
MEC Mecklenburg-Schwerin; Mecklenburg
MOD Modena; Duchy of Modena
PAP Papal States; States of the Church
PMA Parma; Duchy of Parma
RVN South Vietnam; Republic of Vietnam; South Viet Nam; Republic of Viet Nam
SAX Saxony; Kingdom of Saxony
SIC Two Sicilies; Kingdom of the Two Sicilies; Kingdom of Naples
TUS Tuscany; Grand Duchy of Tuscany
WRT Württemberg; Wuerttemberg; Kingdom of Württemberg
ZAN Zanzibar; Sultanate of Zanzibar
"""
_OF_OTHER_LISTS = """
GCL Gran Colombia; Great Colombia
OFS Orange Free State
SAR Sardinia; Kingdom of Sardinia; Piedmont; Piedmont-Sardinia; Sardinia-Piedmont
TBT Tibet
TRA Transvaal; South African Republic
UPC Federal Republic of Central America; United Provinces of Central America
"""
_OUR_OWN = """
CSA Confederate States; Confederate States of America
HAW Hawaii; Kingdom of Hawaii; Republic of Hawaii
JOS Joseon; Choson; Kingdom of Korea; Korean Empire
MCK Manchukuo; Manchuria
OTT Ottoman Empire; Ottoman Turkey; Sublime Porte
PRU Prussia; Kingdom of Prussia
TEX Texas; Republic of Texas
"""
NEVER_LISTED = names_by_code(_OF_WARS + _OF_OTHER_LISTS + _OUR_OWN)

# A later and an earlier name of one state, which together mean the later one, as in Gleditsch and
# Ward's list: Zimbabwe (Rhodesia).
RENAMED = ((frozenset(("ZWE",)), frozenset(("RHO",))),)

# Two states of today that were one, so that both names together may mean that one.
UNIONS = {frozenset(("AUT", "HUN")): "AUH"}
