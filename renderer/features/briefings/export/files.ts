/** The file of a briefing in each format, from what may leave and from nothing else. */
import type { Release } from '@shared/briefing/outgoing';
import { renderHtml } from '@shared/briefing/renderHtml';
import { renderMarkdown } from '@shared/briefing/renderMarkdown';
import { renderPlain } from '@shared/briefing/renderPlain';
import { embeddedFonts } from '../embeddedFonts';
import { asBase64, asDrawn, drawnPictures } from './pictures';
import type { BriefingFormat } from './wishes';

export const KINDS: Readonly<Record<BriefingFormat, { readonly name: string; readonly extension: string }>> = {
  pdf: { name: 'PDF', extension: 'pdf' },
  docx: { name: 'Word document', extension: 'docx' },
  html: { name: 'Web page', extension: 'html' },
  markdown: { name: 'Markdown', extension: 'md' },
  text: { name: 'Plain text', extension: 'txt' },
};

type Pictures = ReadonlyMap<string, Uint8Array>;

/** Every sign that can be printed decides which faces go into the file. */
const signsOf = ({ model, passages }: Release): string =>
  `${JSON.stringify(model)} ${JSON.stringify([...passages])} ¶·–…↑+−“”☐☑ Is this file as it was made? Intact Altered Fingerprint`;

/** The page as it is printed: what a PDF is made of. */
export async function printPage(release: Release, pictures: Pictures): Promise<string> {
  const drawn = await drawnPictures(release.model, pictures);
  const fonts = await embeddedFonts(signsOf(release));
  return renderHtml(asDrawn(release.model, drawn), { fonts, pictures: asBase64(drawn) });
}

/** The one file that unfolds what it cites and checks itself. */
export async function webPage(release: Release, pictures: Pictures): Promise<string> {
  const drawn = await drawnPictures(release.model, pictures);
  const fonts = await embeddedFonts(signsOf(release));
  const { passages } = release;
  return renderHtml(asDrawn(release.model, drawn), { fonts, pictures: asBase64(drawn), passages });
}

/** The bytes of a file. A PDF is made by the host of `printPage`. */
export async function fileBytes(
  format: Exclude<BriefingFormat, 'pdf'>,
  release: Release,
  pictures: Pictures,
  at: Date,
): Promise<Uint8Array> {
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (format) {
    case 'docx': {
      const { renderDocx } = await import('@shared/briefing/docx');
      const drawn = await drawnPictures(release.model, pictures);
      const bytes = new Map([...drawn].map(([id, one]) => [id, one.bytes] as const));
      return renderDocx(asDrawn(release.model, drawn), {
        pictures: bytes,
        at: at.toISOString().replace(/\.\d+Z$/, 'Z'),
      });
    }
    case 'html':
      return utf8(await webPage(release, pictures));
    case 'markdown':
      return utf8(renderMarkdown(release.model));
    case 'text':
      return utf8(renderPlain(release.model));
  }
}
