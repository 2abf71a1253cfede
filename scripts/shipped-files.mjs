// Files of packages that the page asks for by name while it runs: what pdf.js needs for fonts that are not embedded and
// for pictures, and what recognises characters. They go into the build as they are, so that nothing is ever fetched from
// elsewhere.
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { licenceText } from './licences.mjs';

const NODE_MODULES = path.resolve(import.meta.dirname, '../node_modules');

/** Folder in the build → folder of a package. */
const FOLDERS = {
  'pdfjs/cmaps': 'pdfjs-dist/cmaps',
  'pdfjs/iccs': 'pdfjs-dist/iccs',
  'pdfjs/standard_fonts': 'pdfjs-dist/standard_fonts',
  'pdfjs/wasm': 'pdfjs-dist/wasm',
};

/** Data of a language for the recogniser is a package of its own; every one among the dependencies is shipped. */
const LANGUAGES = Object.keys(
  JSON.parse(readFileSync(path.join(NODE_MODULES, '../package.json'), 'utf8')).devDependencies,
)
  .filter((name) => name.startsWith('@tesseract.js-data/'))
  .map((name) => name.split('/')[1]);

/** File in the build → file of a package. One core: every machine then makes the same text of a picture. */
const FILES = {
  'ocr/worker.min.js': 'tesseract.js/dist/worker.min.js',
  'ocr/tesseract-core-simd-lstm.js': 'tesseract.js-core/tesseract-core-simd-lstm.js',
  'ocr/tesseract-core-simd-lstm.wasm': 'tesseract.js-core/tesseract-core-simd-lstm.wasm',
  ...Object.fromEntries(
    LANGUAGES.map((id) => [`ocr/${id}.traineddata.gz`, `@tesseract.js-data/${id}/4.0.0_best_int/${id}.traineddata.gz`]),
  ),
};

/** Parts of those packages that have a licence of their own. */
export const SHIPPED_LICENCES = [
  ['Adobe CMap resources, in pdfjs-dist (BSD-3-Clause)', 'pdfjs-dist/cmaps/LICENSE'],
  ['Foxit fonts, in pdfjs-dist (BSD-3-Clause)', 'pdfjs-dist/standard_fonts/LICENSE_FOXIT'],
  ['Liberation fonts, in pdfjs-dist (OFL-1.1)', 'pdfjs-dist/standard_fonts/LICENSE_LIBERATION'],
  ['Compact ICC profiles, in pdfjs-dist (CC0-1.0)', 'pdfjs-dist/iccs/LICENSE'],
  ['JBIG2 decoder of PDFium, in pdfjs-dist (BSD-3-Clause, Apache-2.0)', 'pdfjs-dist/wasm/LICENSE_JBIG2'],
  ['OpenJPEG, in pdfjs-dist (BSD-2-Clause)', 'pdfjs-dist/wasm/LICENSE_OPENJPEG'],
  ['qcms, in pdfjs-dist (MIT)', 'pdfjs-dist/wasm/LICENSE_QCMS'],
  ['tesseract.js (Apache-2.0)', 'tesseract.js/LICENSE.md'],
  ['Tesseract, in tesseract.js-core (Apache-2.0)', 'tesseract.js-core/LICENSE'],
  ['Parts of the worker of tesseract.js', 'tesseract.js/dist/worker.min.js.LICENSE.txt'],
  ['bmp-js, in tesseract.js (MIT)', 'bmp-js/LICENSE'],
  ['is-url, in tesseract.js (MIT)', 'is-url/LICENSE-MIT'],
  ['idb-keyval, in tesseract.js (Apache-2.0)', 'idb-keyval/LICENCE'],
  ['wasm-feature-detect, in tesseract.js (Apache-2.0)', 'wasm-feature-detect/LICENSE'],
].map(([title, file]) => ({ title: `## ${title}`, text: readFileSync(path.join(NODE_MODULES, file), 'utf8').trim() }));

const ZLIB = ['zlib', 'Zlib', 'Copyright (C) 1995-2024 Jean-loup Gailly and Mark Adler'];

/** Libraries inside the recogniser's core, whose texts its package does not bring: SPDX id, and whose work it is. */
const IN_CORE = [
  ['Leptonica', 'BSD-2-Clause', 'Copyright (C) 2001-2020 Leptonica'],
  ['libtiff', 'libtiff', 'Copyright (c) 1988-1997 Sam Leffler; Copyright (c) 1991-1997 Silicon Graphics, Inc.'],
  ['libpng', 'libpng-2.0', 'Copyright (c) 1995-2024 The PNG Reference Library Authors'],
  ['libjpeg', 'IJG', 'This software is based in part on the work of the Independent JPEG Group.'],
  ['libwebp', 'BSD-3-Clause', 'Copyright (c) 2010, Google Inc.'],
  ['giflib', 'MIT', 'Copyright (c) 1997 Eric S. Raymond'],
  ZLIB,
];

/** The libraries, and the package whose compiled code they are in. */
const COMPILED = [...IN_CORE.map((library) => [...library, 'tesseract.js-core']), [...ZLIB, '@zip.js/zip.js']];

SHIPPED_LICENCES.push(
  ...COMPILED.map(([name, id, whose, where]) => ({
    title: `## ${name}, in ${where} (${id})`,
    // The list of licences has them with a blank where the name stands.
    text: `${whose}\n\n${licenceText(id).replace(/^.*<year>.*\n*/m, '')}`,
  })),
  ...LANGUAGES.map((id) => ({
    title: `## Language data of Tesseract, in @tesseract.js-data/${id} (Apache-2.0)`,
    text: `From the Tesseract project (https://github.com/tesseract-ocr/tessdata_best), made smaller.\n\n${licenceText('Apache-2.0')}`,
  })),
);

/** The file behind a name in the build; null where it is none of these. */
function sourceOf(name) {
  const folder = FOLDERS[path.posix.dirname(name)];
  const from = FILES[name] ?? (folder && path.posix.join(folder, path.posix.basename(name)));
  const file = from && path.join(NODE_MODULES, from);
  return file && existsSync(file) && statSync(file).isFile() ? file : null;
}

/** @returns {import('vite').Plugin} */
export const shippedFiles = () => ({
  name: 'collate-shipped-files',
  applyToEnvironment: (environment) => environment.name === 'client',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const file = sourceOf(new URL(request.url ?? '/', 'http://localhost').pathname.slice(1));
      if (file) createReadStream(file).pipe(response);
      else next();
    });
  },
  generateBundle() {
    for (const [to, from] of Object.entries(FOLDERS)) {
      for (const name of readdirSync(path.join(NODE_MODULES, from))) {
        const source = readFileSync(path.join(NODE_MODULES, from, name));
        this.emitFile({ type: 'asset', fileName: `${to}/${name}`, source });
      }
    }
    for (const [fileName, from] of Object.entries(FILES)) {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(path.join(NODE_MODULES, from)) });
    }
  },
});
