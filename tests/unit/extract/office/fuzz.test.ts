// Whatever is done to a file's bytes, or to the XML inside it, it comes in or is refused: nothing throws or hangs.
import { unzipSync, strFromU8, strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '@shared/model/result';
import { extractDocx } from '@shared/extract/docx';
import { extractEpub } from '@shared/extract/epub';
import type { Extracted, ExtractRefusal } from '@shared/extract/extracted';
import { extractOdt } from '@shared/extract/odt';
import { extractRtf } from '@shared/extract/rtf';
import { cell, docx, epub, expectSound, odt, p, row, run, table } from './make';

const RUNS = Number(process.env['COLLATE_FUZZ'] ?? 150);

type Outcome = Promise<Result<Extracted, ExtractRefusal>> | Result<Extracted, ExtractRefusal>;

const word = docx(
  p('Heading', '<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
    p(`${run('a')}<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>`) +
    table(row(cell('x'), cell('y', '<w:gridSpan w:val="2"/>')), row(cell('z'), cell('w'))),
  {
    styles: '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="1"/></w:style>',
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    footnotes: `<w:footnote w:id="1">${p('note')}</w:footnote>`,
  },
);
const open = odt(
  '<text:h text:outline-level="1">Head</text:h><text:list text:style-name="L"><text:list-item><text:p>a<text:s text:c="3"/>b</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-repeated="3"><text:p>c</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>',
  '<style:style style:name="P" style:parent-style-name="P"/><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="i" style:num-suffix="."/></text:list-style>',
);
const rich = strToU8(
  "{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0\\fcharset128 A;}{\\f1\\fcharset2 Symbol;}}{\\stylesheet{\\s1\\outlinelevel0 heading 1;}}{\\info{\\title t}}\\s1 A\\par{\\listtext 1.\\tab}b\\u945?\\par{\\footnote n}\\trowd\\intbl a\\cell\\b\\cell\\row\\pard{\\shp{\\*\\shpinst{\\shptxt s\\par}}}{\\upr{x}{\\*\\ud{y}}}\\'83A\\bin2 xx end}",
);
const book = epub(
  { 'a.xhtml': '<h1>One</h1><p>words<br/>more</p>', 'b.xhtml': '<table><tr><td>a</td><td>b</td></tr></table>' },
  ['a.xhtml', 'b.xhtml'],
);

/** Cuts, doubles, replaces and moves stretches of bytes; values that readers stumble over are put in most. */
function mutate(bytes: Uint8Array, seed: readonly number[]): Uint8Array {
  let out = Array.from(bytes);
  const telling = [0, 1, 0x3c, 0x3e, 0x22, 0x26, 0x2d, 0x39, 0x5c, 0x7b, 0x7d, 0x7f, 0x80, 0xff];
  for (let i = 0; i + 2 < seed.length; i += 3) {
    const [what, where, much] = [seed[i]! % 5, seed[i + 1]! % Math.max(1, out.length), seed[i + 2]!];
    const length = 1 + (much % 40);
    const stretch = out.slice(where, where + length);
    if (what === 0) out.splice(where, length);
    else if (what === 1) out.splice(where, 0, ...stretch);
    else if (what === 2) out[where] = telling[much % telling.length]!;
    else if (what === 3) out.splice(much % Math.max(1, out.length), 0, ...stretch);
    else if (much % 20 === 0) out = out.slice(0, where);
    else out[where] = much & 0xff;
  }
  return Uint8Array.from(out);
}

/** The zip with one of its parts changed: past the checksum, where the readers of XML are. */
function mutateInside(bytes: Uint8Array, seed: readonly number[]): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[(seed[0] ?? 0) % names.length]!;
  return zipSync({ ...parts, [name]: mutate(parts[name]!, seed.slice(1)) }, { level: 0 });
}

async function check(outcome: Outcome, tally: Map<string, number>): Promise<void> {
  const said = await outcome;
  if (said.ok) expectSound(said.value);
  const reason = said.ok ? 'came in' : said.reason;
  tally.set(reason, (tally.get(reason) ?? 0) + 1);
}

describe('a damaged or hostile file', () => {
  it.each<[string, Uint8Array, (bytes: Uint8Array) => Outcome]>([
    ['Word', word, extractDocx],
    ['OpenDocument', open, extractOdt],
    ['EPUB', book, extractEpub],
    ['RTF', rich, extractRtf],
  ])('of %s comes in or is refused', async (kind, good, extract) => {
    expect(strFromU8(good.subarray(0, 2), true)).toBe(kind === 'RTF' ? '{\\' : 'PK');
    const tally = new Map<string, number>();
    const seeds = fc.array(fc.nat({ max: 0xffff }), { minLength: 4, maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(seeds, fc.boolean(), async (seed, inside) => {
        const bytes = inside && kind !== 'RTF' ? mutateInside(good, seed) : mutate(good, seed);
        await check(extract(bytes), tally);
      }),
      { numRuns: RUNS },
    );
    await check(extract(good), tally);
    expect(tally.get('came in')).toBeGreaterThan(0);
    expect(tally.size).toBeGreaterThan(1);
  });
});
