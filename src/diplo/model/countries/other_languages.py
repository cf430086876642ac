"""Names of states in other languages that countrynames lacks, above all of former states.

A name under two codes is ambiguous.
"""

import functools

from diplo.model.countries.spelling import Index, index_of, names_by_code

_NAMES = """
ARE 阿联酋; Emiratos Árabes; Émirats
AUH النمسا-المجر; النمسا والمجر; 奥匈帝国; 奧匈帝國; オーストリア＝ハンガリー帝国;
    オーストリア＝ハンガリー; オーストリア・ハンガリー; Imperio austrohúngaro;
    Império Austro-Húngaro; Empire austro-hongrois; Impero austro-ungarico
BGD بنغلاديش
CHN КНР; الصين الشعبية; جمهورية الصين الشعبية; Çin; Çin Halk Cumhuriyeti; ÇHC; 中國; 中华人民共和国;
    中華人民共和国; 中华民国; 中華民國; 中華民国; República Popular China;
    República Popular da China; República Popular de China; République populaire de Chine;
    Chine populaire; Volksrepublik China; VR China; Repubblica Popolare Cinese
COD ДРК; Демократическая Республика Конго; الكونغو الديمقراطية; جمهورية الكونغو الديمقراطية;
    Demokratik Kongo Cumhuriyeti; Kongo Demokratik Cumhuriyeti; 刚果民主共和国; 刚果金; RD Congo;
    RD del Congo; RD do Congo; DR Kongo; Demokratische Republik Kongo; Kongo-Kinshasa;
    Repubblica Democratica del Congo
CSK Чехословакия; ЧССР; ЧСФР; تشيكوسلوفاكيا; Çekoslovakya; 捷克斯洛伐克; チェコスロバキア;
    チェコスロヴァキア; Checoeslovaquia; Tchecoslováquia; Tchéco-Slovaquie; Cecoslovacchia; ČSSR;
    ČSFR
CYP Kıbrıs; Güney Kıbrıs; Kıbrıs Rum Kesimi; GKRY
DDR ГДР; Восточная Германия; ألمانيا الشرقية;
    ألمانيا الديمقراطية; Doğu Almanya; Demokratik Almanya; Demokratik Alman Cumhuriyeti; 东德; 東德;
    民主德国; 德意志民主共和国; 東ドイツ; ドイツ民主共和国; Alemania Oriental; Alemania del Este;
    República Democrática Alemana; Alemanha Oriental; República Democrática Alemã;
    Allemagne de l'Est; République démocratique allemande; Ostdeutschland; Germania Est;
    Germania Orientale; Repubblica Democratica Tedesca
DEU ФРГ; Западная Германия; Федеративная Республика Германия; Германская империя;
    ألمانيا الغربية; ألمانيا الاتحادية; Batı Almanya; Federal Almanya; 西德; 联邦德国; 西ドイツ;
    ドイツ連邦共和国; Alemania Occidental; Alemania Federal; República Federal de Alemania;
    Alemanha Ocidental; República Federal da Alemanha; Allemagne de l'Ouest; Allemagne fédérale;
    République fédérale d'Allemagne; Westdeutschland; Deutsches Reich; Germania Ovest;
    Germania Occidentale; Repubblica Federale Tedesca
EGY مصر; جمهورية مصر العربية; الجمهورية العربية المتحدة; Объединённая Арабская Республика; ОАР;
    Birleşik Arap Cumhuriyeti; República Árabe Unida; République arabe unie;
    Vereinigte Arabische Republik; Repubblica Araba Unita
ETH Абиссиния; الحبشة; Habeşistan; Abisinia; Abissínia; Abyssinie; Abessinien
GBR Британия; بريطانيا; بريطانيا العظمى; İngiltere; Büyük Britanya; Britanya; 联合王国; 大不列颠;
    連合王国; Gran Bretaña; Grã-Bretanha; Gran Bretagna
GRC ギリシア
IRN Персия; بلاد فارس; Persya; 波斯; ペルシア; ペルシャ; Irã; Perse; Persien
JPN 日本国
KOR جمهورية كوريا; Kore Cumhuriyeti; 韓國; 韓国; 南韩; 南朝鲜; 大韩民国; República de Corea;
    República da Coreia; République de Corée; Republik Korea; Repubblica di Corea
MEX Méjico
MMR Бирма; ميانمار; بورما; Birmanya; ビルマ; Birmania; Birmânia
OTT Османская империя; Оттоманская империя; الدولة العثمانية; الإمبراطورية العثمانية; Osmanlı;
    Osmanlı İmparatorluğu; Osmanlı Devleti; 奥斯曼帝国; オスマン帝国; オスマントルコ;
    Imperio otomano; Empire ottoman; Osmanisches Reich; Impero ottomano
PHL الفيليبين
POL ПНР; Lehistan
PRK جمهورية كوريا الديمقراطية الشعبية; KDHC; 北韩; 北朝鲜; 朝鲜民主主义人民共和国; DVRK;
    República Popular Democrática de Corea; República Popular Democrática da Coreia;
    République populaire démocratique de Corée
PRU Пруссия; بروسيا; Prusya; 普鲁士; プロイセン; プロシア; Prusse; Preußen
PSE Палестина; Государство Палестина; ПНА; فلسطين; دولة فلسطين; السلطة الفلسطينية;
    السلطة الوطنية الفلسطينية; Filistin; Filistin Devleti; 巴勒斯坦; 巴勒斯坦国; パレスチナ自治政府;
    パレスチナ国; Estado de Palestina; Estado da Palestina; Autoridad Palestina;
    Autoridade Palestina; Autoridad Nacional Palestina; État de Palestine;
    Autorité palestinienne; Staat Palästina; Palästinensische Gebiete; Stato di Palestina;
    Autorità palestinese
RUS Российская империя; روسيا الاتحادية; الاتحاد الروسي; روسيا القيصرية; Rusya Federasyonu;
    Rusya İmparatorluğu; Çarlık Rusyası; 俄国; 俄國; 俄罗斯联邦; 沙俄; 俄罗斯帝国; ロシア帝国;
    Federación Rusa; Federación de Rusia; Imperio ruso; Federação Russa; Fédération de Russie;
    Empire russe; Russische Föderation; Russisches Reich; Federazione Russa; Impero russo
RVN Южный Вьетнам; Республика Вьетнам; فيتنام الجنوبية; Güney Vietnam; 南越; 越南共和国; 南ベトナム;
    ベトナム共和国; Vietnam del Sur; Vietnã do Sul; Vietname do Sul; Sud-Vietnam; Viêt Nam du Sud;
    République du Viêt Nam; Südvietnam; Süd-Vietnam; Republik Vietnam; Vietnam del Sud
SAU КСА; العربية السعودية; 沙特; Arabie séoudite
SUN СССР; الاتحاد السوفيتي; الاتحاد السوفييتي; الاتحاد السوفياتي; Sovyetler Birliği; SSCB; 苏联;
    蘇聯; ソ連; ソ連邦; ソビエト連邦; ソヴィエト連邦; União Soviética; Unione Sovietica
SYR سورية; الجمهورية العربية السورية
TUR Türkiye Cumhuriyeti; トルコ共和国; Republik Türkei
TWN 臺灣; 中华民国; 中華民國; 中華民国; Formose
USA САСШ; الولايات المتحدة الأمريكية; الولايات المتحدة الأميركية; أميركا;
    Amerika Birleşik Devletleri; Birleşik Devletler; 美利坚合众国; アメリカ; EEUU; EE UU;
    Estados Unidos da América; États-Unis d'Amérique; Vereinigte Staaten von Amerika;
    Stati Uniti d'America
VAT Святой Престол; الكرسي الرسولي; 教廷; バチカン; ローマ教皇庁; Santa Sede; Santa Sé; Saint-Siège;
    Heiliger Stuhl
VDR Северный Вьетнам; ДРВ; Демократическая Республика Вьетнам; فيتنام الشمالية; Kuzey Vietnam;
    北越; 越南民主共和国; 北ベトナム; ベトナム民主共和国; Vietnam del Norte; Vietnã do Norte;
    Vietname do Norte; Nord-Vietnam; Viêt Nam du Nord; Nordvietnam;
    République démocratique du Viêt Nam; Demokratische Republik Vietnam; Vietnam del Nord
VNM СРВ; Социалистическая Республика Вьетнам; فييتنام; Viyetnam; ヴェトナム
YUG Югославия; СФРЮ; СРЮ; ФНРЮ; Союзная Республика Югославия; يوغوسلافيا; يوغسلافيا; Yugoslavya;
    南斯拉夫; ユーゴスラビア; ユーゴスラヴィア; ユーゴ; Jugoslávia; SFRJ; BR Jugoslawien
ZAF Южно-Африканский Союз; Güney Afrika Cumhuriyeti; 南アフリカ共和国
"""


@functools.cache
def names() -> Index:
    """Index these names, once something else than a code or an English name is looked up."""
    return index_of(names_by_code(_NAMES))
