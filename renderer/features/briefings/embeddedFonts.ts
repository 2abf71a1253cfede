/** The program's own faces as data for an exported page: those parts of them that its characters need. */
import type { EmbeddedFont } from '@shared/briefing/printStyle';

const FAMILIES: Readonly<Record<string, EmbeddedFont['family']>> = {
  'Source Serif 4 Variable': 'serif',
  'Inter Variable': 'sans',
  'Noto Sans KR': 'other',
};

/**
 * Reads the faces from the style sheets of this page, so that the list of fonts stays where it is. A face that cannot
 * be read is left out: the reader's own fonts stand in.
 */
export async function embeddedFonts(text: string): Promise<EmbeddedFont[]> {
  const needed = new Set(Array.from(text, (sign) => sign.codePointAt(0)!));
  const wanted = faceRules().filter(({ range }) => range === '' || covers(range, needed));
  const fonts = await Promise.all(
    wanted.map(async ({ family, style, weight, range, address }): Promise<EmbeddedFont | null> => {
      try {
        const answer = await fetch(address);
        if (!answer.ok) return null;
        const data = base64Of(new Uint8Array(await answer.arrayBuffer()));
        return { family, style, weight, data, ...(range === '' ? {} : { unicodeRange: range }) };
      } catch {
        return null;
      }
    }),
  );
  return fonts.filter((font) => font !== null);
}

interface FaceRule {
  readonly family: EmbeddedFont['family'];
  readonly style: EmbeddedFont['style'];
  readonly weight: string;
  readonly range: string;
  readonly address: string;
}

function faceRules(): FaceRule[] {
  const found: FaceRule[] = [];
  const walk = (rules: CSSRuleList, base: string): void => {
    for (const rule of rules) {
      if (rule instanceof CSSFontFaceRule) {
        const face = faceOf(rule, base);
        if (face) found.push(face);
      } else if (rule instanceof CSSImportRule) {
        if (rule.styleSheet) walk(rule.styleSheet.cssRules, rule.styleSheet.href ?? base);
      } else if (rule instanceof CSSGroupingRule) walk(rule.cssRules, base);
    }
  };
  for (const sheet of document.styleSheets) walk(sheet.cssRules, sheet.href ?? document.baseURI);
  return found;
}

function faceOf({ style }: CSSFontFaceRule, base: string): FaceRule | null {
  const get = (name: string): string => style.getPropertyValue(name).trim();
  const family = FAMILIES[get('font-family').replace(/^["']|["']$/g, '')];
  const path = /url\(\s*["']?([^"')]+\.woff2[^"')]*)["']?\s*\)/.exec(get('src'))?.[1];
  if (!family || path === undefined) return null;
  return {
    family,
    style: get('font-style') === 'italic' ? 'italic' : 'normal',
    weight: get('font-weight') || '400',
    range: get('unicode-range'),
    address: new URL(path, base).href,
  };
}

/** True when a `unicode-range` holds one of the code points. */
export function covers(range: string, needed: ReadonlySet<number>): boolean {
  const spans = range.split(',').map((part) => {
    const [from, to] = part.trim().replace(/^U\+/i, '').split('-');
    const low = Number.parseInt(from!.replace(/\?/g, '0'), 16);
    const high = Number.parseInt(to ?? from!.replace(/\?/g, 'F'), 16);
    return [low, high] as const;
  });
  for (const code of needed) if (spans.some(([low, high]) => code >= low && code <= high)) return true;
  return false;
}

/** Base64 (RFC 4648). */
export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
