/** References in RIS, as Zotero, EndNote and data banks write it: any order of tags, wrapped lines, spaces left out. */
import type { CslDate, CslName } from '../../model/csl';
import { cslOf, dateOf } from './entry';
import type { ReferenceEntry } from './entry';

const LINE = /^([A-Z][A-Z0-9]) {0,2}- ?(.*)$/;

const TYPES: Readonly<Record<string, string>> = {
  RPRT: 'report',
  NEWS: 'article-newspaper',
  MGZN: 'article-magazine',
  JOUR: 'article-journal',
  EJOUR: 'article-journal',
  ABST: 'article-journal',
  ELEC: 'webpage',
  WEB: 'webpage',
  ICOMM: 'webpage',
  BLOG: 'post-weblog',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  THES: 'thesis',
  GEN: 'document',
  HEAR: 'hearing',
  VIDEO: 'broadcast',
  MPCT: 'motion_picture',
  PCOMM: 'personal_communication',
  MAP: 'map',
  DATA: 'dataset',
  CASE: 'legal_case',
  STAT: 'legislation',
  BILL: 'bill',
  PAT: 'patent',
  PAMP: 'pamphlet',
  STAND: 'standard',
  GOVDOC: 'report',
  UNPB: 'manuscript',
  MANSCPT: 'manuscript',
  ENCYC: 'entry-encyclopedia',
  DICT: 'entry-dictionary',
};

const TAKEN = new Set(
  'TY ER AU A1 TI T1 T2 JO JF JA J2 PY Y1 DA Y2 PB CY PP UR DO SP EP AB N2 KW N1 RN LA M3 L1 L2 L3 L4'.split(' '),
);

const LABELS: Readonly<Record<string, string>> = {
  A2: 'Editor',
  ED: 'Editor',
  A3: 'Series editor',
  A4: 'Translator',
  T3: 'Series',
  SN: 'ISSN or ISBN',
  VL: 'Volume',
  IS: 'Issue',
  ET: 'Edition',
  SE: 'Section',
  AN: 'Accession number',
  CN: 'Call number',
  DB: 'Data base',
  DP: 'Provider',
  ID: 'Reference id',
  ST: 'Short title',
};

type Fields = Map<string, string[]>;

/** True where a line begins a reference. */
export const isRis = (text: string): boolean => /^\s{0,3}TY {0,2}- ?[A-Z]/m.test(text.slice(0, 65_536));

/** The references of a file; one that does not end counts too. */
export function risEntries(text: string): readonly ReferenceEntry[] {
  const entries: ReferenceEntry[] = [];
  let fields: Fields | null = null;
  let last: string[] | null = null;
  const close = (): void => {
    if (fields) entries.push(entryOf(fields));
    fields = null;
    last = null;
  };
  for (const line of text.split(/\r\n?|\n/)) {
    const match = LINE.exec(line.trimStart());
    if (match && (match[1] === 'TY' || match[1] === 'ER')) {
      close();
      if (match[1] === 'TY') fields = new Map([['TY', [match[2]!.trim()]]]);
    } else if (match && fields) {
      const list: string[] = (fields as Fields).get(match[1]!) ?? [];
      list.push(match[2]!.trimEnd());
      (fields as Fields).set(match[1]!, list);
      last = list;
    } else if (last && fields) last[last.length - 1] += `\n${line.trimEnd()}`;
  }
  close();
  return entries;
}

function entryOf(fields: Fields): ReferenceEntry {
  const all = (...tags: string[]): string[] =>
    tags
      .flatMap((tag) => fields.get(tag) ?? [])
      .map((value) => value.trim())
      .filter((value) => value !== '');
  const first = (...tags: string[]): string => all(...tags)[0] ?? '';
  const pages = [first('SP'), first('EP')].filter((page) => page !== '');
  const details: [string, string][] = [];
  for (const [tag, values] of fields)
    if (!TAKEN.has(tag)) for (const value of values) if (value.trim() !== '') details.push([LABELS[tag] ?? tag, value]);
  for (const url of all('UR').slice(1)) details.push(['URL', url]);
  if (first('DO') !== '') details.push(['DOI', first('DO')]);
  const type = first('TY').toUpperCase();
  return {
    csl: cslOf({
      type: Object.hasOwn(TYPES, type) ? TYPES[type]! : 'document',
      title: first('TI', 'T1') || (all('T2', 'JF', 'JO')[0] ?? ''),
      authors: all('AU', 'A1').map(nameOf),
      issued: dateIn(first('DA')) ?? dateIn(first('PY', 'Y1')),
      accessed: dateIn(first('Y2')),
      fields: {
        'container-title': first('T2', 'JF', 'JO', 'JA', 'J2'),
        publisher: first('PB'),
        'publisher-place': first('CY', 'PP'),
        genre: first('M3'),
        page: pages.join('-'),
        URL: first('UR'),
        DOI: first('DO'),
        language: first('LA'),
      },
    }),
    abstract: all('AB', 'N2').join('\n\n'),
    notes: all('N1', 'RN'),
    keywords: all('KW').flatMap((value) => value.split(/[;\n]/)),
    details,
    attachments: all('L1', 'L2', 'L3', 'L4'),
  };
}

/** `Family, Given, Suffix`; a name without a comma stands as it is. */
function nameOf(name: string): CslName {
  const [family = '', given = '', suffix = ''] = name.split(',').map((part) => part.trim());
  if (given === '' && suffix === '') return { literal: family };
  return { family: [family, suffix].filter(Boolean).join(' '), given };
}

/** `YYYY/MM/DD/other`, each part but the year open; also ISO 8601. */
function dateIn(value: string): CslDate | undefined {
  const match = /^(\d{4})(?:[/-](\d{0,2}))?(?:[/-](\d{0,2}))?/.exec(value);
  return match ? dateOf(match.slice(1).map((part) => Number(part ?? 0))) : undefined;
}
