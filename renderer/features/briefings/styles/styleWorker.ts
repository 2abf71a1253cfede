/** Writes citations and references beside the page: the processor is large, and a long note takes it a while. */
import apa from '@resources/styles/apa.csl?raw';
import chicagoNotes from '@resources/styles/chicago-notes.csl?raw';
import icd206 from '@resources/styles/icd-206.csl?raw';
import ieee from '@resources/styles/ieee.csl?raw';
import iso690 from '@resources/styles/iso-690.csl?raw';
import britishEnglish from '@resources/styles/locales-en-GB.xml?raw';
import americanEnglish from '@resources/styles/locales-en-US.xml?raw';
import { readLocales } from '@shared/briefing/styles/locales';
import { process } from '@shared/briefing/styles/processor';
import type { Processed } from '@shared/briefing/styles/processor';
import { readStyle } from '@shared/briefing/styles/readStyle';
import type { CslStyle } from '@shared/briefing/styles/readStyle';
import type { BuiltInStyleId } from '@shared/briefing/styles/styleList';
import type { StyleAnswer, StyleQuestion } from './styleMessages';

const XML: Readonly<Record<BuiltInStyleId, string>> = {
  'icd-206': icd206,
  'chicago-notes': chicagoNotes,
  apa,
  ieee,
  'iso-690': iso690,
};

const locales = readLocales({ 'en-US': americanEnglish, 'en-GB': britishEnglish });

const MOST_STYLES = 8;
const read = new Map<string, CslStyle | null>();

/** The style of an XML text, read once; null where it cannot be used. */
function styleOf(xml: string): CslStyle | null {
  let style = read.get(xml);
  if (style === undefined) {
    const result = readStyle(xml);
    style = result.ok ? result.value : null;
    if (read.size >= MOST_STYLES) read.clear();
    read.set(xml, style);
  }
  return style;
}

function answerTo({ style, language, items, groups }: StyleQuestion): Processed | null {
  const xml = 'xml' in style ? style.xml : XML[style.id as BuiltInStyleId];
  const known = styleOf(xml);
  try {
    return known && process(known, locales, language, items, groups);
  } catch (error) {
    // An own style may be read and still ask for what the processor cannot do.
    console.error('A reference style could not be applied.', error);
    return null;
  }
}

self.addEventListener('message', ({ data }: MessageEvent<StyleQuestion>) => {
  const answer: StyleAnswer = { number: data.number, processed: answerTo(data) };
  self.postMessage(answer);
});
