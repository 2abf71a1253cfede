// The command line, command by command: what it writes, what it says, and the status it ends with.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readBundle, writeBundle } from '@shared/bundle';
import type { BundleContents } from '@shared/bundle';
import { buildSample } from '@shared/interchange/sample';
import { makeClock } from '@shared/merge/clock';
import { createRow, editRow } from '@shared/merge/edit';
import { isAlive } from '@shared/model/record';
import { newIdentity } from '@shared/bundle/seal/age';
import { isCommand, main } from '../../../electron/cli/main';
import { tools } from '../../../electron/cli/io';
import { idOf, smallCase } from '../../fixtures/bundles/make';
import { files, readSpec, tools as sampleTools } from '../interchange/sampleFiles';

let folder: string;
const at = (name: string): string => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'collate-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  for (const name of readdirSync(folder)) rmSync(at(name));
  writeFileSync(at('case.collate'), await writeBundle(smallCase(), tools));
});

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command; names of files are those in the folder. */
async function run(words: string, env: Record<string, string> = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const argv = words
    .split(' ')
    .map((word) => (/\.(?:collate|age|txt|pem|qdpx|qdc|csv|json|jsonld|ris|xyz)$/.test(word) ? at(word) : word));
  const status = await main(argv, { out: (line) => out.push(line), err: (line) => err.push(line), env });
  return { status, out: out.join('\n'), err: err.join('\n') };
}

const contentsOf = async (name: string): Promise<BundleContents> => {
  const read = await readBundle(new Uint8Array(readFileSync(at(name))), tools);
  if (!read.ok) throw new Error(read.reason);
  return read.value;
};

describe('inspect', () => {
  it('says in JSON what the bundle holds, tables without a row too', async () => {
    const { status, out, err } = await run('inspect case.collate --json');
    expect([status, err]).toEqual([0, '']);
    const small = smallCase();
    expect(JSON.parse(out)).toMatchObject({
      format: 'collate-bundle',
      formatVersion: 1,
      case: { id: small.case.id, name: small.case.name },
      counts: {
        documents: small.rows.documents!.length,
        excerpts: small.rows.excerpts!.filter(isAlive).length,
        hypotheses: small.rows.hypotheses?.length ?? 0,
      },
      marking: expect.stringMatching(/^TLP:/) as string,
      signatures: [],
      withheld: {},
    });
    for (const table of ['documents', 'excerpts', 'tags', 'links', 'sources', 'hypotheses', 'briefings'])
      expect((JSON.parse(out) as { counts: object }).counts).toHaveProperty(table);
  });

  it('refuses what is no bundle in one sentence, with status 1', async () => {
    writeFileSync(at('none.collate'), 'words');
    for (const name of ['none.collate', 'missing.collate']) {
      const { status, out, err } = await run(`inspect ${name}`);
      expect([status, out]).toEqual([1, '']);
      expect(err).toMatch(/^[^\n]*Nothing was [^\n]*$/);
    }
  });
});

describe('verify', () => {
  it('says yes to a whole bundle and no to one with a byte changed', async () => {
    expect(await run('verify case.collate')).toMatchObject({ status: 0, err: '' });
    const bytes = readFileSync(at('case.collate'));
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(at('bent.collate'), bytes);
    expect((await run('verify bent.collate')).status).toBe(1);
  });
});

describe('merge', () => {
  it('makes the same of copies in either order, and says what was set aside', async () => {
    const small = smallCase();
    const [excerpt] = small.rows.excerpts!;
    const noted = (actor: string, hours: number, note: string): BundleContents => {
      const stamp = makeClock(actor, '000', () => Date.UTC(2026, 10, 1, hours)).tick();
      const rows = small.rows.excerpts!.map((row) =>
        row.id === excerpt!.id ? editRow('excerpts', row, { note }, stamp) : row,
      );
      return { ...small, rows: { ...small.rows, excerpts: rows } };
    };
    writeFileSync(at('one.collate'), await writeBundle(noted('actor00001', 1, 'From one.'), tools));
    writeFileSync(at('two.collate'), await writeBundle(noted('actor00002', 2, 'From two.'), tools));
    const there = await run('merge one.collate two.collate -o there.collate');
    expect(there).toMatchObject({ status: 0, err: '' });
    expect(there.out).toContain('1 values were set aside');
    expect((await run('merge two.collate one.collate one.collate -o back.collate')).status).toBe(0);
    expect(readFileSync(at('there.collate'))).toEqual(readFileSync(at('back.collate')));
    const merged = await contentsOf('there.collate');
    expect(merged.rows.excerpts!.find(({ id }) => id === excerpt!.id)!.note).toBe('From two.');
    expect(merged.rows.conflicts).toMatchObject([{ field: 'note', value: 'From one.' }]);
  });

  it('refuses copies of two cases and writes nothing', async () => {
    const small = smallCase();
    writeFileSync(at('other.collate'), await writeBundle({ ...small, case: { ...small.case, id: idOf(999) } }, tools));
    const { status, err } = await run('merge case.collate other.collate -o out.collate');
    expect(status).toBe(1);
    expect(err).toContain('holds another case');
    expect(readdirSync(folder).sort()).toEqual(['case.collate', 'other.collate']);
  });
});

