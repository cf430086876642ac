"""Three-letter codes that ISO 3166 gives to no state, and names of organisations."""

import re

# Codes of the Correlates of War project, Gleditsch and Ward, Polity 5, IOC, FIFA and older lists
# that ISO gives to no state, with their ISO 3166 codes (from the dictionaries of
# vincentarelbundock/countrycode and datasets/country-codes); two where lists differ.
_MEANT = """
    AAB:ATG AHO:ANT ALD:ALA ALG:DZA ANG:AGO ARU:ABW ASA:ASM AUL:AUS BAH:BHR/BHS BAN:BGD BAR:BRB
    BER:BMU BFO:BFA BHM:BHS BHU:BTN BIZ:BLZ BNG:BGD BOH:CZE BOS:BIH BOT:BWA BRU:BRN BUI:BDI
    BUL:BGR CAM:KHM CAO:CMR CAP:CPV CAY:CYM CDI:CIV CEN:CAF CEY:LKA CGO:COG CHA:TCD CHI:CHL
    CON:COG COS:CRI CRC:CRI CRO:HRV CTA:CAF CZR:CZE DEN:DNK DRV:VNM ENG:GBR EQG:GNQ ESA:SLV
    ETI:ETH ETM:TLS FAR:FRO FGU:GUF FIJ:FJI FPO:PYF FRN:FRA GAM:GMB GBG:GGY GBJ:JEY GBM:IMN
    GBS:GNB GEQ:GNQ GER:DEU GFR:DEU GMY:DEU GRE:GRC GRG:GEO GRN:GRD GUA:GTM GUD:GLP GUI:GIN
    HAI:HTI HEL:SHN HOL:NLD HON:HND ICE:ISL INA:IDN INS:IDN IRE:IRL IRI:IRN ISV:VIR IVB:VGB
    IVO:CIV KUW:KWT KYR:KGZ KZK:KAZ LAT:LVA LBA:LBY LEB:LBN LES:LSO LIB:LBN/LBY LIT:LTU MAA:MRT
    MAD:MDG/MDV MAG:MDG MAL:MYS MAS:MUS/MYS MAW:MWI MAY:MYT MGL:MNG MGO:MNE MLD:MDA MNC:MCO
    MNT:MNE/MSR MON:MCO/MNG MOR:MAR MRI:MUS MSH:MHL MSI:MHL MTN:MRT MYA:MMR MZM:MOZ NAU:NRU
    NCA:NIC NCD:NCL NED:NLD NEP:NPL NEW:NZL NFI:NFK NGR:NGA NIG:NER/NGA NIR:GBR/NER NMA:MNP
    NMI:MNP NTH:NLD OMA:OMN PAL:PLW PAR:PRY PHI:PHL PLE:PSE POR:PRT PUR:PRI ROM:ROU RUM:ROU
    SAF:ZAF SAH:ESH SAL:SLV SAM:WSM SCO:GBR SER:SRB SEY:SYC SIE:SLE SIN:SGP SKN:KNA SLO:SVK/SVN
    SLU:LCA SNM:SMR SOL:SLB SPA:ESP SPN:ESP SRI:LKA SSU:SSD SUD:SDN SUI:CHE SVG:VCT SWA:SWZ
    SWD:SWE SWI:CHE TAJ:TJK TAN:TZA TAW:TWN TAZ:TZA TCH:CSK TGA:TON THI:THA TKS:TCA TOG:TGO
    TPE:TWN TRI:TTO UKG:GBR URS:SUN URU:URY VAN:VUT VIE:VNM VIN:VCT WAF:WLF WAL:GBR XSV:SJM
    XWB:PSE YAR:YEM YGS:YUG YPR:YMD ZAI:ZAR ZAM:ZMB ZIM:ZWE
"""
MEANT = {
    letters: tuple(codes.split("/"))
    for letters, _, codes in (pair.partition(":") for pair in _MEANT.split())
}

# Those that the Correlates of War shares with the IOC, FIFA, CAMEO or older lists, so that they do
# not show which list the codes beside them are from.
_SHARED = """
    ALG ANG BAH BAR BHU BOT BRU BUL CAM CHA CRO DEN EQG FIJ GAM GDR GRN GUA GUI HAI HON KOS KUW LAT
    LES LIB MAD MAS MAW MON MYA NEP NIG NIR OMA PAR PHI POR ROM RUM SEY SIN SKN SLO SOL SRI SUD TOG
    TRI UAE URU VAN YAR ZAI ZAM ZIM
"""
SHARED = frozenset(_SHARED.split())

# Organisations and movements as people type them, in the compared form of names.
ORGANISATIONS = frozenset(
    """
    african union, al qaeda, arab league, asean, brics, cis, cmea, collective security treaty
    organization, comecon, comintern, commonwealth, commonwealth of independent states,
    commonwealth of nations, council of europe, csto, eaeu, east african community, ecowas, eea,
    eec, efta, eu, euratom, eurasian economic union, european coal and steel community, european
    communities, european community, european economic community, european free trade association,
    european parliament, european union, fao, fatah, g20, g7, g77, g8, gcc, gulf cooperation
    council, hamas, hezbollah, hizbollah, iaea, icc, icj, icrc, ilo, imf, international monetary
    fund, interpol, isil, isis, islamic state, league of arab states, league of nations, mercosur,
    nato, nordic council, north atlantic treaty organisation, north atlantic treaty organization,
    oas, oau, oecd, oic, opec, order of malta, organisation of african unity, osce, palestine
    liberation organisation, palestine liberation organization, plo, red cross, saarc, sadc, sco,
    un, unesco, unhcr, unicef, unifil, united nations, unrwa, unsc, warsaw pact, wfp, who, world
    bank, wto
    """.strip()
    .replace("\n    ", " ")
    .split(", ")
)
ORGANISATION_LETTERS = frozenset(("EUE", "EUN", "EUU", "IGO", "NGO", "UNO", "XOM"))
# Words that occur only in names of organisations.
_WORDS = """
    agency alliance association bank commission committee community conference council court
    federation front fund league movement nations organisation organization pact party treaty union
"""
ORGANISATION_WORDS = frozenset(_WORDS.split())


def is_organisation(name: str) -> bool:
    """Say whether a name, or a code in capitals, is known to be an organisation's."""
    return name in ORGANISATION_LETTERS or name.lower() in ORGANISATIONS


_OF_STATES = re.compile("(?:state )?(?:federation|union) of |west bank$")


def has_organisation_word(name: str) -> bool:
    """Say whether a name has a word of organisations, not as in Federation of Malaya."""
    return not ORGANISATION_WORDS.isdisjoint(_OF_STATES.sub("", name).split())
