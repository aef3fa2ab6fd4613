// Types only: modules name them in comments, nothing of this is loaded.

/**
 * @typedef {string|number|boolean} AttributeValue
 * @typedef {Record<string, AttributeValue>} Attributes
 * @typedef {Node|string} Child
 * @typedef {"kept"|"full"|"forbidden"} Outcome what became of something to be stored
 */

/**
 * A document. Text is one line: line breaks inside it become spaces; only cells of tables keep them.
 * Screens may show more than files: what a text looks like there, where it belongs (`stelle`),
 * and that a heading begins the card of a question (`frage`).
 * A dense one has to fit a page. The header stands on every page but the first.
 * @typedef {{title: string, header?: string, blocks: Block[], dense?: boolean}} Doc
 * @typedef {{stelle?: string, part?: string}} Place
 * @typedef {{type: "heading", level: number, text: Text, frage?: string, newPage?: boolean} & Place} Heading
 * @typedef {{type: "paragraph", text: Text} & Place} Paragraph
 * @typedef {{type: "list", ordered: boolean, items: Text[]} & Place} List
 * @typedef {{type: "table", caption: Text, header: Text[], rows: Text[][], bars?: Bars} & Place} Table
 * @typedef {{from: number, full: number[]}} Bars a picture in a table: from this column on cells are narrow, and so
 *   many of them are dark in each row
 * @typedef {{type: "signature", text: Text, line: Text} & Place} Signature who signs, and what stands below the line
 * @typedef {Heading|Paragraph|List|Table|Signature} Block
 * @typedef {string|Span[]} Text
 * @typedef {string|{text: string, look: Look}} Span
 * @typedef {{kind: "link", href: string}|{kind: "strong"|"span", class?: string}|{kind: "band", sign: string}} Look
 */

/**
 * The Kurz-Check.
 * @typedef {number|"weiss-nicht"|"trifft-nicht-zu"|null} Answer
 * @typedef {{id: string, von: number, bis: number, zeichen: string, titel: string}} Band
 * @typedef {{median: number, zusammenfassung: number, anfangen: number, gleich: number,
 *   tage: number}} Rules
 * @typedef {{bands: Band[], rules: Rules}} Scale the page's bands and published rules
 * @typedef {{id: string, empfehlungen: string[]}} Asked
 * @typedef {Beispielort & {text: Text}} BeispielLine
 * @typedef {{id: string, nr: number|null, titel: string, frage: string}} Gestellt a question as it is asked
 * @typedef {Gestellt & {empfehlungen: string[], links: {id: string, text: string, href: string}[],
 *   schritte: string[], argument: Text, beschluss: Text, hinsehen: string, beispiele: BeispielLine[]}} Frage
 * @typedef {{ziel?: number|null, wer?: string, bis_wann?: string, zurueckgestellt?: boolean}} Vorhaben
 *   what somebody means to do about an answer
 * @typedef {{id: string, nr: number|null, titel: string, frage: string, antwort: Answer, notiz: string} & Vorhaben} GesicherteFrage
 * @typedef {{katalog_stand: string, name: string, datum: string, land: string, art: string, groesse?: string,
 *   kommune?: string}} Details
 * @typedef {Details & {fragen: GesicherteFrage[]}} Check what a file holds
 * @typedef {Check & {zusatz: boolean}} Draft all that stands in the form, also where nobody is asked
 * @typedef {{check: Check, lost: string[]}} Loaded what of a file could be read, and what could not
 * @typedef {{land: string[], art: string[], groesse?: string[]}} Options what can be chosen
 * @typedef {Record<string, number>} Times when each field was changed
 * @typedef {{slot: number|null, zeiten: Times, unsaved: boolean}} Origin where the answers are kept on this device
 * @typedef {Origin & {check: Draft, alle?: boolean}} CheckState the state of the tool, with whether all questions are seen
 * @typedef {{id: number, zeit: number, name: string, text: string, zeiten?: Times}} Kept
 * @typedef {{$root: HTMLElement, form: import("../kurz-check/form.mjs").Form, scale: Scale, record: Origin,
 *   memory: import("./memory.mjs").Memory<CheckState>, refresh: () => void,
 *   tell: (text: string, isError?: boolean, $near?: Element) => void}} Tool
 * @typedef {{id: string, fragen: number, beantwortet: number, werte: number[], median: number|null}} Summary
 * @typedef {{frage: Frage, answer: Answer, note: string} & Vorhaben} Given
 * @typedef {Given & {schritt: string}} Start a question to begin with, and its first step
 * @typedef {{address: string, klassen: string[], stellen: (land: string) => Span[]}} Around what a report says of the page
 *   it stands on: its address, the ids of the size classes, whom to ask
 * @typedef {{shown: Set<string>, places: Record<string, Text|Text[]|Text[][]|Block[]>}} Filling
 * @typedef {Doc & {shown: Set<string>}} Report with the conditions of the page that hold
 * @typedef {{type: "heading"|"paragraph"|"list"|"table"|"blocks", level: number, text: Text, header: Text[],
 *   items: {text: Text, when: string[]}[], stelle: string, when: string[]}} PlanPart
 */

