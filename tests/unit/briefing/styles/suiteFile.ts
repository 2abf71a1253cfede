/** One file of the CSL test suite: read, run through the processor with our locales and our reading of XML. */
import CSL from 'citeproc';
import { RUNS_FORMAT } from '@shared/briefing/styles/outputFormat';
import '@shared/briefing/styles/processor';
import { parseRuns, runsText } from '@shared/briefing/styles/runs';
import { copyOf, parseXml } from '@shared/briefing/styles/xml';
import { locales } from './styleFiles';

type Registered = [citationId: string, noteIndex: number];

export interface SuiteFile {
  readonly mode: string;
  readonly wanted: string;
  readonly style: string;
  readonly items: readonly { readonly id: string | number }[];
  /** Groups of cites, where the file has them. */
  readonly groups: readonly (readonly unknown[])[] | null;
  /** Steps of an edited document: a citation with those before and after it. */
  readonly steps: readonly [unknown, Registered[], Registered[]][] | null;
}

/** What the engine has beside what Collate uses. */
interface WholeEngine {
  setOutputFormat(format: string): void;
  updateItems(ids: readonly string[]): void;
  makeCitationCluster(cites: readonly unknown[]): string;
  processCitationCluster(citation: unknown, before: Registered[], after: Registered[]): [unknown, [number, string][]];
  makeBibliography(): [{ bibstart: string; bibend: string }, string[]];
  readonly registry: { readonly reflist: readonly { readonly id: string }[] };
}

export function readSuiteFile(text: string): SuiteFile {
  const section = (name: string): string | null =>
    new RegExp(`>>=+ ${name} =+>>\\n([\\s\\S]*?)<<=+ ${name} =+<<`, 'u').exec(text)?.[1]?.trim() ?? null;
  const json = (name: string): unknown => JSON.parse(section(name) ?? 'null');
  return {
    mode: section('MODE')!,
    wanted: section('RESULT')!,
    style: section('CSL')!,
    items: json('INPUT') as SuiteFile['items'],
    groups: json('CITATION-ITEMS') as SuiteFile['groups'],
    steps: json('CITATIONS') as SuiteFile['steps'],
  };
}

/** The output in the suite's own form, and the same words as our runs have them. */
export const outputOf = (file: SuiteFile): string => run(file, 'html', (text) => text);
export const wordsOf = (file: SuiteFile): string => run(file, RUNS_FORMAT, (text) => runsText(parseRuns(text)));

function run(file: SuiteFile, format: string, read: (text: string) => string): string {
  const engine = engineOf(file);
  engine.setOutputFormat(format);
  engine.updateItems(file.items.map(({ id }) => String(id)));
  if (file.mode === 'bibliography') {
    for (const cites of file.groups ?? []) engine.makeCitationCluster(cites);
    const [{ bibstart, bibend }, entries] = engine.makeBibliography();
    return `${bibstart}${entries.map(read).join('')}${bibend}`.trim();
  }
  if (file.steps) return stepsOf(engine, file.steps, read);
  const groups = file.groups ?? [engine.registry.reflist.map(({ id }) => ({ id }))];
  return groups.map((cites) => read(engine.makeCitationCluster(cites))).join('\n');
}

function engineOf({ style, items }: SuiteFile): WholeEngine {
  const parsed = parseXml(style);
  if (!parsed.ok) throw new Error(parsed.detail ?? '');
  const byId = new Map(items.map((item) => [String(item.id), item]));
  const engine = new CSL.Engine(
    {
      retrieveLocale: (tag) => copyOf(locales.byTag.get(tag) ?? locales.base),
      retrieveItem: (id) => structuredClone(byId.get(id)!),
    },
    copyOf(parsed.value),
    'en-US',
    false,
  );
  return engine as unknown as WholeEngine;
}

/** After each step every citation that changed is said; those of the last step carry `>>`. */
function stepsOf(engine: WholeEngine, steps: NonNullable<SuiteFile['steps']>, read: (text: string) => string): string {
  const said = new Map<number, string>();
  let last: number[] = [];
  for (const [citation, before, after] of steps) {
    const [, changed] = engine.processCitationCluster(citation, before, after);
    last = changed.map(([index]) => index);
    for (const [index, text] of changed) said.set(index, read(text));
  }
  return [...said]
    .toSorted(([a], [b]) => a - b)
    .map(([index, text]) => `${last.includes(index) ? '>>' : '..'}[${index}] ${text}`)
    .join('\n');
}
