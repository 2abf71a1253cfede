// The licences of everything that is bundled, in one list: Vite writes those of the page's own modules; this adds the
// fonts, which come in through CSS, and what only the workers use.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the package a module belongs to; null for our own modules. */
function packageFolder(id) {
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.split('?')[0].replaceAll('\\', '/'));
  return match?.[1] ?? null;
}

/**
 * Packages that offer a choice of licences and bring the text of none: the one taken, what its terms ask to be said, and
 * where the unchanged source is.
 */
const CHOSEN = {
  citeproc: {
    id: 'CPAL-1.0',
    notice: [
      'Taken under the Common Public Attribution License 1.0. Its attribution information (Exhibit B):',
      '(c) Frank Bennett',
      'citeproc-js implements the Citation Style Language',
      'https://citationstyles.org/',
      'The source code is available under the same licence, unchanged, as the npm package citeproc and at',
      'https://github.com/Juris-M/citeproc-js',
    ].join('\n'),
  },
};

/** The full text of a licence by its SPDX id. */
export function licenceText(id) {
  const file = path.join(NODE_MODULES, 'spdx-license-list/licenses', `${id}.json`);
  return JSON.parse(readFileSync(file, 'utf8')).licenseText.trim();
}

export function sectionOf(folder) {
  const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const words = file ? readFileSync(path.join(folder, file), 'utf8').trim() : 'See the package for its text.';
  const chosen = CHOSEN[about.name];
  const title = `## ${about.name} - ${about.version} (${chosen?.id ?? about.license ?? 'see text'})`;
  return { title, text: chosen ? [words, chosen.notice, licenceText(chosen.id)].join('\n\n') : words };
}

const NODE_MODULES = path.resolve(import.meta.dirname, '../node_modules');

/**
 * Two plugins that share what they saw: `page` for the page's build, `worker` for its workers.
 * @param {readonly string[]} styles CSS files whose `@import` of packages count
 * @param {readonly { title: string, text: string }[]} parts of packages, with licences of their own
 * @returns {{ page: import('vite').Plugin, worker: () => import('vite').Plugin }}
 */
export function licences(styles, parts = []) {
  const folders = new Set();
  const see = (id) => {
    const folder = packageFolder(id);
    if (folder) folders.add(folder);
  };
  let list = '';
  return {
    worker: () => ({ name: 'collate-worker-licences', moduleParsed: ({ id }) => see(id) }),
    page: {
      name: 'collate-licences',
      apply: 'build',
      applyToEnvironment: (environment) => environment.name === 'client',
      buildStart() {
        for (const style of styles) {
          for (const [, name] of readFileSync(style, 'utf8').matchAll(/@import\s+['"]((?:@[^/'"]+\/)?[^/'"]+)/g)) {
            const folder = path.join(NODE_MODULES, name);
            if (existsSync(folder)) folders.add(folder.replaceAll('\\', '/'));
          }
        }
      },
      writeBundle(options) {
        list = path.join(options.dir, '.vite/license.md');
      },
      closeBundle() {
        if (!existsSync(list)) return;
        const known = readFileSync(list, 'utf8');
        const missing = [...folders].map(sectionOf).filter(({ title }) => !known.includes(title.split(' (')[0]));
        missing.sort((a, b) => (a.title < b.title ? -1 : 1));
        writeFileSync(
          list,
          [known.trimEnd(), ...[...missing, ...parts].map(({ title, text }) => `${title}\n\n${text}`)].join('\n\n') +
            '\n',
        );
      },
    },
  };
}