/**
 * Comparable places. An example has one value per municipality in each list, in the same order.
 * @typedef {{land: string[], art: string[], groesse: string[]}} Beispielort
 * @typedef {{land: string, art: string, groesse: string}} Vergleichsort a place; the size is the id of a class
 * @typedef {"hier"|"gleich"|"nachbar"|"andere"} ComparableStep
 */

/**
 * @template T
 * @typedef {{stufe: ComparableStep, wort: string, beispiele: T[]}} ComparableGroup examples of one step, with its name
 */

/**
 * The Musterantrag. Forms are a noun in its four cases, without article; „{name}“ stands for a proper name.
 * @typedef {"nominativ"|"genitiv"|"dativ"|"akkusativ"} Case
 * @typedef {"der"|"die"|"das"|"plural"} Article
 * @typedef {{artikel: Article} & Record<Case, string>} Forms
 * @typedef {{wort: string, artikel: Article, arten: string[], allein: boolean, mit_name: boolean}} Grundwort
 * @typedef {{kurz: string, arten: string[]}} Artkuerzel
 * @typedef {{grundwoerter: Grundwort[], kuerzel: Artkuerzel[], eigenschaftswoerter: string[],
 *   eigenschaftswoerter_auf_er: string[],
 *   wie_eigenschaftswoerter: string[], schwache_endungen: string[], starke_woerter: string[],
 *   kurze_mit_s: string[], namen_mit_artwort: string[]}} Beugung how names are declined
 * @typedef {Forms & {sicher: boolean}} Phrase forms, and whether the rules cover them
 * @typedef {Record<string, string|Record<string, string>>} Words
 * @typedef {{kind: "heading"|"paragraph"|"list"|"points"|"signature", pattern: string, level: number, when: string,
 *   stelle: string, newPage: boolean, items: {id: string, pattern: string}[]}} PlanBlock
 * @typedef {{blocks: PlanBlock[], texts: Record<string, string>, beugung: Beugung}} Plan the texts have no single place
 * @typedef {{text: string, quellen: Nachweis[]}} Belegt
 * @typedef {{vor: string, titel: string, href: string, nach: string}} Nachweis
 * @typedef {Beispielort & {kopf: string, texte: string[], module: Record<string, number>, namen: string[],
 *   quelle: Nachweis}} Beispielsatz `module` says which of the texts backs it
 * @typedef {{land: string, antragsrecht: string, antragsrecht_fuer: string[], gesetz: Belegt, vertretung: Belegt,
 *   rat: Belegt}} Landessatz `antragsrecht_fuer` is empty if the right is proved for each body
 * @typedef {{beispiele: Beispielsatz[], laender: Map<string, Landessatz>, klassen: string[]}} Wissen what is
 *   known to back a reason
 * @typedef {{forms: Forms, kind: string, chosen: boolean}} Word
 * @typedef {{frage: string, nr: string, titel: string, wert: number}} Punkt
 * @typedef {{datum: string, klausur?: string, punkte: Punkt[]}} Selbsteinschaetzung
 * @typedef {Record<"land"|"art"|"groesse"|"name", string>} Ort of a Kurz-Check; what nobody said is empty
 * @typedef {{kommune: Word, gremium: Word, antragsteller: Word, rolle: string, form: string, name: string,
 *   zusatz: string, datum: string, sitzung: string, betreff: string, bericht: string, ort: Vergleichsort,
 *   modules: Set<string>, fristen: Map<string, string>, auftraege: string[], gruende: string[], finanzen: string[],
 *   beratungsfolge: string[], anlagen: string[], selbsteinschaetzung: Selbsteinschaetzung|null}} Choices
 * @typedef {{fragen: Map<string, {nr: string, titel: string}>}} Known
 * @typedef {{felder: Record<string, string>, module: string[], kurzcheck: Selbsteinschaetzung|null}} Selection
 *   what a link holds
 * @typedef {{selbsteinschaetzung?: Selbsteinschaetzung, ort?: Ort, selection?: Selection, lost?: string[],
 *   problem?: string}} Carried what the address brings: a Kurz-Check or a selection
 * @typedef {Selection & {vorgeschlagen: string, berichtigt: string[]}} AntragState the state of the tool, with the body
 *   proposed last and the fields of cases that people have written themselves
 * @typedef {{antrag: Doc, merkblatt: Doc}} Papers
 */

