/** OpenDocument texts (ISO/IEC 26300), zipped or flat: what LibreOffice and others write. */
import type { Result } from '../../model/result';
import type { ExtractRefusal, Extracted } from '../extracted';
import { extractedFrom, pictureWarning } from '../fileFacts';
import type { FileFacts } from '../fileFacts';
import { startFlow } from '../flow';
import { suitingLanguage } from '../languages';
import { startNoteBook } from '../noteBook';
import { childOf, wordsOf } from '../xmlTree';
import { readOdtBlocks, readOdtNotes, startOdtBody } from './body';
import type { OdtReading } from './inlines';
import { openOdt } from './parts';
import type { OdtParts } from './parts';
import { readOdtStyles } from './styles';

export const ODT_EXTRACTOR = 'odt/1';

/** The text of an OpenDocument text in reading order, notes behind it. Refused with a reason, never thrown. */
export async function extractOdt(bytes: Uint8Array): Promise<Result<Extracted, ExtractRefusal>> {
  const parts = await openOdt(bytes);
  if (!parts.ok) return parts;
  const reading: OdtReading = {
    styles: readOdtStyles(parts.value.styles),
    notes: startNoteBook({ footnote: 'decimal', endnote: 'lowerRoman' }),
    spare: 1_000_000,
    pictures: 0,
  };
  const flow = startFlow();
  const body = startOdtBody(reading);
  readOdtBlocks(body, parts.value.text, flow);
  readOdtNotes(body, flow);
  const facts = factsOf(parts.value, reading, flow.done().text);
  return extractedFrom(ODT_EXTRACTOR, flow, facts, pictureWarning(reading.pictures));
}

function factsOf({ meta }: OdtParts, { styles }: OdtReading, text: string): FileFacts {
  const words = (name: string): string => wordsOf(childOf(meta, name)).trim();
  return {
    title: words('dc:title'),
    authors: [words('meta:initial-creator') || words('dc:creator')],
    date: words('meta:creation-date') || words('dc:date'),
    language: words('dc:language') || suitingLanguage(styles.languages, text),
  };
}
