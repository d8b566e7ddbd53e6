# What the doors tell about acts, units and persons.
cli-usage-unknown-body = Zatím zde není evidence žádné organizace. Spusťte fasti demo nebo fasti init --charter PACK.
cli-begun = Rejstřík je založen podle souboru pravidel { $pack }. První akt zřídí organizaci.
cli-database-told = Databázi zadanou v --database zná jen tento příkaz. Pro všechny ostatní nastavte tutéž adresu ve FASTI_DATABASE.
cli-already-begun = Tato databáze již obsahuje rejstřík ({ $pack }).
cli-cannot-read = { $file } nelze přečíst: { $detail }. Opravte jej a zkuste to znovu.
cli-no-text = { $file } není textový soubor. Zapište návrh v JSON nebo YAML, v kódování UTF-8.
cli-no-folder = Složka { $folder } neexistuje. Nejprve ji vytvořte, nebo uveďte jiný soubor.
cli-no-such-draft = Otevřený návrh { $draft } neexistuje.
cli-malformed-argument = { $value } není den (RRRR-MM-DD) ani období (2024, 2024-H1, 2024-Q2, 2024-05).
cli-database-failed = Databáze to nemohla provést: { $detail }. Nic nebylo zapsáno. Zkuste to znovu, až bude volná.
cli-made-by-older = Rejstřík { $unit } v { $where } vytvořila starší verze Fasti a na tuto verzi ještě nebyl převeden. Nic nebylo zapsáno. Uschovejte zálohu pořízenou starší verzí, zastavte server a spusťte: fasti upgrade
cli-made-by-newer = Rejstřík { $unit } v { $where } vytvořila novější verze Fasti, než je tato. Nic nebylo zapsáno. Aktualizujte tuto instalaci, nebo pokračujte ve verzi, která jej vytvořila.
cli-upgraded = { $n ->
    [0] Rejstřík { $unit } odpovídá této verzi.
    [one] Rejstřík { $unit } byl převeden na tuto verzi: v tabulkách byla provedena { $n } změna.
    [few] Rejstřík { $unit } byl převeden na tuto verzi: v tabulkách byly provedeny { $n } změny.
   *[other] Rejstřík { $unit } byl převeden na tuto verzi: v tabulkách bylo provedeno { $n } změn.
}
cli-upgrade-missing = { $n ->
    [0] Rejstřík { $unit } odpovídá této verzi.
    [one] Rejstřík { $unit } vytvořila starší verze: chybí { $n } změna. Uschovejte zálohu a spusťte: fasti upgrade
    [few] Rejstřík { $unit } vytvořila starší verze: chybí { $n } změny. Uschovejte zálohu a spusťte: fasti upgrade
   *[other] Rejstřík { $unit } vytvořila starší verze: chybí { $n } změn. Uschovejte zálohu a spusťte: fasti upgrade
}
cli-not-text = { $value } není text v UTF-8. Opravte jej a zkuste to znovu.
cli-relations = Vztah k jiným aktům:
cli-tasks = Úkoly:
cli-effects = Účinky:
cli-attachment = { $file }, { $n }~B, SHA-256 { $hash }
cli-chain = Místo { $n } v řetězci, otisk { $hash }
cli-members = Vlastních členů: { $n }
cli-from = od { $day }
cli-from-until = { $day } až { $until }
cli-change-gone = již neplatí: { $what }
cli-change-new = nově: { $what }
cli-voided = již neplatí podle aktu { $act }
cli-line-alias = zápis téže osoby
cli-line-unit = organizační jednotka
cli-line-lineage = nástupnictví
cli-line-membership = členství
cli-line-establishment = místa
cli-line-tenure = výkon funkce
cli-line-pool = kádrová rezerva
cli-line-topic = absolvované téma
cli-line-rating = hodnocení
cli-line-unit_rating = hodnocení jednotky
cli-line-sanction = trest
cli-line-unit_sanction = trest jednotky
cli-line-return = výkaz
cli-line-vacancy = neobsazené místo
cli-left-out = nezapočteno: { $what }, odvoláno aktem { $act } dne { $day }
# Plans: several acts issued together.
cli-plan = Plán: { $title }
cli-plan-clean = { $n ->
    [one] { $n } akt plánu lze vydat
    [few] { $n } akty plánu lze vydat
   *[other] { $n } aktů plánu lze vydat
 } najednou.
cli-plan-issued = Vydáno najednou:
cli-plan-leading = Odvoláním aktu { $act } se zruší celý plán.

# Osoby zapsané dvakrát.
cli-stands-for = Zápis je zrušen: { $person }. Místo něj platí zápis: { $other_person }.
cli-duplicates-none = Žádné dva zápisy nevypadají jako táž osoba.
cli-duplicates-more = Dále: --after { $value }
cli-duplicate-pair = { $person } → { $other_person }: { $grounds } ({ $n } ze 100)
cli-ground-document = týž doklad
cli-ground-name = totéž jméno
cli-ground-birth = týž den narození
cli-ground-other-document = ale různé doklady
cli-compare-oneself = { $person } je uvedeno dvakrát. Uveďte dva různé zápisy.
cli-compare-code = Kód
cli-compare-name = Jméno
cli-compare-sex = Pohlaví
cli-compare-born = Datum narození
cli-compare-document = Doklad
cli-compare-document-same = stejné číslo
cli-compare-document-different = jiné číslo
cli-compare-document-there = zapsán
cli-compare-acts = Akty
cli-compare-spans = Rejstřík
cli-merged = Sloučeno: { $person } → { $other_person }. Akt: { $act }.