/**
 * The form for examples.
 * @typedef {{required?: boolean, maxLength?: number, pattern?: string, minimum?: number, maximum?: number}} FieldRules
 *   the limits of a field, as the model of the catalogue states them
 * @typedef {HTMLInputElement|HTMLTextAreaElement|HTMLSelectElement} Field
 * @typedef {{address: string, complete: boolean}} Handover a link, and whether it already contains the whole proposal
 * @typedef {Record<string, string|number|string[]|BeispielPart|BeispielPart[]>} Beispiel as the catalogue writes it
 * @typedef {{[key: string]: string|number|BeispielPart}} BeispielPart a municipality, a proof, a number of inhabitants
 * @typedef {import("./part.mjs").Part<{mailFile: (contact: string, subject: string, yaml: string, name: string) => string,
 *   preview: import("../mitmachen/vorschlag/preview.mjs").Preview}>} Vorschlagsteil what is needed of a proposal at its end
 */

/**
 * @typedef {{gruppen: Record<string, number>, felder: Record<string, string>, haken: string[]}} Entered
 * @typedef {Entered & {original: Beispiel|null, idIsOwn: boolean, dirty: boolean, fertig: boolean}} BeispielState the state
 *   of the tool
 */

/**
 * The search.
 * @typedef {{kinds: Record<string, [string, string, number]>, sections: [string, string][], groups: Group[],
 *   documents: [string, string, string, string, number][], stopWords: string, lists: BeispielLists, parts?: PartPlaces,
 *   textsPerPart?: number} & TermData} IndexData what the build wrote, without terms if they are in parts; a kind has
 *   its name, one and many, and how far in front it stands
 * @typedef {{stems: string, postings: string, compounds: string}} TermData stems in order, and what belongs to each
 * @typedef {TermData & {elsewhere: string, elsewhereStems: string, elsewherePostings: string}} PartData a range of
 *   the terms, and beside them the compounds with them that have their place elsewhere
 * @typedef {{first: string, numbers: number[]}} PartPlaces the first stem of each part and its number
 * @typedef {[string, string, string, string[]]} ListChoice a choice of a filter: its part of the fragment, its label, the
 *   address of its own page, and what it is called in a query
 * @typedef {{address: string, rows: ListChoice[][], counts: Record<string, number>}} BeispielLists the list of examples
 *   with the rows of its filter, and how many examples a fragment leads to
 * @typedef {[string, string]} PageTexts the summary of a page and the rest of its text
 * @typedef {{number: number, address: string, kind: string, title: string, place: string, nr: number, rank: number}}
 *   FoundPage the second number counts the pages of its kind, 0 if they are not numbered
 * @typedef {{term: string, same: string[], related: string[], difference: string}} Group
 * @typedef {{from: number, to: number, same: string[][], related: string[][], names: string[][]}} Found a phrase of a
 *   query, what else may be searched for, and what a page is called that is meant by it
 * @typedef {{terms: string[], difference: string}} SeeAlso
 * @typedef {Map<number, number>} Reading stems by number with how well they match, from 0 to 1
 * @typedef {{page: FoundPage, value: number}} Hit
 * @typedef {{hits: Hit[], total: number, stems: Set<string>, seeAlso: SeeAlso[]}} SearchResult
 * @typedef {{base: string, page: string, load?: (name: string) => Promise<any>, textsPerPart?: number}} SearchSettings
 *   the site's root, the address of the search page, and for a large index what finds its further files
 */
