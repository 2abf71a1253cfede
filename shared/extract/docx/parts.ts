/** The parts of an OOXML package (ECMA-376 part 2), from a zip or from one XML file that holds them all (flat OPC). */
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import { openArchive } from '../archive';
import { decodeXml } from '../codePages';
import type { ExtractRefusal } from '../extracted';
import { elementsOf, childOf, readXmlBytes, readXmlTree, valueOf } from '../xmlTree';
import type { XmlElement } from '../xmlTree';

/** Both editions of the standard (transitional and strict) by one prefix each. */
export const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.microsoft.com/office/2006/xmlPackage', 'pkg'],
  ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'cp'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

export interface Target {
  /** Last word of the relationship's type: `styles`, `footnotes`. */
  readonly type: string;
  /** Name of the part; null where it lies outside the file, which is never looked at. */
  readonly part: string | null;
}

export interface Parts {
  /** The root element of a part; null where there is no such part. */
  xml(name: string): Promise<Result<XmlElement | null, ExtractRefusal>>;
  bytes(name: string): Promise<Result<Uint8Array | null, ExtractRefusal>>;
}

async function archiveParts(bytes: Uint8Array): Promise<Result<Parts, ExtractRefusal>> {
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive;
  const part = (name: string) => archive.value.part(name);
  return yes({
    bytes: part,
    async xml(name) {
      const read = await part(name);
      if (!read.ok || read.value === null) return read as Result<null, ExtractRefusal>;
      return readXmlBytes(read.value, PREFIXES);
    },
  });
}

function flatParts(bytes: Uint8Array): Result<Parts, ExtractRefusal> {
  const root = readXmlTree(decodeXml(bytes), PREFIXES);
  if (!root.ok) return root;
  if (root.value.name !== 'pkg:package') return no('broken');
  const parts = new Map<string, XmlElement>();
  for (const part of elementsOf(root.value)) {
    const content = elementsOf(childOf(part, 'pkg:xmlData'))[0];
    if (content) parts.set(valueOf(part, 'pkg:name').replace(/^\/+/, '').toLowerCase(), content);
  }
  return yes({
    bytes: () => Promise.resolve(yes(null)),
    xml: (name) => Promise.resolve(yes(parts.get(name.toLowerCase()) ?? null)),
  });
}

/** Opens a package. Refused as `empty`, `broken`, `locked` or `over-bound`. */
export async function openParts(bytes: Uint8Array): Promise<Result<Parts, ExtractRefusal>> {
  if (bytes.length === 0) return no('empty');
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? archiveParts(bytes) : flatParts(bytes);
}

/** A part's name as a relationship of the part `from` gives it. */
function resolve(from: string, target: string): string {
  const path = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** Where a part's relationships lead, by their ids; of the package itself for the empty name. */
export async function targetsOf(parts: Parts, name: string): Promise<Result<Map<string, Target>, ExtractRefusal>> {
  const slash = name.lastIndexOf('/') + 1;
  const read = await parts.xml(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`);
  if (!read.ok) return read;
  const targets = new Map<string, Target>();
  for (const one of elementsOf(read.value)) {
    const outside = valueOf(one, 'TargetMode') === 'External';
    const type = valueOf(one, 'Type').split('/').at(-1)!;
    targets.set(valueOf(one, 'Id'), { type, part: outside ? null : resolve(name, valueOf(one, 'Target')) });
  }
  return yes(targets);
}
