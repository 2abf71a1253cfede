/** Styles an analyst brought: CSL files, kept in this profile beside the other settings. */
import { isBuiltInStyle, STYLES } from '@shared/briefing/styles/styleList';
import type { StyleName } from '@shared/briefing/styles/styledReferences';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import type { Platform } from '@shared/platform';
import { readSetting, writeSetting } from '../../../store/registry';
import { askStyler } from './styler';
import type { Styler } from './styler';

const OWN_STYLES = 'styles.own';
const LARGEST_FILE = 1_000_000;
/** As long as a briefing's field for it. */
const LONGEST_ID = 120;

export interface OwnStyle extends StyleName {
  readonly name: string;
  readonly xml: string;
}

export const OWN_STYLES_SETTING = OWN_STYLES;

export const readOwnStyles = async (): Promise<readonly OwnStyle[]> =>
  (await readSetting<readonly OwnStyle[]>(OWN_STYLES)) ?? [];

/**
 * Asks for a CSL file and keeps its style, in place of one with the same id. Returns the id, or why it is refused:
 * a reason of `StyleRefusal` or of the host.
 */
export async function addOwnStyle(platform: Platform, ask: Styler = askStyler): Promise<Result<string>> {
  const picked = await platform.openFiles({
    title: 'Add a reference style',
    filters: [{ name: 'Citation style', extensions: ['csl', 'xml'] }],
    many: false,
  });
  if (!picked.ok) return picked;
  const [file] = picked.value;
  if (!file) return no('cancelled');
  if (file.size > LARGEST_FILE) return no('style-too-large', file.name);
  const bytes = await file.read();
  if (!bytes.ok) return no(bytes.reason, file.name);
  const xml = new TextDecoder().decode(bytes.value);
  // The reader of XML is not needed until somebody brings a style.
  const { readStyle } = await import('@shared/briefing/styles/readStyle');
  const style = readStyle(xml);
  if (!style.ok) return style;
  const id = style.value.id.slice(0, LONGEST_ID);
  const tried = await ask({ style: { xml }, language: 'en-GB', items: new Map(), groups: [] });
  if (tried === null) return no('style-broken', 'the citation processor cannot read it');
  if (isBuiltInStyle(id)) return no('style-name-taken', id);
  const own: OwnStyle = { id, name: style.value.name, kind: style.value.kind, xml };
  const others = (await readOwnStyles()).filter((one) => one.id !== id);
  await writeSetting(OWN_STYLES, [...others, own]);
  return yes(id);
}

/** Forgets an own style; briefings written in it fall back to the default until it is added again. */
export async function removeOwnStyle(id: string): Promise<void> {
  await writeSetting(
    OWN_STYLES,
    (await readOwnStyles()).filter((one) => one.id !== id),
  );
}

/** The style of an id as the worker is asked for it; the default where an own style is not in this profile. */
export function chosenStyle(
  id: string,
  own: readonly OwnStyle[],
): { readonly name: StyleName; readonly ask: { readonly id: string } | { readonly xml: string } } {
  const mine = own.find((one) => one.id === id);
  if (mine) return { name: { id: mine.id, kind: mine.kind }, ask: { xml: mine.xml } };
  const { id: known, kind } = STYLES.find((one) => one.id === id) ?? STYLES[0];
  return { name: { id: known, kind }, ask: { id: known } };
}
