/**
 * Word documents (ECMA-376, both editions; also as one XML file). An own reader on a bounded zip: the usual library
 * drops numbers of lists and headings and reads zips without bounds.
 */
import { no } from '../../model/result';
import type { Result } from '../../model/result';
import type { ExtractRefusal, Extracted } from '../extracted';
import { extractedFrom, pictureWarning } from '../fileFacts';
import { startFlow } from '../flow';
import { startNoteBook } from '../noteBook';
import type { NoteKind } from '../noteBook';
import { compoundRefusal } from '../olderOffice';
import { childOf, descendants, elementsOf, valueOf, wordsOf } from '../xmlTree';
import type { XmlElement } from '../xmlTree';
import { readBlocks, readNotes } from './body';
import { readChunks } from './chunks';
import { wordFacts } from './facts';
import type { Reading } from './inlines';
import { readNumbering } from './numbering';
import { openParts, targetsOf } from './parts';
import type { Parts, Target } from './parts';
import { readStyles } from './styles';

export const DOCX_EXTRACTOR = 'docx/1';

/** A part could not be read: the whole file is refused with its reason. */
class Refused extends Error {
  readonly reason: ExtractRefusal;
  constructor(reason: ExtractRefusal) {
    super(reason);
    this.reason = reason;
  }
}

function must<Value>(result: Result<Value, ExtractRefusal>): Value {
  if (!result.ok) throw new Refused(result.reason);
  return result.value;
}

/** The text of a Word file in reading order, notes behind it. Refused with a reason, never thrown. */
export async function extractDocx(bytes: Uint8Array): Promise<Result<Extracted, ExtractRefusal>> {
  const older = compoundRefusal(bytes);
  if (older) return no(older);
  try {
    return await read(must(await openParts(bytes)));
  } catch (error) {
    if (error instanceof Refused) return no(error.reason);
    throw error;
  }
}

async function read(parts: Parts): Promise<Result<Extracted, ExtractRefusal>> {
  const roots = must(await targetsOf(parts, ''));
  const partOf = (targets: ReadonlyMap<string, Target>, type: string): string | null =>
    [...targets.values()].find((target) => target.type === type)?.part ?? null;
  const main = partOf(roots, 'officeDocument') ?? 'word/document.xml';
  const document = must(await parts.xml(main));
  const body = childOf(document, 'w:body');
  if (!document || !body) return no('broken');
  const targets = must(await targetsOf(parts, main));
  const optional = async (type: string): Promise<XmlElement | null> => {
    const name = partOf(targets, type);
    return name === null ? null : must(await parts.xml(name));
  };
  const styles = await optional('styles');
  const settings = await optional('settings');
  const reading: Reading = {
    styles: readStyles(styles),
    numbering: readNumbering(await optional('numbering')),
    notes: startNoteBook({
      footnote: noteFormat(settings, body, 'footnote') || 'decimal',
      endnote: noteFormat(settings, body, 'endnote') || 'lowerRoman',
    }),
    noteBodies: { footnote: bodiesOf(await optional('footnotes')), endnote: bodiesOf(await optional('endnotes')) },
    diagrams: await diagramsOf(parts, targets),
    chunks: await readChunks(parts, targets),
    fields: [],
    spare: 1_000_000,
    pictures: 0,
  };
  const flow = startFlow();
  readBlocks(reading, body, flow);
  readNotes(reading, flow);
  const core = must(await parts.xml(partOf(roots, 'core-properties') ?? 'docProps/core.xml'));
  const facts = wordFacts(core, styles, flow.done().text);
  return extractedFrom(DOCX_EXTRACTOR, flow, facts, pictureWarning(reading.pictures));
}

function noteFormat(settings: XmlElement | null, body: XmlElement, kind: NoteKind): string {
  const places = [settings, ...descendants(body, 'w:sectPr')];
  const formats = places.map((place) => valueOf(childOf(childOf(place, `w:${kind}Pr`), 'w:numFmt'), 'w:val'));
  return formats.find((format) => format !== '') ?? '';
}

/** Notes by id, without the separators that Word keeps beside them. */
function bodiesOf(root: XmlElement | null): Map<string, XmlElement> {
  const notes = elementsOf(root).filter((note) => /^(?:normal)?$/.test(valueOf(note, 'w:type')));
  return new Map(notes.map((note) => [valueOf(note, 'w:id'), note]));
}

const MOST_DIAGRAMS = 1_000;

async function diagramsOf(parts: Parts, targets: ReadonlyMap<string, Target>): Promise<Map<string, readonly string[]>> {
  const diagrams = new Map<string, readonly string[]>();
  for (const [id, { type, part }] of targets) {
    if (type !== 'diagramData' || part === null || diagrams.size >= MOST_DIAGRAMS) continue;
    const root = must(await parts.xml(part));
    if (root) diagrams.set(id, descendants(root, 'a:p').map(wordsOf));
  }
  return diagrams;
}
