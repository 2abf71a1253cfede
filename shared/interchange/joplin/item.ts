/** One item of a Joplin export: a title, a body, and lines of properties at the foot. */

/** Joplin's own numbers for what an item is. */
export const ITEM_TYPES = { note: 1, folder: 2, resource: 4, tag: 5, noteTag: 6 } as const;

export interface JoplinItem {
  readonly id: string;
  /** See ITEM_TYPES. */
  readonly type: number;
  readonly title: string;
  /** Letter for letter. */
  readonly body: string;
  readonly property: (name: string) => string;
}

const ID = /^[0-9a-f]{32}$/;

/** The item in a file's words; null where its foot is not that of an item. */
export function readItem(text: string): JoplinItem | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const properties = new Map<string, string>();
  let at = lines.length - 1;
  while (at >= 0 && lines[at]!.trim() === '') at -= 1;
  for (; at >= 0 && lines[at]!.trim() !== ''; at -= 1) {
    const match = /^([a-z_]{1,60}): ?(.*)$/.exec(lines[at]!);
    if (!match) return null;
    properties.set(
      match[1]!,
      match[2]!.replace(/\\([nr\\])/g, (_, sign) => (sign === 'n' ? '\n' : sign === 'r' ? '\r' : '\\')),
    );
  }
  const property = (name: string): string => properties.get(name) ?? '';
  const id = property('id');
  const type = Number(property('type_'));
  if (!ID.test(id) || !Number.isInteger(type)) return null;
  const head = at < 0 ? [] : lines.slice(0, at);
  return { id, type, title: (head[0] ?? '').trim(), body: head.slice(2).join('\n'), property };
}

/** The day of an instant as Joplin writes it (ISO 8601, or milliseconds since 1970); empty where there is none. */
export function dayOf(instant: string): string {
  const at = /^\d{10,14}$/.test(instant)
    ? Number(instant)
    : /^\d{4}-\d\d-\d\dT/.test(instant)
      ? Date.parse(instant)
      : NaN;
  return at > 0 && at < 253_402_300_800_000 ? new Date(at).toISOString().slice(0, 10) : '';
}