describe('what is there already', () => {
  it('is kept, unless --force is said', async () => {
    writeFileSync(at('out.collate'), 'mine');
    expect(await run('merge case.collate case.collate -o out.collate')).toMatchObject({ status: 1 });
    expect(readFileSync(at('out.collate'), 'utf8')).toBe('mine');
    expect(await run('merge case.collate case.collate -o out.collate --force')).toMatchObject({ status: 0 });
    expect(readFileSync(at('out.collate'))).toEqual(readFileSync(at('case.collate')));
  });
});

describe('convert', () => {
  it('takes a case to a project and back, says what was left out, and keeps every passage', async () => {
    const there = await run('convert case.collate case.qdpx');
    expect([there.status, there.err]).toEqual([0, '']);
    expect(there.out).toMatch(/left out, \d+: /);
    const back = await run('convert case.qdpx back.collate --marking TLP:RED');
    expect([back.status, back.err]).toEqual([0, '']);
    const [before, after] = [smallCase(), await contentsOf('back.collate')];
    const quotes = ({ rows }: BundleContents): string[] =>
      (rows.excerpts ?? [])
        .filter(isAlive)
        .map(({ quote }) => quote)
        .sort();
    expect(quotes(after)).toEqual(quotes(before));
    expect(after.case.id).not.toBe(before.case.id);
  });

  it('writes every table, or none where one is there already', async () => {
    writeFileSync(at('out-tags.csv'), 'mine');
    expect(await run('convert case.collate out.csv')).toMatchObject({ status: 1, out: '' });
    expect(readdirSync(folder)).not.toContain('out.csv');
    expect(readFileSync(at('out-tags.csv'), 'utf8')).toBe('mine');
    expect((await run('convert case.collate out.csv --force')).status).toBe(0);
    expect(readFileSync(at('out.csv'), 'utf8')).toContain('three tankers left the basin');
    expect(readFileSync(at('out-tags.csv'), 'utf8')).toContain('ships');
  });

  it('takes references in, and says that it writes none', async () => {
    writeFileSync(
      at('refs.ris'),
      'TY  - RPRT\r\nTI  - Harbour notes\r\nAB  - At dawn three tankers left.\r\nER  - \r\n',
    );
    expect(await run('convert refs.ris refs.collate')).toMatchObject({ status: 0, err: '' });
    expect((await contentsOf('refs.collate')).rows.documents).toMatchObject([{ title: 'Harbour notes' }]);
    expect((await run('convert case.collate again.ris')).status).toBe(2);
  });

  it('takes a case out as STIX and as web annotations, and either in again, whatever the JSON is called', async () => {
    expect((await run('convert case.collate case.stix.json')).status).toBe(0);
    expect((await run('convert case.collate case.jsonld')).status).toBe(0);
    for (const [name, as] of [
      ['case.stix.json', 'one.json'],
      ['case.jsonld', 'two.json'],
    ] as const) {
      writeFileSync(at(as), readFileSync(at(name)));
      expect(await run(`convert ${as} back-${as}.collate`)).toMatchObject({ status: 0, err: '' });
      expect((await contentsOf(`back-${as}.collate`)).rows.documents?.length).toBeGreaterThan(0);
    }
    writeFileSync(at('none.json'), '{"a":1}');
    expect(await run('convert none.json none.collate')).toMatchObject({ status: 1, out: '' });
  });

  it('takes an encrypted bundle, refuses a broken file with status 1 and an unknown name with status 2', async () => {
    const { identity, recipient } = await newIdentity();
    writeFileSync(at('key.txt'), identity);
    expect((await run(`encrypt case.collate -o case.collate.age -r ${recipient}`)).status).toBe(0);
    expect((await run('convert case.collate.age case.qdc -i key.txt')).status).toBe(0);
    writeFileSync(at('bad.qdpx'), 'words');
    expect(await run('convert bad.qdpx x.collate')).toMatchObject({ status: 1, out: '' });
    expect((await run('convert case.collate case.xyz')).status).toBe(2);
    expect((await run('convert case.collate case.json')).status).toBe(2);
    expect((await run('convert case.xyz x.collate')).status).toBe(2);
    expect((await run('convert case.collate case.collate --force')).status).toBe(2);
    expect((await run('convert case.collate')).status).toBe(2);
    expect(readdirSync(folder)).not.toContain('x.collate');
  });
});

