/** The document the scenario runs on: the real one, read in place, or a fixture of the same build where it is absent. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const testdata = path.resolve(root, process.env['COLLATE_TESTDATA'] ?? '../shared/testdata');
const real = path.resolve(testdata, '../data/000_ae500f201ab592cc.txt');

export interface ScenarioDocument {
  readonly path: string;
  readonly text: string;
  readonly title: string;
  readonly isReal: boolean;
  /** Two passages that contradict or update each other, and a third. */
  readonly first: string;
  readonly second: string;
  readonly third: string;
}

const passages = (isReal: boolean) =>
  isReal
    ? {
        first: 'around 1,500 soldiers had been sent for military training',
        second: 'allegedly about 10,000 North Korean soldiers had arrived in the contested border region of Kursk',
        third: 'the term "elite" may not apply for North Korean troops',
      }
    : {
        first: 'around 1,200 workers had been sent for training',
        second: 'allegedly about 8,000 workers had reached the outer wall by the end of May 2023',
        third: 'the term "specialist" may not apply to these crews',
      };

export const scenarioDocument = ((): ScenarioDocument => {
  const isReal = existsSync(real);
  const file = isReal ? real : path.join(root, 'tests/fixtures/document.txt');
  if (!isReal) console.log(`${real} is absent: the scenario runs on tests/fixtures/document.txt`);
  const text = readFileSync(file, 'utf8');
  const words = passages(isReal);
  for (const passage of Object.values(words))
    if (!text.includes(passage)) throw new Error(`Not in ${file}: ${passage}`);
  return { path: file, text, title: text.split('\n')[0]!, isReal, ...words };
})();
