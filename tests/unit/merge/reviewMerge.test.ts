// The review of a merge: what it says of each record, and that what is decided there stands on every replica.
import { describe, expect, it } from 'vitest';
import { knowing, makeClock } from '@shared/merge/clock';
import { createRow, deleteRow, editRow, restoreRow } from '@shared/merge/edit';
import { idFromText } from '@shared/merge/idFromText';
import { mergeRows } from '@shared/merge/merge';
import { planChoice, reviewMerge } from '@shared/merge/reviewMerge';
import type { Choice } from '@shared/merge/reviewMerge';
import { isAlive } from '@shared/model/record';
import type { Tag } from '@shared/model/tag';

let wall = Date.UTC(2026, 0, 1);
const TWO_YEARS = 2 * 365 * 86_400_000;
const mine = makeClock('aaaaaaaaaa', 'www', () => (wall += 1000));
const theirs = makeClock('bbbbbbbbbb', 'www', () => (wall += 1000));
const fast = makeClock('cccccccccc', 'www', () => (wall += 1000) + TWO_YEARS);
const fields = { kind: 'topic' as const, parentId: null, aliases: [], hue: 0, description: '', withhold: false };
const tag = (name: string): Tag => createRow('tags', 't1', { name, ...fields }, mine.tick());
const edit = (row: Tag, patch: Partial<Tag>, clock = mine): Tag =>
  editRow('tags', row, patch, knowing(row, clock.tick()));

function review(here: Tag | undefined, there: Tag) {
  const local = (table: string): Tag | undefined => (table === 'tags' ? here : undefined);
  return reviewMerge([{ table: 'tags', row: there }], local, idFromText, wall);
}

describe('the review of a merge', () => {
  it('tells new, newer, older, same, deleted and in conflict apart', () => {
    const row = tag('Basin');
    const kindOf = (here: Tag | undefined, there: Tag) => review(here, there).items.map(({ kind }) => kind);
    expect(kindOf(undefined, row)).toEqual(['new']);
    expect(kindOf(undefined, deleteRow(row, mine.tick()))).toEqual([]);
    expect(kindOf(row, row)).toEqual(['same']);
    expect(kindOf(row, edit(row, { name: 'Harbour' }, theirs))).toEqual(['newer']);
    expect(kindOf(edit(row, { name: 'Harbour' }), row)).toEqual(['older']);
    expect(kindOf(row, deleteRow(row, theirs.tick()))).toEqual(['deleted']);
    expect(kindOf(deleteRow(row, mine.tick()), row)).toEqual(['older']);
    expect(kindOf(edit(row, { name: 'Mine' }), edit(row, { name: 'Theirs' }, theirs))).toEqual(['conflict']);
    const [item] = review(edit(row, { name: 'Mine' }), edit(row, { hue: 3 }, theirs)).items;
    expect(item).toMatchObject({ kind: 'newer', fields: ['name', 'hue'], joined: { name: 'Mine', hue: 3 } });
  });

  it('names the machine whose clock runs ahead, not those who edited in knowledge of it, and what it decided', () => {
    const row = tag('Basin');
    const there = edit(row, { name: 'From the future' }, fast);
    const found = review(edit(row, { name: 'Mine' }), there);
    expect(found.fastClocks).toEqual([{ actor: 'cccccccccc', days: 730 }]);
    expect(found.items[0]).toMatchObject({ kind: 'conflict', decidedBy: 'cccccccccc' });
    const after = edit(there, { name: 'Knowing it' }, theirs);
    expect(review(row, after).fastClocks.map(({ actor }) => actor)).not.toContain('bbbbbbbbbb');
    expect(review(row, row).fastClocks).toEqual([]);
  });

  it('writes what is decided so that it wins on both sides, over any clock', () => {
    const row = tag('Basin');
    const versions: [Tag | undefined, Tag][] = [
      [edit(row, { name: 'Mine', aliases: ['m'] }), edit(row, { name: 'Theirs', aliases: ['t'] }, fast)],
      [row, deleteRow(row, fast.tick())],
      [deleteRow(row, mine.tick()), edit(row, { name: 'Theirs' }, fast)],
      [edit(row, { name: 'Mine' }), row],
      [undefined, row],
    ];
    for (const [here, there] of versions) {
      for (const choice of ['mine', 'theirs'] as Choice[]) {
        const joined = here ? mergeRows('tags', here, there).row : there;
        const { life, patch } = planChoice(choice, here, there, joined);
        let decided = joined;
        if (life === 'restore') decided = restoreRow(decided, knowing(decided, mine.tick()));
        decided = editRow('tags', decided, patch, knowing(decided, mine.tick()));
        if (life === 'remove') decided = deleteRow(decided, knowing(decided, mine.tick()));
        const everywhere = mergeRows('tags', there, decided);
        expect(everywhere.setAside).toEqual([]);
        const chosen = choice === 'mine' ? here : there;
        expect(isAlive(everywhere.row)).toBe(chosen !== undefined && isAlive(chosen));
        if (chosen && isAlive(chosen))
          expect(everywhere.row).toMatchObject({ name: chosen.name, aliases: chosen.aliases });
      }
    }
  });
});
