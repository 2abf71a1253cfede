/** What a note in Markdown says outside its code: tags, links to other notes, links to attachments. */

/** The text with its code made blank: same length, same lines, so that offsets hold. */
export function withoutCode(text: string): string {
  const lines = text.split('\n');
  let fence: string | null = null;
  let isAfterBlank = true;
  let isIndented = false;
  let isList = false;
  const kept = lines.map((line) => {
    const open = /^ {0,3}(?:> ?)*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (open && open[0] === fence[0] && open.length >= fence.length && /^[\s>]*[`~]+\s*$/.test(line)) fence = null;
      return ' '.repeat(line.length);
    }
    if (open) {
      fence = open;
      return ' '.repeat(line.length);
    }
    if (line.trim() === '') {
      isAfterBlank = true;
      return line;
    }
    isIndented = /^(?: {4}|\t)/.test(line) && (isIndented || (isAfterBlank && !isList));
    if (!isIndented && !/^[ \t]/.test(line)) isList = /^(?:[-*+]|\d{1,9}[.)])\s/.test(line);
    isAfterBlank = false;
    return isIndented ? ' '.repeat(line.length) : line;
  });
  return withoutSpans(kept.join('\n'));
}

/** Code spans: from a run of backticks to the next as long, inside one paragraph (CommonMark 0.31.2 §6.1). */
function withoutSpans(text: string): string {
  if (!text.includes('`')) return text;
  return text
    .split(/(\n[ \t]*\n)/)
    .map((paragraph) => {
      const runs = [...paragraph.matchAll(/`+/g)].map((run) => ({ at: run.index, length: run[0].length }));
      const next: (number | undefined)[] = [];
      const last = new Map<number, number>();
      for (let i = runs.length - 1; i >= 0; i -= 1) {
        next[i] = last.get(runs[i]!.length);
        last.set(runs[i]!.length, i);
      }
      const parts: string[] = [];
      let done = 0;
      for (let i = 0; i < runs.length; i += 1) {
        const close = next[i];
        if (close === undefined) continue;
        const end = runs[close]!.at + runs[close]!.length;
        parts.push(paragraph.slice(done, runs[i]!.at), paragraph.slice(runs[i]!.at, end).replace(/[^\n]/g, ' '));
        done = end;
        i = close;
      }
      return parts.join('') + paragraph.slice(done);
    })
    .join('');
}

export interface Found {
  readonly words: string;
  /** UTF-16 code unit where it begins. */
  readonly at: number;
}

const TAG = /(^|\s)#([\p{L}\p{N}\p{M}\p{Extended_Pictographic}_\-/]{1,200})(?![\p{L}\p{N}#])/gmu;

/** `#tags` as Obsidian takes them: after white space, with a sign that is no digit. */
export function tagsIn(prose: string): Found[] {
  return [...prose.matchAll(TAG)]
    .filter((match) => /[^\d/]/u.test(match[2]!))
    .map((match) => ({ words: match[2]!, at: match.index + match[1]!.length }));
}

/** Targets of `[[wikilinks]]` and embeds, without what they show. */
export function wikilinksIn(prose: string): (Found & { readonly isEmbed: boolean })[] {
  return [...prose.matchAll(/(!?)\[\[([^[\]\n|]{1,500})(?:\\?\|[^[\]\n]{0,500})?\]\]/g)].map((match) => ({
    words: match[2]!.replace(/\\$/, '').trim(),
    at: match.index,
    isEmbed: match[1] !== '',
  }));
}

/** Targets of links and pictures as CommonMark writes them, percent signs decoded. */
export function markdownLinksIn(prose: string): (Found & { readonly isEmbed: boolean })[] {
  return [...prose.matchAll(/(!?)\[[^[\]\n]{0,500}\]\((?:<([^<>\n]{1,2000})>|([^\s()<>]{1,2000}))/g)].map((match) => ({
    words: decoded(match[2] ?? match[3]!),
    at: match.index,
    isEmbed: match[1] !== '',
  }));
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
