/** The words of a briefing's body, a line for each block, in reading order. */
import type { BodyNode } from '@shared/model/briefing';

const INLINE = new Set(['text', 'citation', 'hardBreak']);

/** Plain text of a body; a citation stands as a space. */
export function bodyText(body: BodyNode): string {
  const lines: string[] = [];
  let line = '';
  const walk = (node: BodyNode): void => {
    if (node.type === 'text') line += node.text ?? '';
    else if (INLINE.has(node.type)) line += ' ';
    for (const child of node.content ?? []) walk(child);
    if (!INLINE.has(node.type) && line !== '') {
      lines.push(line);
      line = '';
    }
  };
  walk(body);
  return lines.join('\n');
}
