/** Rich Text Format. An own reader: the libraries there are keep no notes, tables or double-byte code pages. */
import { no } from '../../model/result';
import type { Result } from '../../model/result';
import type { ExtractRefusal, Extracted } from '../extracted';
import { extractedFrom, pictureWarning } from '../fileFacts';
import { startFlow } from '../flow';
import { suitingLanguage } from '../languages';
import { readRtf } from './read';
import { windowsLanguage } from './words';

export const RTF_EXTRACTOR = 'rtf/1';

/** Where the file's first brace stands, after white space and a byte order mark; -1 where it is no RTF. */
function startOf(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length && bytes[at]! <= 0x20) at += 1;
  return Array.from('{\\rtf').every((letter, i) => bytes[at + i] === letter.charCodeAt(0)) ? at : -1;
}

/** The text of an RTF file in reading order, notes behind it. Refused with a reason, never thrown. */
export function extractRtf(bytes: Uint8Array): Result<Extracted, ExtractRefusal> {
  if (bytes.length === 0) return no('empty');
  const start = startOf(bytes);
  if (start < 0) return no('broken');
  const flow = startFlow();
  const read = readRtf(bytes.subarray(start), flow);
  if (!read.ok) return read;
  const { facts, languages, pictures, isCut } = read.value;
  const said = (name: string): string => facts.get(name) ?? '';
  const [month, day] = [said('mo').padStart(2, '0'), said('dy').padStart(2, '0')];
  return extractedFrom(
    RTF_EXTRACTOR,
    flow,
    {
      title: said('title'),
      authors: said('author').split(';'),
      date: said('yr') === '' ? '' : `${said('yr')}-${month}-${day}`,
      language: suitingLanguage(languages.map(windowsLanguage), flow.done().text),
    },
    [...pictureWarning(pictures), ...(isCut ? [{ kind: 'damaged' as const }] : [])],
  );
}
