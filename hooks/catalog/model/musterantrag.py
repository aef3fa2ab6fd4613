"""The Musterantrag as written in the catalogue."""

from typing import Literal

from pydantic import Field

from .base import (
    FruehereIds,
    Fundstelle,
    Id,
    Kurztitel,
    Land,
    Model,
    NumberedModel,
    Text,
    Titel,
    Verweis,
    verweise,
)


class Auftrag(NumberedModel):
    """One of the three Aufträge of the template."""

    beschluss: Text
    """Der Auftrag als Nebensatz mit „zu“, passend nach „Die Verwaltung wird gebeten, …“.
    Leerstellen wie „{gremium.dativ}“ füllt der Musterantrag."""
    begruendung: Text
    """Warum der Auftrag nötig ist, für den Antragstext."""
    fundstellen: tuple[Fundstelle, ...] = Field(min_length=1)
    empfehlungen: tuple[Verweis, ...] = verweise("empfehlungen")


Artikel = Literal["der", "die", "das", "plural"]


class Wortformen(Model):
    """A noun in its four cases; „{name}“ stands for a proper name."""

    artikel: Artikel
    """Der Artikel im Nominativ. Bei „plural“ heißt er ebenfalls „die“, die übrigen Fälle sind andere."""
    nominativ: Text
    """Ohne Artikel, zum Beispiel „Landkreis {name}“."""
    genitiv: Text
    """Ohne Artikel, zum Beispiel „Landkreises {name}“."""
    dativ: Text
    """Ohne Artikel, zum Beispiel „Landkreis {name}“."""
    akkusativ: Text
    """Ohne Artikel, zum Beispiel „Landkreis {name}“."""


class Bezeichnung(Wortformen):
    """A kind of municipality, a body or a mover to choose for the Musterantrag."""

    id: Id
    titel: Kurztitel
    fruehere_ids: FruehereIds = ()


class Grundwort(Model):
    """A word that heads a name, with its article."""

    wort: Kurztitel
    artikel: Artikel
    """Der Artikel des Wortes im Nominativ; „plural“, wenn es nur in der Mehrzahl steht."""
    arten: tuple[Verweis, ...] = ()
    """Kennungen aus „kommunenarten“ oder „antragstellende“. Ein Name mit diesem Wort sagt seine Art schon selbst,
    zum Beispiel „Märkischer Kreis“."""
    allein: bool = False
    """„true“, wenn nur das Wort selbst zählt und keine Zusammensetzung, zum Beispiel „Markt“."""
    mit_name: bool = False
    """„true“, wenn einer Zusammensetzung ein Name folgen muss: „Lutherstadt Eisleben“, aber nicht „Ingolstadt“."""


class Artkuerzel(Model):
    """A short form of a kind of municipality, as people write it in front of a name."""

    kurz: Kurztitel
    """Ohne Punkt am Ende, zum Beispiel „LK“."""
    arten: tuple[Verweis, ...]
    """Kennungen aus „kommunenarten“. Ist eine davon gewählt, steht im Antrag deren Wort statt des Kürzels."""


class Beugung(Model):
    """Words and endings from which names are declined."""

    grundwoerter: tuple[Grundwort, ...] = ()
    kuerzel: tuple[Artkuerzel, ...] = ()
    eigenschaftswoerter: tuple[Text, ...] = ()
    """Wie ein Eigenschaftswort vor seiner Endung ausgeht, zum Beispiel „isch“ in „Märkische“."""
    eigenschaftswoerter_auf_er: tuple[Text, ...] = ()
    """Dasselbe vor „-er“. Was auch ein Ort sein kann, fehlt hier: „Leipziger“ bleibt in jedem Fall gleich."""
    wie_eigenschaftswoerter: tuple[Text, ...] = ()
    """Hauptwörter mit der Beugung von Eigenschaftswörtern, ohne Endung, zum Beispiel „beauftragt“."""
    schwache_endungen: tuple[Text, ...] = ()
    """Männliche Hauptwörter mit „-en“ in jedem Fall, zum Beispiel „ent“ in „Präsident“."""
    starke_woerter: tuple[Text, ...] = ()
    """Ausnahmen davon, zum Beispiel „konvent“."""
    kurze_mit_s: tuple[Text, ...] = ()
    """Einsilbige Wörter, deren Genitiv auf „-s“ endet, zum Beispiel „team“."""
    namen_mit_artwort: tuple[Text, ...] = ()
    """Ortsnamen, die selbst mit einem Wort für die Art beginnen, zum Beispiel „Markt Schwaben“."""


