/** Sentences for citation styles that cannot be added. */
import { refusalSentence } from '../../messages';
import type { StyleRefusal } from './readStyle';

const SENTENCES: Readonly<Record<StyleRefusal | 'style-name-taken', (detail: string) => string>> = {
  'style-too-large': () => 'That file is too large for a citation style. Nothing was added.',
  'style-not-xml': (where) =>
    `That file is not well-formed XML (${where}). Nothing was added; get the style again from where it came.`,
  'style-not-csl': () => 'That file is not a citation style (CSL 1.0). Nothing was added; choose a .csl file.',
  'style-dependent': (parent) =>
    `That style only points at another one${parent === '' ? '' : `, ${parent}`}. Nothing was added; add that one instead.`,
  'style-broken': (what) => `That citation style is not complete or does not end (${what}). Nothing was added.`,
  'style-name-taken': (id) => `“${id}” is a style of the program. Nothing was added; give yours another id.`,
};

/** The sentence for a refusal of a style, or for one of the host on the way to it. */
export function styleRefusalSentence(reason: string, detail = ''): string {
  const say = (SENTENCES as Record<string, (detail: string) => string>)[reason];
  return say ? say(detail) : refusalSentence(reason, detail);
}
