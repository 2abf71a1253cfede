import type { PageWords } from './words';

const RELIABILITY = {
  A: 'vollkommen zuverlässig',
  B: 'gewöhnlich zuverlässig',
  C: 'ziemlich zuverlässig',
  D: 'gewöhnlich nicht zuverlässig',
  E: 'unzuverlässig',
  F: 'Zuverlässigkeit nicht zu beurteilen',
} as const;

const CREDIBILITY = {
  1: 'von anderen Quellen bestätigt',
  2: 'wahrscheinlich wahr',
  3: 'möglicherweise wahr',
  4: 'zweifelhaft',
  5: 'unwahrscheinlich',
  6: 'Wahrheit nicht zu beurteilen',
} as const;

const counted =
  (one: string, many: string) =>
  (n: number): string =>
    `${n} ${n === 1 ? one : many}`;

export const GERMAN: PageWords = {
  lang: 'de',
  locale: 'de',
  briefing: {
    noDate: 'o. D.',
    accessed: (date) => `abgerufen: ${date}`,
    andOthers: 'u. a.',
    number: (number) => `Nr. ${number}`,
    pages: (pages) => `S. ${pages}`,
    source: 'Quelle',
    reliability: RELIABILITY,
    grade: (reliability, credibility) =>
      `${reliability ? `Quelle: ${RELIABILITY[reliability]}` : 'Quelle nicht bewertet'}; ${credibility ? `Information: ${CREDIBILITY[credibility]}` : 'Information nicht bewertet'}`,
    passage: 'Stelle',
    marking: 'Kennzeichnung',
    markingSense: {
      'TLP:CLEAR': 'Weitergabe unbeschränkt',
      'TLP:GREEN': 'innerhalb der Gemeinschaft, nicht über öffentliche Kanäle',
      'TLP:AMBER': 'die Organisation des Empfängers und ihre Kunden, wer es wissen muss',
      'TLP:AMBER+STRICT': 'nur die Organisation des Empfängers, wer es wissen muss',
      'TLP:RED': 'nur die genannten Empfänger',
    },
    header: {
      Issued: 'Ausgegeben',
      'Information cut-off': 'Informationsstand',
      'Requested by': 'Im Auftrag von',
      Author: 'Verfasst von',
    },
    judgement: (number) => `Kernaussage ${number}`,
    done: 'erledigt',
    toDo: 'offen',
    pictureAbsent: 'Das Bild ist nicht in dieser Datei.',
    figure: (number) => `Abbildung ${number}`,
    notes: 'Anmerkungen',
    note: (number) => `Anmerkung ${number}`,
    backToNote: (number) => `Zurück zu Anmerkung ${number} im Text`,
    likelihood: 'Wörter der Wahrscheinlichkeit',
    probability: 'Wahrscheinlichkeit',
    confidence:
      'Die Sicherheit (low, moderate, high: gering, mittel, hoch) sagt, wie gut eine Aussage begründet ist, nicht wie wahrscheinlich das Ereignis ist.',
    references: 'Nachweise',
    reference: (number) => `Nachweis ${number}`,
    backToCitation: (number) => `Zurück zur ersten Anführung von ${number}`,
    cited: 'Angeführt',
    accordingTo: (who) => `laut ${who}`,
    deleted: (count) => (count === 1 ? 'Auszug gelöscht' : `${count} Auszüge gelöscht`),
  },
  places: {
    kinds: {
      title: 'Titel',
      heading: 'Überschrift',
      paragraph: 'Absatz',
      'list-item': 'Listenpunkt',
      caption: 'Bildunterschrift',
      'table-row': 'Tabellenzeile',
      footnote: 'Fußnote',
    },
    page: 'Seite',
    pages: 'Seiten',
    pageShort: 'S.',
    pagesShort: 'S.',
    to: 'bis',
  },
  script: {
    search: 'Diese Seite durchsuchen',
    previous: 'Zurück',
    next: 'Weiter',
    notFound: 'Nicht gefunden',
    moreThan: 'mehr als ',
    found: '',
    of: ' von ',
    place: ' Stelle',
    places: ' Stellen',
  },
  contents: 'Inhalt',
  parts: {
    briefings: 'Lagenotizen',
    hypotheses: 'Hypothesen',
    documents: 'Dokumente',
    tags: 'Schlagwörter',
    sources: 'Quellen',
  },
  counts: {
    documents: counted('Dokument', 'Dokumente'),
    excerpts: counted('Auszug', 'Auszüge'),
    tags: counted('Schlagwort', 'Schlagwörter'),
    links: counted('Verknüpfung', 'Verknüpfungen'),
    briefings: counted('Lagenotiz', 'Lagenotizen'),
  },
  excerpts: 'Auszüge',
  address: 'Adresse',
  excerpt: (number) => `Auszug ${number}`,
  excerptInText: (number) => `Auszug ${number} im Text`,
  theExcerpt: (number) => `Auszug ${number}`,
  excerptNotShown: 'ein Auszug, der hier nicht gezeigt wird',
  links: {
    supports: ['stützt', 'gestützt durch'],
    contradicts: ['widerspricht', 'widerspricht'],
    corroborates: ['bestätigt', 'bestätigt'],
    updates: ['aktualisiert', 'aktualisiert durch'],
    duplicates: ['wiederholt', 'wiederholt'],
    elaborates: ['führt aus:', 'ausgeführt durch'],
    'relates to': ['hängt zusammen mit', 'hängt zusammen mit'],
  },
  tagKinds: {
    topic: 'Thema',
    person: 'Person',
    organisation: 'Organisation',
    place: 'Ort',
    equipment: 'Gerät',
    event: 'Ereignis',
  },
  sourceKinds: {
    agency: 'Behörde',
    government: 'Regierung',
    official: 'Amtsperson',
    outlet: 'Medium',
    'think tank': 'Forschungsinstitut',
    organisation: 'Organisation',
    person: 'Person',
  },
  origin: (name) => `bezieht Informationen von: ${name}`,
  quotesAlone: (excerpts, most) =>
    `Dies ist ein großer Fall (${excerpts} Auszüge; bis zu ${most} werden in ihren Texten gezeigt): Die Seite hat nur die Zitate.`,
  citedAlone: (excerpts, most) =>
    `Dies ist ein sehr großer Fall (${excerpts} Auszüge; bis zu ${most} werden gezeigt): Die Seite hat nur die, welche Lagenotizen anführen, und deren Dokumente.`,
  wordForWord: 'Jedes Zitat steht Wort für Wort im Text seines Dokuments, im Ordner texts.',
  about:
    'Diese Seite ist eine Kopie zum Lesen. Der Fall selbst ist im Ordner records; öffnen Sie das Bündel mit Collate, um daran zu arbeiten.',
};