class Antragstellend(Bezeichnung):
    """A mover."""

    rolle: Literal["vertretung", "rat"] = "vertretung"
    """„rat“ für Mitglieder und Fraktionen des Gremiums, das entscheidet; ihr Recht ist ein anderes."""


class Leerstellen(Model):
    """What the Musterantrag shows as long as something is not chosen."""

    kommune: Wortformen
    gremium: Wortformen
    antragsteller: Wortformen
    name: Text
    """Steht für den Namen der Kommune."""
    zusatz: Text
    """Steht für den Namen einer Fraktion oder Gruppe."""
    datum: Text
    """Steht für das Datum des Antrags und für jede Frist."""
    sitzung: Text
    """Steht für die Sitzung, für die der Antrag bestimmt ist."""
    ausschuss: Text
    """Steht für eine Station der Beratungsfolge."""


class Namensvorschlag(Model):
    """The usual name of the body for some kinds of municipality."""

    kommunenarten: tuple[Verweis, ...] = Field(min_length=1)
    """Kennungen aus „kommunenarten“."""
    gremium: Verweis
    """Kennung aus „gremien“."""
    quelle: Verweis
    """Kennung der Quelle, die den Namen belegt."""
    stelle: Text
    """Paragraf oder Abschnitt in dieser Quelle."""


class LandVorschlaege(Model):
    """The usual names in one Land."""

    land: Land
    vorschlaege: tuple[Namensvorschlag, ...] = Field(min_length=1)


class Antragstext(Model):
    """The sentences around the modules of the Musterantrag, in the order of a council paper.

    Blanks such as „{kommune.genitiv}“ are filled with the chosen words.
    """

    titel: Text
    """Überschrift des Antrags."""
    betreff: Text
    """Wovon er handelt, wenn er die Empfehlungen aufgreift."""
    betreff_ohne_grundsatz: Text
    """Wovon er handelt, wenn er nur einzelne Aufträge enthält."""
    anschrift: Text
    """An wen sich der Antrag richtet."""
    absender: Text
    """Wer ihn wann stellt."""
    sitzung: Text
    """Für welche Sitzung er bestimmt ist."""
    beschluss_titel: Text
    """Überschrift über dem Beschlussvorschlag."""
    bitte: Text
    """Der Satz vor dem Beschlussvorschlag."""
    auftrag: Text
    """Der Satz, in den ein Auftrag eingesetzt wird."""
    auftrag_mit_frist: Text
    """Derselbe Satz mit einem Termin."""
    bericht: Text
    """Die Bitte um einen Bericht zu einem Termin."""
    einzeln: Text
    """Sagt, dass über jede Nummer einzeln abgestimmt werden kann."""
    begruendung_titel: Text
    """Überschrift über der Begründung."""
    ausgangslage_titel: Text
    """Überschrift über der Ausgangslage."""
    warum_jetzt_titel: Text
    """Überschrift darüber, warum die Empfehlungen heute noch zählen."""
    landesrecht_titel: Text
    """Überschrift über den Absätzen zur heutigen Lage."""
    begruendung_zu: Text
    """Überschrift über der Begründung eines Auftrags, mit „{nummern}“ und „{titel}“."""
    selbsteinschaetzung: Text
    """Satz zu einer Antwort aus dem Kurz-Check, mit „{datum}“ und „{wert}“."""
    klausur: Text
    """Satz zu einem gemeinsamen Wert aus einer Werkstatt, mit „{datum}“ und „{wert}“."""
    beispiel: Text
    """Was vor der Beschreibung eines Beispiels steht, mit „{titel}“ und „{ort}“."""
    eigene_gruende_titel: Text
    """Überschrift über der eigenen Begründung."""
    finanzen_titel: Text
    """Überschrift über den finanziellen Auswirkungen."""
    finanzen: Text
    """Was dort steht, wenn niemand etwas anderes schreibt."""
    beratungsfolge_titel: Text
    """Überschrift über der Beratungsfolge."""
    anlagen_titel: Text
    """Überschrift über der Liste der Anlagen."""
    anlage: Text
    """Eine Anlage, mit „{nr}“ und „{titel}“."""
    unterschrift: Text
    """Für wen unterschrieben wird."""
    unterschrift_zeile: Text
    """Was unter der Linie für die Unterschrift steht."""
    empfehlungen_titel: Text
    """Überschrift der Anlage mit den Empfehlungen."""
    empfehlungen_quelle: Text
    """Woher die Empfehlungen stammen."""
    empfehlungen_satz: Text
    """Der Satzanfang vor den Teilen einer Empfehlung."""


