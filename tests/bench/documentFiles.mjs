// A folder of a thousand small files as a desk is handed them: texts, pages, mail, notes, Word files and PDFs.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';

const WORDS =
  'convoy river dawn ministry said statement soldiers bridge fuel trucks counted north border according officials night watch report artillery shells station rail village moved seen near road west source confirmed denied nine thirty October'.split(
    ' ',
  );

/** Numbers in a fixed order, so that the files are the same on every machine. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const sentence = (random) => {
  const words = Array.from({ length: 8 + Math.floor(random() * 14) }, () => WORDS[Math.floor(random() * WORDS.length)]);
  return `${words.join(' ').replace(/^./, (letter) => letter.toUpperCase())}.`;
};
export const paragraphsFrom = (random) =>
  Array.from({ length: 4 + Math.floor(random() * 24) }, () =>
    Array.from({ length: 2 + Math.floor(random() * 5) }, () => sentence(random)).join(' '),
  );

function pdfOf(title, lines) {
  const shown = [title, ...lines.map((line) => line.slice(0, 90))].slice(0, 48);
  const stream = `BT /F1 10 Tf 50 780 Td 15 TL ${shown.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = file.length;
  file += `xref\n0 6\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${file}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`, 'latin1');
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const xml = (text) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
const docxOf = (title, blocks) =>
  zipSync({
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': xml(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': xml(
      `<w:document ${W}><w:body>${[title, ...blocks].map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
    ),
  });

const KINDS = [
  [40, 'txt', (title, blocks) => [title, ...blocks].join('\n\n')],
  [
    20,
    'html',
    (title, blocks) =>
      `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:site_name" content="The Daily"></head><body><nav>Home News</nav><article><h1>${title}</h1>${blocks.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
  ],
  [
    14,
    'eml',
    (title, blocks) =>
      `From: Desk <desk@example.org>\r\nTo: all@example.org\r\nDate: Mon, 4 Nov 2024 10:00:00 +0000\r\nSubject: ${title}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${blocks.join('\r\n\r\n')}\r\n`,
  ],
  [10, 'md', (title, blocks) => [`# ${title}`, ...blocks].join('\n\n')],
  [10, 'docx', docxOf],
  [6, 'pdf', pdfOf],
];

/** Writes the files; one in twenty is another one once more. Returns how many there are of each kind. */
export function writeDocuments(folder, count) {
  const random = seeded(7);
  const counts = {};
  const total = KINDS.reduce((sum, [share]) => sum + share, 0);
  let last = null;
  for (let i = 0; i < count; i++) {
    let at = random() * total;
    const [, extension, make] = KINDS.find(([share]) => (at -= share) < 0) ?? KINDS[0];
    const title = `Paper ${i} on the ${WORDS[i % WORDS.length]}`;
    const isCopy = i % 20 === 19 && last !== null;
    const [name, content] = isCopy
      ? [`copy ${i}.${last[0]}`, last[1]]
      : [`paper ${i}.${extension}`, make(title, paragraphsFrom(random))];
    if (!isCopy) last = [extension, content];
    const place = path.join(folder, `week ${i % 10}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, name), content);
    counts[isCopy ? 'copies' : extension] = (counts[isCopy ? 'copies' : extension] ?? 0) + 1;
  }
  return counts;
}
