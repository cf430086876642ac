"""Everyday names of today's states that ISO 3166-1 does not list.

The first name of each code is shown; the others are recognised too. A name under two codes is
ambiguous. Kosovo has no ISO code; XKX, one of those free for users, is the most common.
"""

from diplo.model.countries.spelling import names_by_code

EVERYDAY = names_by_code("""
AFG Afghanistan; Islamic Emirate of Afghanistan; Islamic State of Afghanistan;
    Republic of Afghanistan; Democratic Republic of Afghanistan
ARE United Arab Emirates; UAE; Emirates
BEL Belgium; Kingdom of Belgium
BES Caribbean Netherlands
BFA Burkina Faso; Burkina
BIH Bosnia and Herzegovina; Bosnia; Bosnia-Herzegovina
BLR Belarus; Belorussia; Byelorussia; White Russia
BLZ Belize; British Honduras
BOL Bolivia
BRN Brunei
CAF Central African Republic
CCK Cocos Islands; Keeling Islands
CHN China; PRC; Communist China; Mainland China; Red China; Republic of China; Qing China; PR China;
    China, P.R.; China, P.R.: Mainland
CIV Ivory Coast; Côte d'Ivoire; Cote d Ivoire
COD DR Congo; DRC; Democratic Republic of the Congo; Democratic Republic of Congo; Dem. Rep. Congo;
    Congo-Kinshasa
COG Republic of the Congo; Republic of Congo; Congo-Brazzaville
CPV Cape Verde; Cabo Verde
CZE Czechia; Czech Republic; Česko
DEU Germany; FRG; BRD; West Germany; Federal Republic of Germany; German Federal Republic;
    German Empire; Imperial Germany; Nazi Germany; Third Reich; Weimar Republic;
    Germany, Federal Republic of (former)
EGY Egypt; United Arab Republic; UAR
ESH Western Sahara; West Sahara
ETH Ethiopia; Abyssinia
FLK Falkland Islands; Falklands; Malvinas
FRO Faroe Islands; Faeroe Islands
FSM Micronesia; Federal States of Micronesia
GBR United Kingdom; UK; Britain; Great Britain; UK and NI
GEO Georgia; Republic of Georgia
GIN Guinea; Guinea-Conakry
GMB Gambia
GUF French Guiana; Guyane
GUY Guyana; British Guiana
HKG Hong Kong; China, Hong Kong SAR
IRL Ireland; Republic of Ireland; Irish Free State
IRN Iran; Persia
ITA Italy; Kingdom of Italy
JPN Japan; Empire of Japan
KHM Cambodia; Kampuchea; Khmer Republic; Democratic Kampuchea; People's Republic of Kampuchea
KOR South Korea; ROK; Republic of Korea
LAO Laos; Lao PDR
LBY Libya; Lybia; Libyan Arab Jamahiriya
LKA Sri Lanka; Ceylon
MAC Macao; Macau; China, Macao SAR
MAF Saint Martin
MDG Madagascar; Malagasy Republic
MKD North Macedonia; Macedonia; Republic of Macedonia; FYROM; FYR Macedonia; TFYR Macedonia;
    Former Yugoslav Republic of Macedonia
MMR Myanmar; Burma; Union of Myanmar; Union of Burma
NAM Namibia; South West Africa
NLD Netherlands; Holland
PRK North Korea; DPRK; DPR Korea; Korea DPR; Dem. Rep. Korea; Democratic Republic of Korea
PSE Palestine; Palestinian Territories; Occupied Palestinian Territory; Palestinian Authority;
    Palestinian National Authority
RUS Russia; Russian Empire; Imperial Russia; Tsarist Russia; Russian Fed
SAU Saudi Arabia; KSA
SHN Saint Helena
STP Sao Tome and Principe; Sao Tome
SWZ Eswatini; Swaziland
SXM Sint Maarten
SYR Syria
THA Thailand; Siam
TLS East Timor; Timor-Leste
TUR Turkey; Türkiye
TWN Taiwan; Formosa; Chinese Taipei; Nationalist China; Republic of China; ROC;
    China, Taiwan Province of
TZA Tanzania; Tanzania/Tanganyika; Tanzania (Tanganyika)
USA United States; America; United States of America
VAT Holy See; Vatican; Vatican City
VEN Venezuela; Venezuela, RB
VGB British Virgin Islands
VIR US Virgin Islands; United States Virgin Islands
VNM Vietnam; Viet Nam; Socialist Republic of Vietnam
XKX Kosovo; XK; KSV; KOS; KVX; RKS; Republic of Kosovo; Kosovo (UNSCR 1244);
    Kosovo (under UNSCR 1244); Kosovo (UNSCR 1244/99)
YEM Yemen; North Yemen; Yemen Arab Republic
ZAF South Africa; RSA; Union of South Africa
""")

# Parts of a state that are often taken for states, with the code of the whole.
PARTS = dict.fromkeys(
    ("england", "kingdom of england", "northern ireland", "scotland", "wales"), "GBR"
)

# Former states and colonies without a code of their own in any list, with the states of today in
# whose lands they were. None is the same as one of these, though it may have its name.
BECAME = {
    "buganda": ("UGA",),
    "cameroons": ("CMR", "NGA"),
    "kingdom of mysore": ("IND",),
    "leeward islands": ("ATG", "KNA", "MSR", "VGB"),
    "mariana islands": ("GUM", "MNP"),
    "moldavia": ("MDA", "ROU", "UKR"),
    "papua": ("IDN", "PNG"),
    "tanganyika": ("TZA",),
    "tuva": ("RUS",),
}

# Beside a territory, these name its ruler: India (British) is not two states.
_ADJECTIVES = """
    belgian british danish dutch french german italian portuguese russian spanish
"""
ADJECTIVES = frozenset(_ADJECTIVES.split())
