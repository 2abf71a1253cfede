/** Opens what a person chose: a project's zip, a bare project or a codebook, told apart by what is in it. */
import { readZipEntry } from '../../bundle/zipEntry';
import { readZipDirectory } from '../../bundle/zipRead';
import type { ZipDirectory } from '../../bundle/zipRead';
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import { byteOrderMark, knownBinary } from '../../text/encoding';
import { refusalOfZip } from './refusals';
import type { RefiRefusal } from './refusals';
import type { RefiReadTools } from './tools';
import { LARGEST_XML, readXml } from './xml';
import type { XmlElement } from './xml';

/** Bytes of sources that are unpacked for one project, a file counted as often as it is named. */
export const LARGEST_SOURCES = 1024 ** 3;

export interface OpenRefi {
  readonly root: XmlElement;
  /** The bytes an `internal://` path means; null where there are none. Other paths are never followed. */
  readonly file: (path: string) => Promise<Uint8Array | null>;
  /** True where the sources that were asked for were more than is read. */
  readonly isSpent: () => boolean;
  /** True where there were other projects beside the one that was read. */
  readonly hasOthers: boolean;
}

/** The root element and a way to the sources. */
export async function openRefi(
  bytes: Uint8Array,
  fileName: string,
  tools: RefiReadTools,
): Promise<Result<OpenRefi, RefiRefusal>> {
  if (bytes.length === 0) return no('empty');
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) {
    const kind = knownBinary(bytes);
    if (kind !== null) return no('other-format', kindOf(fileName, kind));
    const root = readRoot(bytes, tools);
    if (!root.ok) return root;
    return yes({ root: root.value, file: async () => null, isSpent: () => false, hasOthers: false });
  }
  const directory = await readZipDirectory(bytes, 'foreign');
  if (!directory.ok) return no(refusalOfZip(directory.reason), directory.detail ?? '');
  const found = findProject(directory.value);
  if (!found.ok) return found;
  const entry = directory.value.get(found.value.name)!;
  if (entry.size > LARGEST_XML) return no('too-large', entry.name);
  const content = await readZipEntry(bytes, entry, tools);
  if (!content.ok) return no(refusalOfZip(content.reason), entry.name);
  const root = readRoot(content.value, tools);
  if (!root.ok) return root;
  const byName = new Map([...directory.value.values()].map((one) => [one.name.toLowerCase(), one]));
  let letters = 0;
  return yes({
    root: root.value,
    isSpent: () => letters > LARGEST_SOURCES,
    hasOthers: found.value.hasOthers,
    async file(path) {
      const name = /^(?:internal:\/\/)?([^/\\:]+)$/.exec(path.trim())?.[1]?.toLowerCase();
      if (name === undefined) return null;
      const source = byName.get(`sources/${name}`) ?? byName.get(name);
      if (!source) return null;
      // One file may be named by any number of sources, and is unpacked for each.
      letters += source.size;
      if (letters > LARGEST_SOURCES) return null;
      const read = await readZipEntry(bytes, source, tools);
      return read.ok ? read.value : null;
    },
  });
}

/** The one project at the root of the zip, whatever it is called; `project.qde` where there are more. */
function findProject(directory: ZipDirectory): Result<{ name: string; hasOthers: boolean }, RefiRefusal> {
  const all = [...directory.keys()].filter((name) => /^[^/]+\.qde$/i.test(name));
  if (all.length === 0) return no('project-missing');
  const name = all.length === 1 ? all[0] : all.find((one) => one.toLowerCase() === 'project.qde');
  return name === undefined ? no('project-twice', String(all.length)) : yes({ name, hasOthers: all.length > 1 });
}

function readRoot(bytes: Uint8Array, tools: RefiReadTools): Result<XmlElement, RefiRefusal> {
  if (bytes.length > LARGEST_XML) return no('too-large');
  const text = decodeText(bytes, tools);
  if (text === null) return no('xml-encoding');
  const plain = text.replace(/^\ufeff/, '');
  if (!plain.trimStart().startsWith('<')) return no('not-refi');
  const root = readXml(plain);
  if (!root.ok) return root;
  const { name, namespace } = root.value;
  const isOurs = namespace === '' || namespace.toLowerCase().startsWith('urn:qda-xml:');
  return isOurs && (name === 'Project' || name === 'CodeBook') ? root : no('not-refi');
}

/** The words of a text file in UTF-8, or in UTF-16 where a byte order mark says so, which is kept; null otherwise. */
export function decodeText(bytes: Uint8Array, tools: Pick<RefiReadTools, 'decode'>): string | null {
  const mark = byteOrderMark(bytes);
  if (mark === 'utf-32') return null;
  if (mark === 'utf-16le' || mark === 'utf-16be') {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const parts: string[] = [];
    for (let from = 0; from + 1 < bytes.length; from += 8192) {
      const units: number[] = [];
      for (let at = from; at + 1 < bytes.length && at < from + 8192; at += 2)
        units.push(view.getUint16(at, mark === 'utf-16le'));
      parts.push(String.fromCharCode(...units));
    }
    return parts.join('');
  }
  try {
    return tools.decode(bytes);
  } catch {
    return null;
  }
}

function kindOf(fileName: string, kind: string): string {
  if (/\.(?:mex|mx\d+|mqda?|mxd)$/i.test(fileName)) return 'MAXQDA';
  if (/\.rqda$/i.test(fileName)) return 'RQDA';
  return kind;
}