describe('what is read from', () => {
  it('is never written to, even where --force is said', async () => {
    const before = readFileSync(at('case.collate'));
    const { status, err } = await run('redact case.collate --ceiling TLP:CLEAR -o case.collate --force');
    expect(status).toBe(2);
    expect(err).toContain('is read from');
    expect(readFileSync(at('case.collate')).equals(before)).toBe(true);
  });
});

describe('redact', () => {
  it('writes what may go, says what was withheld, and takes no ceiling it does not know', async () => {
    const { status, out, err } = await run('redact case.collate --ceiling tlp:green -o green.collate');
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('Withheld: 1 passages, 1 excerpts');
    const { out: json } = await run('inspect green.collate --json');
    expect(JSON.parse(json)).toMatchObject({ marking: 'TLP:GREEN', withheld: { excerpts: 1, passages: 1 } });
    expect(await run('redact case.collate --ceiling TLP:WHITE -o x.collate')).toMatchObject({ status: 2, out: '' });
  });

  it('writes the page to read in the language asked for, and names those it knows', async () => {
    expect((await run('redact case.collate --ceiling TLP:RED --language uk -o uk.collate')).status).toBe(0);
    expect((await run('redact case.collate --ceiling TLP:RED -o en.collate')).status).toBe(0);
    const page = (name: string): string =>
      strFromU8(unzipSync(new Uint8Array(readFileSync(at(name))))['data/index.html']!);
    expect(page('uk.collate')).toContain('<html lang="uk"');
    expect(page('uk.collate')).toContain('>Документи</h2>');
    expect(page('en.collate')).toContain('<html lang="en"');
    expect(await contentsOf('uk.collate')).toEqual(await contentsOf('en.collate'));
    const refused = await run('redact case.collate --ceiling TLP:RED --language xx -o xx.collate');
    expect(refused).toMatchObject({ status: 2, err: expect.stringContaining('en, uk, ko, de') as string });
  });
});

describe('check', () => {
  it('finds in the sample’s briefing what the editor finds, and ends with 1 where an error stands', async () => {
    const sample = await buildSample(readSpec(), files, { ...sampleTools, stamp: '0m3x1a2b300001-sampleacto' });
    if (!sample.ok) throw new Error(sample.detail);
    const { cases, ...rows } = sample.value.records;
    const contents: BundleContents = { case: cases[0]!, rows, texts: sample.value.texts, originals: [] };
    writeFileSync(at('sample.collate'), await writeBundle(contents, tools));
    const briefing = rows.briefings[0]!;
    const found = await run(`check sample.collate --briefing ${briefing.id}`);
    expect([found.err, found.out]).toEqual(['', expect.stringContaining(briefing.title)]);
    const errors = found.out.split('\n').filter((line) => line.startsWith('  error'));
    expect(found.status).toBe(errors.length > 0 ? 1 : 0);
    const all = await run('check sample.collate');
    expect(all.out).toMatch(/: \d+ found/);
    expect(all.out).toMatch(/^ {2}(?:error|warning|advice) +\S.*\[.+\]$/m);
    expect(await run(`check sample.collate --briefing ${idOf(12345)}`)).toMatchObject({ status: 1 });
  });

  it('says that a note which cites nothing lacks its evidence', async () => {
    const small = smallCase();
    const stamp = makeClock('actor00001', '000', () => Date.UTC(2026, 10, 2)).tick();
    const [some] = small.rows.briefings ?? [];
    if (!some) throw new Error('the small case has a briefing');
    const { id: _id, created: _created, clocks: _clocks, seen: _seen, deleted: _deleted, ...fields } = some;
    const text = 'North Korea has very likely sent 10,000 soldiers to Kursk.';
    const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
    const bare = createRow('briefings', idOf(700), { ...fields, title: 'Bare claims', body, marking: null }, stamp);
    writeFileSync(
      at('bare.collate'),
      await writeBundle({ ...small, rows: { ...small.rows, briefings: [bare] } }, tools),
    );
    const { out } = await run('check bare.collate');
    expect(out).toMatch(/Bare claims .*: \d+ found/);
    expect(out).toContain('10,000 soldiers');
  });
});

