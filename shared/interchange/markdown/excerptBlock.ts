/** Excerpts below a document's text: a quotation with a block id, and a list of what is said of it. Written and read here. */

/** A line of its own between a text and what is said of it; Obsidian hides it. */
export const END_OF_TEXT = '%% collate: end of text %%';

export interface ListItem {
  readonly label: string;
  /** Letter for letter, lines and all. */
  readonly value: string;
}

export interface ExcerptBlock {
  readonly id: string;
  readonly quote: string;
  readonly items: readonly ListItem[];
}

/** One item; further lines of its words stand below it, indented. */
export const writeItem = ({ label, value }: ListItem): string => `- ${label}: ${value.replaceAll('\n', '\n  ')}`;

export function writeBlock({ id, quote, items }: ExcerptBlock): string {
  const quoted = quote
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  return `${quoted}\n\n^${id}\n${items.length === 0 ? '' : `\n${items.map(writeItem).join('\n')}\n`}`;
}

/** The excerpts in what follows a text, and list items that stand before the first of them. */
export function readBlocks(text: string): {
  readonly blocks: readonly ExcerptBlock[];
  readonly items: readonly ListItem[];
} {
  const blocks: (ExcerptBlock & { items: ListItem[] })[] = [];
  const loose: ListItem[] = [];
  let quote: string[] | null = null;
  let item: { label: string; lines: string[] } | null = null;
  const close = (): void => {
    if (!item) return;
    while (item.lines.length > 1 && item.lines.at(-1) === '\r') item.lines.pop();
    (blocks.at(-1)?.items ?? loose).push({ label: item.label, value: item.lines.join('\n') });
    item = null;
  };
  let blanks = 0;
  for (const raw of text.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (item && line.startsWith('  ')) {
      // An editor may have taken the indentation of empty lines away.
      for (; blanks > 0; blanks -= 1) (item as { lines: string[] }).lines.push('');
      (item as { lines: string[] }).lines.push(line.slice(2));
      continue;
    }
    if (line === '') {
      blanks += 1;
      continue;
    }
    blanks = 0;
    close();
    const id = /^\^([A-Za-z0-9-]{1,100})\s*$/.exec(line)?.[1];
    if (line.startsWith('>')) {
      quote = quote ?? [];
      quote.push(line.replace(/^> ?/, ''));
    } else if (id !== undefined && quote) {
      blocks.push({ id, quote: quote.join('\n'), items: [] });
      quote = null;
    } else {
      quote = null;
      const match = /^- ([A-Za-z ]{1,40}): (.*)$/.exec(line);
      if (match) item = { label: match[1]!, lines: [match[2]!] };
    }
  }
  close();
  return { blocks, items: loose };
}
