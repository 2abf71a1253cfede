/** The parts of an OpenDocument text (ODF 1.3 part 3), from a zip or from one XML file (flat ODT). */
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import { openArchive } from '../archive';
import { decodeXml } from '../codePages';
import type { ExtractRefusal } from '../extracted';
import { childOf, descendants, readXmlBytes, readXmlTree } from '../xmlTree';
import type { XmlElement } from '../xmlTree';

const ODF = ['office', 'text', 'table', 'style', 'meta', 'manifest'].map((name): [string, string] => [
  `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`,
  name,
]);
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ...ODF,
  ['urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'draw'],
  ['urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0', 'svg'],
  ['urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0', 'fo'],
  ['urn:oasis:names:tc:opendocument:xmlns:form:1.0', 'form'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

export interface OdtParts {
  readonly text: XmlElement;
  /** What holds styles: those of the text first. */
  readonly styles: readonly XmlElement[];
  readonly meta: XmlElement | null;
}

const STYLE_HOLDERS = ['office:automatic-styles', 'office:styles'];

function partsOf(content: XmlElement, styles: XmlElement | null, meta: XmlElement | null): OdtParts | null {
  const text = childOf(childOf(content, 'office:body'), 'office:text');
  if (!text) return null;
  const holders = [content, styles].flatMap((root) => STYLE_HOLDERS.map((name) => childOf(root, name)));
  return {
    text,
    styles: holders.filter((holder): holder is XmlElement => holder !== undefined),
    meta: childOf(meta, 'office:meta') ?? null,
  };
}

/** Opens a text. Refused as `empty`, `broken`, `locked` (a password) or `over-bound`. */
export async function openOdt(bytes: Uint8Array): Promise<Result<OdtParts, ExtractRefusal>> {
  if (bytes.length === 0) return no('empty');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const flat = readXmlTree(decodeXml(bytes), PREFIXES);
    if (!flat.ok) return flat;
    const parts = partsOf(flat.value, null, flat.value);
    return parts ? yes(parts) : no('broken');
  }
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive;
  const xml = async (name: string): Promise<Result<XmlElement | null, ExtractRefusal>> => {
    const part = await archive.value.part(name);
    if (!part.ok || part.value === null) return part as Result<null, ExtractRefusal>;
    return readXmlBytes(part.value, PREFIXES);
  };
  const manifest = await xml('META-INF/manifest.xml');
  if (manifest.ok && manifest.value && descendants(manifest.value, 'manifest:encryption-data').length > 0)
    return no('locked');
  const [content, styles, meta] = [await xml('content.xml'), await xml('styles.xml'), await xml('meta.xml')];
  if (!content.ok) return content;
  for (const part of [styles, meta]) if (!part.ok && part.reason === 'over-bound') return part;
  const parts = content.value && partsOf(content.value, styles.ok ? styles.value : null, meta.ok ? meta.value : null);
  return parts ? yes(parts) : no('broken');
}
