/** Reads labelled passages of real documents. The documents stay where they are; only where labels stand is kept here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FigureValue } from '@shared/suggest/suggestion';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export type Label = Place &
  (
    | { readonly kind: 'date'; readonly value: string }
    | { readonly kind: 'figure'; readonly value: FigureValue }
    | { readonly kind: 'name'; readonly nameKind: 'person' | 'organisation' | 'place' }
    | { readonly kind: 'attribution'; readonly who: string }
    | { readonly kind: 'hedge' }
  );

export interface Passage {
  readonly name: string;
  /** Null where the document is not on this machine. */
  readonly text: string | null;
  readonly documentDate: string;
  /** True where the rules were mended with it; the others were run once when the rules stood. */
  readonly seen: boolean;
  readonly labels: readonly Label[];
}

interface Fixture extends Omit<Passage, 'name' | 'text'> {
  readonly document: string;
  readonly markdown: boolean;
  readonly from: string;
  readonly to: string;
}

const ROOM = path.resolve(import.meta.dirname, '../../fixtures/suggest');
const DOCUMENTS = process.env['COLLATE_TESTDATA'] ?? path.resolve(import.meta.dirname, '../../../../shared/testdata');

/** The words of a Markdown link without its address. */
const plain = (text: string): string =>
  text.replace(/\[([^\]]*)\]\(https?:[^)\s]*(?:\([^)\s]*\)[^)\s]*)*\)/g, '$1').replaceAll('**', '');

function passageOf({ document, markdown, from, to }: Fixture): string | null {
  const file = path.join(DOCUMENTS, document);
  if (!existsSync(file)) return null;
  const stored = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  const text = markdown ? plain(stored) : stored;
  const start = text.indexOf(from);
  return text.slice(start, text.indexOf(to, start) + to.length);
}

export const PASSAGES: readonly Passage[] = readdirSync(ROOM)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => {
    const fixture = JSON.parse(readFileSync(path.join(ROOM, name), 'utf8')) as Fixture;
    const { documentDate, seen, labels } = fixture;
    return { name: path.basename(name, '.json'), text: passageOf(fixture), documentDate, seen, labels };
  });
