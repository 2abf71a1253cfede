/** The package of an EPUB (EPUB 3.3, and 2.0.1): what the book says of itself, and which pages it has in which order. */
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import type { Archive } from '../archive';
import type { ExtractRefusal } from '../extracted';
import type { FileFacts } from '../fileFacts';
import { childOf, descendants, elementsOf, readXmlBytes, valueOf, wordsOf } from '../xmlTree';
import type { XmlElement } from '../xmlTree';

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['urn:oasis:names:tc:opendocument:xmlns:container', 'container'],
  ['http://www.idpf.org/2007/opf', 'opf'],
  // Early books leave the namespace of the package out, or name its draft.
  ['http://openebook.org/namespaces/oeb-package/1.0/', 'opf'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/elements/1.0/', 'dc'],
  ['http://www.w3.org/2001/04/xmlenc#', 'enc'],
]);

export interface Book {
  readonly facts: FileFacts;
  /** Names of the pages' parts in reading order, without the contents. */
  readonly pages: readonly string[];
}

async function xmlOf(archive: Archive, name: string): Promise<Result<XmlElement | null, ExtractRefusal>> {
  const part = await archive.part(name);
  if (!part.ok || part.value === null) return part as Result<null, ExtractRefusal>;
  return readXmlBytes(part.value, PREFIXES);
}

/** A name relative to the package's folder, percent signs undone; a fragment is left out. */
function resolve(from: string, href: string): string {
  const [bare = ''] = href.split('#');
  let plain = bare;
  try {
    plain = decodeURIComponent(bare);
  } catch {
    // Not percent-encoded after all.
  }
  const path = plain.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of plain.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** Local name, for packages without a namespace. */
const local = (element: XmlElement): string => element.name.slice(element.name.indexOf(':') + 1);
const named = (element: XmlElement | undefined, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => local(child) === name);

function factsOf(metadata: XmlElement | undefined): FileFacts {
  // Draft packages wrap the Dublin Core elements once more.
  const all = [...elementsOf(metadata), ...named(metadata, 'dc-metadata').flatMap(elementsOf)];
  const words = (name: string): string[] =>
    all
      .filter((one) => local(one).toLowerCase() === name)
      .map((one) => wordsOf(one).trim())
      .filter((said) => said !== '');
  const published = all.find((one) => local(one) === 'date' && valueOf(one, 'opf:event') === 'publication');
  return {
    title: words('title')[0] ?? '',
    authors: words('creator'),
    date: (published ? wordsOf(published) : (words('date')[0] ?? '')).trim(),
    language: words('language')[0] ?? '',
    publisher: words('publisher')[0] ?? '',
  };
}

const PAGE_TYPE = /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document|application\/x-dtbook\+xml)$/i;
const PAGE_NAME = /\.x?html?$/i;

function pagesOf(root: XmlElement, from: string): string[] {
  const items = new Map(named(named(root, 'manifest')[0], 'item').map((item) => [valueOf(item, 'id'), item]));
  const contents = new Set(
    named(named(root, 'guide')[0], 'reference')
      .filter((reference) => valueOf(reference, 'type').toLowerCase() === 'toc')
      .map((reference) => resolve(from, valueOf(reference, 'href'))),
  );
  const pages = named(named(root, 'spine')[0], 'itemref').flatMap((reference) => {
    const item = items.get(valueOf(reference, 'idref'));
    if (!item || valueOf(item, 'properties').split(/\s+/).includes('nav')) return [];
    const href = valueOf(item, 'href');
    if (!PAGE_TYPE.test(valueOf(item, 'media-type')) && !PAGE_NAME.test(href)) return [];
    const name = resolve(from, href);
    return contents.has(name) ? [] : [name];
  });
  // A page that the spine names again is read once.
  return [...new Set(pages)];
}

/** Reads the package. Refused as `broken`, `over-bound`, or `locked` where pages are encrypted. */
export async function readBook(archive: Archive): Promise<Result<Book, ExtractRefusal>> {
  const container = await xmlOf(archive, 'META-INF/container.xml');
  if (!container.ok) return container;
  const listed = container.value && descendants(container.value, 'container:rootfile')[0];
  const from = listed ? valueOf(listed, 'full-path') : (archive.names.find((name) => name.endsWith('.opf')) ?? '');
  const root = await xmlOf(archive, from);
  if (!root.ok) return root;
  if (!root.value) return no('broken');
  const pages = pagesOf(root.value, from);
  const encryption = await xmlOf(archive, 'META-INF/encryption.xml');
  const encrypted = encryption.ok && encryption.value ? descendants(encryption.value, 'enc:CipherReference') : [];
  const locked = new Set(encrypted.map((one) => resolve('', valueOf(one, 'URI'))));
  if (pages.some((page) => locked.has(page))) return no('locked');
  const metadata = childOf(root.value, 'opf:metadata') ?? named(root.value, 'metadata')[0];
  return yes({ facts: factsOf(metadata), pages });
}
