/** A briefing and its evidence with names replaced: in the text, across marks, in titles, addresses and notes. */
import type { BodyNode } from '../../model/briefing';
import type { BriefingContent } from '../model';
import type { EvidenceLookup } from '../references';
import type { NameFinder } from './pseudonyms';

/** The briefing's own words with each name replaced. */
export const renameContent = <Content extends BriefingContent>(content: Content, finder: NameFinder): Content => ({
  ...content,
  title: finder.rename(content.title),
  requester: finder.rename(content.requester),
  author: finder.rename(content.author),
  body: renameNode(content.body, finder),
});

function renameNode(node: BodyNode, finder: NameFinder): BodyNode {
  const content = node.content && renameLine(node.content, finder).map((one) => renameNode(one, finder));
  const attrs = node.attrs && renameAttrs(node.type, node.attrs, finder);
  return { ...node, ...(attrs ? { attrs } : {}), ...(content ? { content } : {}) };
}

const WORDY: Readonly<Record<string, string>> = { quotation: 'text', figure: 'alt' };

function renameAttrs(type: string, attrs: NonNullable<BodyNode['attrs']>, finder: NameFinder): BodyNode['attrs'] {
  const wordy = WORDY[type];
  const words = wordy === undefined ? undefined : attrs[wordy];
  return wordy === undefined || typeof words !== 'string' ? attrs : { ...attrs, [wordy]: finder.rename(words) };
}

/** A name may run through several pieces of a line that look different: its pseudonym stands in the first of them. */
function renameLine(nodes: readonly BodyNode[], finder: NameFinder): BodyNode[] {
  const renamed: BodyNode[] = [];
  for (let i = 0; i < nodes.length; i += 1) {
    if (nodes[i]!.type !== 'text') {
      renamed.push(nodes[i]!);
      continue;
    }
    let end = i;
    while (nodes[end]?.type === 'text') end += 1;
    renamed.push(...renameRun(nodes.slice(i, end), finder));
    i = end - 1;
  }
  return renamed;
}

function renameRun(run: readonly BodyNode[], finder: NameFinder): BodyNode[] {
  const found = finder.find(run.map((node) => node.text ?? '').join(''));
  let at = 0;
  return run.flatMap((node): BodyNode[] => {
    const text = node.text ?? '';
    const [start, end] = [at, at + text.length];
    at = end;
    let words = '';
    let from = start;
    for (const name of found) {
      if (name.end <= start || name.start >= end) continue;
      if (name.start >= start) words += text.slice(from - start, name.start - start) + name.pseudonym.pseudonym;
      from = Math.min(end, name.end);
    }
    words += text.slice(from - start);
    if (words === '') return [];
    const { marks, ...plain } = { ...node, text: words };
    const kept = marks?.filter(({ type, attrs }) => type !== 'link' || !holdsName(attrs?.['href'], finder));
    return [kept && kept.length > 0 ? { ...plain, marks: kept } : plain];
  });
}

const holdsName = (address: unknown, finder: NameFinder): boolean =>
  typeof address === 'string' && finder.renameAddress(address) !== address;

/** The same evidence with each name replaced, wherever words of it can be read. */
export function renameLookup(lookup: EvidenceLookup, finder: NameFinder): EvidenceLookup {
  return {
    ...lookup,
    excerpt: (id) => renameRow(lookup.excerpt(id), finder),
    document: (id) => renameRow(lookup.document(id), finder),
    source: (id) => renameRow(lookup.source(id), finder),
  };
}

/** Fields that are not words: ids, hashes and labels stay as they are. */
const STEADY = new Set([
  'id',
  'created',
  'clocks',
  'seen',
  'type',
  'marking',
  'state',
  'kind',
  'language',
  'mediaType',
  'asOf',
]);

/** The record with each name replaced in whatever of its fields is words. */
export function renameRow<Row>(row: Row, finder: Pick<NameFinder, 'rename' | 'renameAddress'>): Row {
  return renameValue(row, '', finder) as Row;
}

function renameValue(value: unknown, key: string, finder: Pick<NameFinder, 'rename' | 'renameAddress'>): unknown {
  if (STEADY.has(key) || key.endsWith('Id')) return value;
  if (typeof value === 'string') return /^url$/i.test(key) ? finder.renameAddress(value) : finder.rename(value);
  if (Array.isArray(value)) return value.map((one) => renameValue(one, '', finder));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, renameValue(one, name, finder)]));
}
