"""Words that columns and sheets are called by. Any other name may be that of a person, and is not repeated."""

from __future__ import annotations

import re
from functools import cache

from sdw.reference.datasets import catalogue
from sdw.reference.datasets.declaration import MEASURE_NAMES, VALUE_NAMES

#: Words that people use for a column or a sheet.
_USUAL = """
    aanbieder aandeel aanmelding aantal aantallen aanvang achternaam adres afsluiting algemeen arbeid
    arbeidsmarkt baan begeleider begin beginstand begonnen bijstand bijzonderheden blad bron bsn cijfers
    client clienten cliënt cliënten code codes cohort controle datum de deel deelnemer deelnemers definitie
    derde diagnose doelgroep dossier duur duurzaam een eerste eind einde eindstand email en extra fase geb
    gebdat gebied geboorte geboortedatum gegeven gegevens geleverd gemeente gemeenten geplaatst geslacht
    gestart gevolgd groep half halfjaar het hoeveel huisnr huisnummer iban id info informatie ingevuld
    initialen instroom invulblad invullen invulsheet jaar jaren kandidaat kleur kolom kopie kwartaal kwartalen
    land leeftijd levering lijst lijsten locatie maand maanden maat mail mailadres man mensen methode mobiel
    naam nationaliteit nieuw nieuwe nog nota notitie nr nummer onbekend ons onze op opmerking opmerkingen
    organisatie oud oude overig percentage periode perioden personen persoon plaats plaatsing plaatsingen
    postcode provincie regio regiocijfers regiocode regionaam rekeningnummer resultaat rij roepnaam samen
    samenvatting sheet sofinr som soort stand start status straat subtotaal tabel tekst telefoon
    telefoonnummer telling toelichting totaal totalen traject trajecten tussen tussenstand tussenvoegsel
    tweede type uitgestroomd uitkering uitkomst uitkomsten uitleg uitstroom uitval uitvoerder uren van vast
    veld versie verslag vierde voorletters voornaam vorig vrouw waarde week werk woonplaats x y z
"""
#: What a longer word of this kind ends in: 'burgernummer', 'startdatum'.
_ENDINGS = ("nummer", "datum", "naam", "code", "aantal", "adres", "stand", "totaal", "percentage", "nr", "jaar")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _known() -> frozenset[str]:
    names = [*MEASURE_NAMES, *VALUE_NAMES, *_USUAL.split()]
    for dataset in catalogue.DATASETS.values():
        names += [dataset.id, dataset.label, *dataset.ignored]
        names += [name for column in dataset.columns for name in column.names]
        names += [name for measure in dataset.measures for name in (measure.id, measure.label)]
        names += [name for field in dataset.fields for name in field.names]
    return frozenset(word.casefold() for name in names for word in _WORD.findall(name))


def are_known(name: str) -> bool:
    """True when every word of the name is one that columns and sheets are called by."""
    words = [word.casefold() for word in _WORD.findall(name)]
    return all(word in _known() or (len(word) > 4 and word.endswith(_ENDINGS)) for word in words)