class Merkblatt(Model):
    """What the people who hand in a paper need to know, on a sheet of its own."""

    titel: Text
    """Überschrift des Blatts."""
    einleitung: Text
    """Für wen das Blatt ist."""
    wer_titel: Text
    """Überschrift vor der Frage, wer den Antrag stellen darf."""
    ohne_land: Text
    """Solange kein Land gewählt ist."""
    recht_des_landes: Text
    """Vor dem, was für ein Land belegt ist, mit „{land}“."""
    antragsrecht: Text
    """Wenn das Landesrecht dem Gremium ein Antragsrecht gibt."""
    kein_antragsrecht: Text
    """Wenn es das nicht tut."""
    unbekannt: Text
    """Wenn das nicht belegt ist, mit „{land}“."""
    gewaehlt: Text
    """Wenn jemand die Bezeichnung des Papiers selbst wählt, mit „{form}“."""
    frist_titel: Text
    """Überschrift vor der Frist."""
    frist: Text
    """Wo die Frist für die Abgabe steht."""
    sitzung: Text
    """Erinnert an die gewählte Sitzung, mit „{sitzung}“."""
    pruefen_titel: Text
    """Überschrift vor der Prüfliste."""
    unvollstaendig: Text
    """Wenn Angaben fehlen."""
    kein_grund: Text
    """Wenn eigene Aufträge ohne Begründung sind."""
    pruefen: tuple[Text, ...] = Field(min_length=1)
    """Was vor der Abgabe zu prüfen ist."""
    anlagen_titel: Text
    """Überschrift vor den Anlagen."""
    keine_anlagen: Text
    """Wenn das Papier keine Anlage hat."""
    weiter_titel: Text
    """Überschrift vor den nächsten Schritten."""
    weiter: tuple[Text, ...] = Field(min_length=1)
    """Was nach der Abgabe zu tun ist."""
    rechtsberatung: Text
    """Sagt, was der Text nicht ersetzt."""


class Musterantrag(Model):
    """The Musterantrag and its modules."""

    titel: Titel
    einleitung: tuple[Text, ...] = Field(min_length=1)
    """Was der Musterantrag ist und wie man ihn benutzt."""
    herkunft: Text
    """Was über die Vorlage bekannt ist und was nicht."""
    fundstellen: tuple[Fundstelle, ...] = Field(min_length=1)
    ausgangslage: tuple[Text, ...] = Field(min_length=1)
    """Was die Empfehlungen von 2007 sind und wo sie stehen, für den Antragstext."""
    warum_jetzt: tuple[Text, ...] = Field(min_length=1)
    """Warum die Empfehlungen heute noch zählen, für den Antragstext."""
    landesrecht: Text
    """Was Länder geregelt haben, solange kein Land gewählt ist."""
    grundsatz: Text
    """Der Grundsatzbeschluss vor den einzelnen Aufträgen, als ganzer Satz mit Leerstellen."""
    auftraege: tuple[Auftrag, ...] = Field(min_length=1)
    text: Antragstext
    merkblatt: Merkblatt
    leerstellen: Leerstellen
    beugung: Beugung = Beugung()
    kommunenarten: tuple[Bezeichnung, ...] = Field(min_length=1)
    gremien: tuple[Bezeichnung, ...] = Field(min_length=1)
    antragstellende: tuple[Antragstellend, ...] = Field(min_length=1)
    laender: tuple[LandVorschlaege, ...] = ()
    """Übliche Namen je Land. Länder ohne belegten Namen fehlen hier."""