describe('encrypt and decrypt', () => {
  it('go there and back with a passphrase, and say one sentence for a wrong one', async () => {
    writeFileSync(at('words.txt'), 'seven geese over the pier\n');
    expect(await run('encrypt case.collate -o case.collate.age --passphrase-file words.txt')).toMatchObject({
      status: 0,
    });
    expect(readFileSync(at('case.collate.age'), 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
    const wrong = await run('decrypt case.collate.age -o back.collate', { COLLATE_PASSPHRASE: 'seven geese' });
    expect(wrong.status).toBe(1);
    expect(wrong.err).toMatch(/^The passphrase does not open this bundle\. [^\n]*$/);
    expect(wrong.err).not.toContain('geese');
    expect(await run('verify case.collate.age')).toMatchObject({ status: 1 });
    const env = { COLLATE_PASSPHRASE: 'seven geese over the pier' };
    expect(await run('verify case.collate.age', env)).toMatchObject({ status: 0 });
    expect(await run('decrypt case.collate.age -o back.collate', env)).toMatchObject({ status: 0 });
    expect(readFileSync(at('back.collate'))).toEqual(readFileSync(at('case.collate')));
  });

  it('go there and back with a key file', async () => {
    const { identity, recipient } = await newIdentity();
    writeFileSync(at('key.txt'), `# public key: ${recipient}\n${identity}\n`);
    expect(await run(`encrypt case.collate -r ${recipient} -o case.collate.age`)).toMatchObject({ status: 0 });
    expect(await run('decrypt case.collate.age -i key.txt -o back.collate')).toMatchObject({ status: 0 });
    expect(readFileSync(at('back.collate'))).toEqual(readFileSync(at('case.collate')));
    expect(await run(`encrypt case.collate -r age1wrong -o other.age`)).toMatchObject({ status: 2 });
    // In letters, where that is asked for; it opens without saying so.
    expect(await run(`encrypt case.collate --armor -r ${recipient} -o letters.age`)).toMatchObject({ status: 0 });
    expect(readFileSync(at('letters.age'), 'utf8')).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
    expect(await run('verify letters.age -i key.txt')).toMatchObject({ status: 0 });
    expect(await run('decrypt letters.age -i key.txt -o again.collate')).toMatchObject({ status: 0 });
    expect(readFileSync(at('again.collate'))).toEqual(readFileSync(at('case.collate')));
    writeFileSync(at('half.age'), readFileSync(at('letters.age'), 'utf8').slice(0, -200));
    expect(await run('decrypt half.age -i key.txt -o half.collate')).toMatchObject({
      status: 1,
      err: expect.stringContaining('damaged or cut short') as string,
    });
    expect(await run('encrypt case.collate.age -r age1wrong -o other.age')).toMatchObject({ status: 2 });
  });
});

describe('sign', () => {
  it('signs with a key of OpenSSL; inspect names it; a change is refused', async () => {
    execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', at('key.pem')], { stdio: 'ignore' });
    const signed = await run('sign case.collate --key key.pem --name Jo -o signed.collate');
    expect(signed).toMatchObject({ status: 0, err: '' });
    const { out } = await run('inspect signed.collate --json');
    const { signatures } = JSON.parse(out) as { signatures: { name: string; fingerprint: string }[] };
    expect(signatures).toMatchObject([
      { name: 'Jo', fingerprint: expect.stringMatching(/^(?:\w{4}-){3}\w{4}$/) as string },
    ]);
    expect(signed.out).toContain(signatures[0]!.fingerprint);
    expect(await run('sign signed.collate --key key.pem -o again.collate')).toMatchObject({ status: 1 });
    expect(await run('sign case.collate --key case.collate -o again.collate')).toMatchObject({ status: 1 });
  });
});

describe('wrong use', () => {
  it('ends with 2 and says how it is used', async () => {
    for (const words of [
      'nonsense',
      'inspect',
      'inspect a b',
      'verify case.collate --what',
      'merge case.collate -o x',
      'sign case.collate -o x',
      'encrypt case.collate -o x',
    ]) {
      const { status, out, err } = await run(words);
      expect([words, status, out]).toEqual([words, 2, '']);
      expect(err).toMatch(/collate/);
    }
    expect(await main([], { out: () => {}, err: () => {}, env: {} })).toBe(2);
    expect(await run('help')).toMatchObject({ status: 0, err: '' });
    expect(['inspect', 'help', 'constructor', 'a.collate', undefined].map(isCommand)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
