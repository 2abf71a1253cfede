/** The blocks of a briefing as HTML. */
import type { Marking } from '../../model/marking';
import type { Block, Cell } from '../parts';
import { escapeHtml } from './escape';
import { citationHtml, inlinesHtml } from './inlinesHtml';
import type { Page } from './page';

export function blockHtml(block: Block, page: Page): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${portionHtml(block.portion)}${inlinesHtml(block.inlines, page)}</p>`;
    case 'heading': {
      const level = Math.min(6, block.level + page.level);
      return `<h${level}>${inlinesHtml(block.inlines, page)}</h${level}>`;
    }
    case 'list': {
      const name = block.start === null ? 'ul' : 'ol';
      const start = block.start === null || block.start === 1 ? '' : ` start="${block.start}"`;
      const items = block.items.map(
        (item, i) => `<li>${block.checked ? doneHtml(block.checked[i]!, page) : ''}${blocksHtml(item, page)}</li>`,
      );
      return `<${name}${start}${block.checked ? ' class="tasks"' : ''}>\n${items.join('\n')}\n</${name}>`;
    }
    case 'judgement': {
      const name = page.words.judgement(block.number);
      return `<div class="judgement" role="group" aria-label="${name}"><span class="count" aria-hidden="true">${block.number}</span><div>${block.blocks.map((one) => blockHtml(one, page)).join('\n')}</div></div>`;
    }
    case 'figure':
      return figureHtml(block, page);
    case 'quote':
      return `<blockquote>${blocksHtml(block.blocks, page)}</blockquote>`;
    case 'quotation': {
      const lang = block.language === '' ? '' : ` lang="${escapeHtml(block.language)}"`;
      const words = escapeHtml(block.text.trim())
        .replace(/\s*\n\s*\n\s*/g, '</p>\n<p>')
        .replace(/\n/g, '<br>');
      const by = block.attribution === '' ? '' : `${escapeHtml(block.attribution)} `;
      return `<figure class="quotation"><blockquote${lang}><p>${portionHtml(block.portion)}${words}</p></blockquote><figcaption>${by}${citationHtml(block.citation, page)}</figcaption></figure>`;
    }
    case 'table':
      return tableHtml(block.rows, page);
    case 'rule':
      return '<hr>';
  }
}

/** The marking of one passage, before its words. */
const portionHtml = (portion: Marking | undefined): string =>
  portion === undefined ? '' : `<span class="portion">(${portion})</span> `;

const doneHtml = (done: boolean, { words }: Page): string =>
  `<span class="done" role="img" aria-label="${done ? words.done : words.toDo}">${done ? '☑' : '☐'}</span> `;

function figureHtml(block: Extract<Block, { kind: 'figure' }>, page: Page): string {
  const data = page.pictures?.get(block.originalId);
  const alt = escapeHtml(block.alt);
  const picture =
    data === undefined
      ? `<p class="absent">${alt || page.words.pictureAbsent}</p>`
      : `<img src="data:${block.mediaType};base64,${data}" alt="${alt}">`;
  const caption = inlinesHtml(block.caption, page);
  return `<figure class="picture">${picture}<figcaption>${page.words.figure(block.number)}${caption === '' ? '' : `. ${caption}`}</figcaption></figure>`;
}

/** Blocks inside another: a single paragraph needs no tags of its own. */
function blocksHtml(blocks: readonly Block[], page: Page): string {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph' || first.portion !== undefined)
    return blocks.map((block) => blockHtml(block, page)).join('\n');
  const words = inlinesHtml(first.inlines, page);
  if (rest.every((block) => block.kind === 'list')) {
    return [words, ...rest.map((block) => blockHtml(block, page))].join('\n');
  }
  return [`<p>${words}</p>`, ...rest.map((block) => blockHtml(block, page))].join('\n');
}

/** Rows of head cells at the top are the table's head: print repeats it on the next page. */
function tableHtml(rows: readonly (readonly Cell[])[], page: Page): string {
  const body = rows.findIndex((row) => row.some((cell) => !cell.header));
  const head = body < 0 ? rows.length : body;
  const html = rows.map((row) => `<tr>${row.map((cell) => cellHtml(cell, row, page)).join('')}</tr>`);
  const parts = [
    head > 0 ? `<thead>\n${html.slice(0, head).join('\n')}\n</thead>` : '',
    head < rows.length ? `<tbody>\n${html.slice(head).join('\n')}\n</tbody>` : '',
  ];
  return `<table>\n${parts.filter((part) => part !== '').join('\n')}\n</table>`;
}

function cellHtml(cell: Cell, row: readonly Cell[], page: Page): string {
  const name = cell.header ? 'th' : 'td';
  const scope = cell.header ? ` scope="${row.every((one) => one.header) ? 'col' : 'row'}"` : '';
  const spans = `${cell.colspan > 1 ? ` colspan="${cell.colspan}"` : ''}${cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : ''}`;
  return `<${name}${scope}${spans}>${blocksHtml(cell.blocks, page)}</${name}>`;
}
