// PDFs of a few megabytes as an archive holds them: pages of text beside pictures that cannot be packed.
import { createHash, randomFillSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { paragraphsFrom, seeded } from './documentFiles.mjs';

const PAGES = 12;
/** A page's picture, uncompressed: 288 by 288 points of three bytes. */
const SIDE = 288;
const PICTURE = SIDE * SIDE * 3;

/** One PDF with so many pages, each with words of its own and a picture of noise. */
function pdfOf(title, random, pages = PAGES) {
  const parts = [];
  const places = [];
  let length = 0;
  const add = (bytes) => {
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (head, stream) => {
    places.push(length);
    add(Buffer.from(`${places.length} 0 obj\n${head}${stream ? '\nstream\n' : '\n'}`, 'latin1'));
    if (stream) add(stream);
    add(Buffer.from(`${stream ? '\nendstream\n' : ''}endobj\n`));
  };
  add(Buffer.from('%PDF-1.4\n'));
  object('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = Array.from({ length: pages }, (_, page) => `${4 + page * 3} 0 R`).join(' ');
  object(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`);
  object('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (let page = 0; page < pages; page++) {
    const at = 4 + page * 3;
    const words = paragraphsFrom(random).join(' ');
    const lines = [page === 0 ? title : `Page ${page + 1}`, ...(words.match(/.{1,80}(?: |$)/g) ?? [])].slice(0, 30);
    const shown = lines.map((line) => `(${line.trim()}) Tj T*`).join(' ');
    const content = `BT /F1 10 Tf 50 780 Td 14 TL ${shown} ET q 200 0 0 200 50 60 cm /P Do Q`;
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${at + 1} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /P ${at + 2} 0 R >> >> >>`,
    );
    object(`<< /Length ${content.length} >>`, Buffer.from(content, 'latin1'));
    object(
      `<< /Type /XObject /Subtype /Image /Width ${SIDE} /Height ${SIDE} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length ${PICTURE} >>`,
      randomFillSync(Buffer.alloc(PICTURE)),
    );
  }
  const table = length;
  const entries = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = places.length + 1;
  add(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts, length);
}

/** Writes PDFs, each with words and bytes of its own, until they take `bytes` together. Returns how many there are. */
export function writePdfs(folder, bytes) {
  mkdirSync(folder, { recursive: true });
  const random = seeded(11);
  const seen = new Set();
  for (let written = 0; written < bytes;) {
    const file = pdfOf(`Report ${seen.size + 1}`, random);
    seen.add(createHash('sha256').update(file).digest('hex'));
    writeFileSync(path.join(folder, `report ${seen.size}.pdf`), file);
    written += file.length;
  }
  return seen.size;
}

/** Writes one PDF of that many bytes. */
export function writeLargePdf(folder, bytes) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'archive.pdf'), pdfOf('The archive', seeded(13), Math.ceil(bytes / PICTURE)));
  return 1;
}
