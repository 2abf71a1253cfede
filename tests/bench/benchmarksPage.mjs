// docs/benchmarks.md, written by a full run.
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { inRoot } from '../../scripts/paths.mjs';
import { tableOf, verdictOf } from './table.mjs';

const versionOf = (name) => JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8')).version;

function machine() {
  const [cpu] = os.cpus();
  const load = os.loadavg()[2];
  return `${os.type()} ${os.release()}, ${os.cpus().length} cores (${cpu?.model.trim()}), ${Math.round(os.totalmem() / 2 ** 30)} GB; load average over the run's last quarter of an hour ${load.toFixed(1)}`;
}

/** The whole page in Markdown. */
export function pageOf(rows, { browser, minutes, repetitions, edits, typed }) {
  const chromium = /Chrome\/([\d.]+)/.exec(browser)?.[1] ?? browser;
  const judged = rows.filter((row) => verdictOf(row) !== '');
  const missed = judged.filter((row) => verdictOf(row) === 'missed');
  return `# Benchmarks

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)} (${Math.round(minutes)} minutes).
${judged.length - missed.length} of ${judged.length} goals met.

${tableOf(rows)}

## How to read it

- **Ratios are the result.** Both sides of a ratio come from the same run and take turns, each repetition beginning
  with another; a figure is the median of ${repetitions} repetitions, of ${edits} edits, or the 95th percentile over the keys of
  ${typed} queries. Milliseconds belong to this machine and are side information.
- Machine: ${machine()}.
- Browser: headless Chromium ${chromium}, software drawing, a profile of its own, pages isolated. Electron has the same
  engine, another version of it, and a graphics card.
- dexie ${versionOf('dexie')}, react ${versionOf('react')}, zod ${versionOf('zod')}, fflate ${versionOf('fflate')}, zip.js ${versionOf('@zip.js/zip.js')}.
- Cases come from a seeded generator (\`tests/bench/generate.ts\`): so many excerpts of some 26 words, 40 to a document,
  500 tags, half as many links; rare and common words as in real texts. They are the same on every machine.

## Histories of merging

\`npm run bench -- --only histories\` plays 10,000 random histories of a case: four machines, clocks up to two years wrong,
months offline, copies passed in any order and again. Last run, 26 November 2026: all 10,000 ended alike on every machine
and no edit was lost without a conflict record (157 s, on a machine with a load of 15).

## Mutated bundles

\`COLLATE_FUZZ=100000 npx vitest run tests/unit/bundle/fuzz.test.ts\` changes bundles at random: bytes, fields of the zip,
names, lists, records with their checksums made right again. Last run, 28 November 2026: of 100,000 mutants 87,897 were
refused, for 19 different reasons, and 12,103 read as a case that writes and reads again alike. None threw, none went on
beyond the steps and the room its size allows, and no shared prototype changed (843 s, on a busy machine).

## Memory of large bundles

\`npm run bench -- --only bundle-memory\` makes a bundle of 2 GiB of originals (24 that cannot be packed, one text that can)
and says what each process had at most. 28 November 2026, Node 20, Chromium ${chromium}, two cores; the bound is 1 GiB.

| What is done                                                        |    Peak |   Time |
| ------------------------------------------------------------------- | ------: | -----: |
| Written by the command line's code                                  | 187 MiB |   19 s |
| \`collate inspect\`                                                   | 154 MiB |  0.4 s |
| \`collate verify\`                                                    | 154 MiB |  5.0 s |
| \`collate convert\` to a bundle again, the same bytes, checked        | 163 MiB |   24 s |
| \`collate encrypt\`                                                   | 154 MiB |   34 s |
| In a page: read, checked, stored, read back, written, the same bytes | 491 MiB |  121 s |

The page's figure is that of the renderer with its workers, 155 MiB before; the browser's own processes grew by
4 MiB.

## Memory of imported PDFs

\`npm run bench -- --only document-memory\` makes folders of PDFs (12 pages each, with words and pictures of their own,
2.9 MB), and one PDF of 200 MiB, imports each in the built program into a new case, and says what each process had at
most. 27 November 2026, Chromium, two cores; a folder of any size is to stay below 512 MiB.

| What comes in       | Page and its workers, before | Peak    | Time |
| ------------------- | ---------------------------: | ------: | ---: |
| 27 PDFs, 75 MiB     |                      199 MiB | 334 MiB |  7 s |
| 105 PDFs, 300 MiB   |                      201 MiB | 352 MiB | 23 s |
| 209 PDFs, 600 MiB   |                      200 MiB | 358 MiB | 47 s |
| One PDF of 200 MiB  |                      199 MiB | 726 MiB |  9 s |

Files are read one at a time on two cores, two at a time on more, and their bytes are let go of when they are stored; a
reader of PDFs is replaced after 64 MiB, since pdf.js keeps something of each file. A single file is read whole: it
takes some 2.7 times its size, and the browser its size once more while it is stored. What grows with the number of
documents is their layout, a few kilobytes a page, which waits for the one step that writes them all.

## A folder of a thousand files

\`npm run bench -- --only documents\` brings 1,000 mixed files in both ways a folder reaches the program in a browser, and
watches the window from before it is asked for until two seconds after the report stands. A chosen folder comes as a
handle that is read without waiting; since nobody can drive the picker, the handle is one of the browser's own disk. A
dropped folder lies on the real disk. The desktop is handed its folders by the main process, which this does not measure.
28 November 2026, headless Chromium, two cores, five runs of each; 7 to 8 s for all, p99 17 ms.

| How the folder comes                               | Longest frame before |         Now |
| -------------------------------------------------- | -------------------: | ----------: |
| Chosen                                             |                83 ms | 17 to 33 ms |
| Dropped                                            |                67 ms | 17 to 33 ms |
| By a form's field, where a browser has no picker   |               400 ms |      200 ms |

Before, one run of each. Of 22 runs in all, on a machine shared with other work, two had one longer frame, of 67 and
100 ms. What is left of the form's field is the browser handing over its list, and so is most of a drop of 1,000 loose
files (683 ms before, 367 now): the browser asks the disk for each of them while the event lasts. What was found and
mended: the table of documents was drawn twice and in one go, the report with all its lines at once, newer versions were
looked for and sizes asked of the disk in one loop each.

## Opening a long text

\`npm run bench -- --only reader\`, each opening the first in a window just started; medians of five, 28 November 2026.

| What is opened  | From the click to its first words | Longest frame |
| --------------- | --------------------------------: | ------------: |
| A text of 5 kB  |                             59 ms |         17 ms |
| A text of 5 MB  |                            124 ms |         33 ms |

## What is measured

- **Import**: a bundle's bytes unpacked, hashed, parsed, validated, stored and indexed until the index is current, in the
  program's own code and workers; against every row of the same case put into IndexedDB one by one, four indexes on the
  excerpts, no other on anything, one transaction a table, nothing read or checked. The workers are loaded before, as the
  program does while a file is chosen.
- **Exchange**: a case's rows read and written to a bundle, packed, hashed, with its page and annotations; that bundle
  read, checked and stored, as **import** has it, and then indexed until every list and search has it; a bundle that
  changes 1,000 of the records, read, checked, merged and indexed, beside that whole import. Beside the first two what
  dexie-export-import does with the same rows, a record each with four indexes on the excerpts: it packs and checks
  nothing. One run of each.
- **Documents**: a folder of 1,000 mixed files (\`tests/bench/documentFiles.mjs\`), chosen and dropped in the built program
  and read to the report at the end, while the gaps between the window’s frames are watched.
- **Long text**: from a double click on a document of 5 MB, the first since the window started, until words of it are laid
  out; beside it one of 5 kB.
- **Edit**: a note changed through \`transact\`: the row read in the transaction, its clocks stamped, the journal entry
  appended, all flushed to the disk. Beside it a Dexie \`put\` of a ready row. The row was shown before, as on the screen.
- **Start**: a new browser on a kept profile, from navigation to excerpts and counts in the page of the built program.
- **List**: from the click to the first rows; a jump to the middle until every row in view has words; 90 frames flung
  at 1,500 px a frame, each looked at after it was painted, at three places.
- **Typing**: real key events, each of which the results must follow; from the event's own time to the last change of
  the first rows and their count. Words common and rare, together, negated, in phrases and misspelt.
- **Briefing**: real key events into the middle of a text of some 22,500 words; from the key's own time until the editor
  has taken it in and the page is laid out anew, all that runs beside it (check, saving, counts) included. Five times,
  each in another line; the same in plain paragraphs, to see what of it is the browser's own.
- **Frames**: gaps between animation frames of the page, 16.7 ms when nothing is late.
- **Memory**: what the browser says of the page and its workers after collecting garbage.

## What was chosen, and its price

Rows of an imported case are stored 64 to a record (a pack); rows edited or made later have a record each, above the
packs. IndexedDB's price is per record and per index, so an import in packs writes a sixtieth of the records and no
index at all: ids come from the index worker.

The price: a row that lies in a pack is read with its 63 neighbours (some 60 kB), so twenty rows from all over a large
case cost twenty packs. Packs never change, so the newest 256 read stay in memory, and lists in the order of import
read whole packs anyway. An edit never rewrites a pack, so it costs the same in a case of any size. Records of 256 rows
would halve the time of storing once more, which is a fifth of an import, and make such reads four times dearer: 64
was kept.
`;
}
