// The table of results, for the terminal and for docs/benchmarks.md.
import { ms } from './numbers.mjs';

const shown = ({ value, unit }) => (unit === 'ms' ? ms(value) : unit ? `${value} ${unit}` : value.toFixed(2));
const goalOf = ({ goal, unit }) =>
  goal === undefined ? '' : unit === 'ms' ? `≤ ${goal} ms` : unit ? `${goal} ${unit}` : `≤ ${goal}`;
export const verdictOf = ({ goal, value }) => (goal === undefined ? '' : value <= goal ? 'met' : 'missed');

export const lineOf = (row) =>
  `${verdictOf(row).padEnd(6)}  ${shown(row).padStart(9)}  ${goalOf(row).padEnd(9)}  ${row.what}  (${row.detail})`;

export const tableOf = (rows) =>
  [
    '| Measure | Result | Goal | | Side information |',
    '|---|---:|---:|---|---|',
    ...rows.map((row) => `| ${row.what} | ${shown(row)} | ${goalOf(row)} | ${verdictOf(row)} | ${row.detail} |`),
  ].join('\n');
