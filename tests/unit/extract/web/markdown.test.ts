import { describe, expect, it } from 'vitest';
import { extractMarkdown } from '@shared/extract/markdown';
import { testFile } from '../../text/realDocument';
import { dice, mutated, utf8 } from './encode';

const textOf = (source: string): string => {
  const read = extractMarkdown(source);
  return read.ok ? read.value.text : read.reason;
};

const SOURCE = `---
title: "Trucks: a note"
author: [Ada Kim, Bo Lee]
date: 2024-10-23
source: https://news.example/a
publication: News Example
lang: en
---
# One *two*

A line
that goes on, **bold** \`code\`.[^a] See [the page](https://x.example "t") and [[Notes/Cargo|the cargo]], [[Route]].

1. first
   - inner
2. second

- [x] done

| A | B |
|---|--:|
| 1 | a \\| b |

> quoted

\`\`\`js
let x = '[[kept]]';
\`\`\`

![alt](p.png) ![[embedded.png]]

<script>alert(1)</script>

<b>bold</b> &amp; ~~struck~~

[^a]: The note.
`;

describe('a Markdown text', () => {
  it('has the words a person reads, in blocks, and what its head says of it', () => {
    const read = extractMarkdown(SOURCE);
    if (!read.ok) throw new Error(read.reason);
    const { text, blocks, title, csl, language, extractor, warnings } = read.value;
    expect(blocks?.map(([kind, start, end, level]) => `${kind}${level || ''}: ${text.slice(start, end)}`)).toEqual([
      'heading1: One two',
      'paragraph: A line that goes on, bold code.[1] See the page and the cargo, Route.',
      'list-item1: 1. first',
      'list-item2: • inner',
      'list-item1: 2. second',
      'list-item1: • ☑ done',
      'table-row: A\tB',
      'table-row: 1\ta | b',
      'paragraph: quoted',
      "paragraph: let x = '[[kept]]';",
      'paragraph: bold & struck',
      'footnote: 1. The note.',
    ]);
    expect({ title, csl, language, extractor, warnings }).toEqual({
      title: 'Trucks: a note',
      csl: {
        author: [{ literal: 'Ada Kim' }, { literal: 'Bo Lee' }],
        issued: { 'date-parts': [[2024, 10, 23]] },
        'container-title': 'News Example',
        URL: 'https://news.example/a',
        language: 'en',
      },
      language: 'en',
      extractor: 'markdown/1',
      warnings: [{ kind: 'pictures-left-out', count: 2 }],
    });
  });

  it('may begin with a title block, and with properties that cannot be read', () => {
    expect(extractMarkdown('% A title\n  going on\n% Ada Kim; Bo Lee\n% 5 Oct 2022\n\nWords.')).toMatchObject({
      value: {
        text: 'Words.',
        title: 'A title going on',
        csl: { author: [{ literal: 'Ada Kim' }, { literal: 'Bo Lee' }], issued: { 'date-parts': [[2022, 10, 5]] } },
      },
    });
    expect(textOf('---\na: [\n---\nWords.')).toContain('Words.');
  });

  it('is refused where it has no words, and comes in as it stands where it is past all bounds', () => {
    expect(textOf('---\ntitle: x\n---\n\n<!-- none -->')).toBe('empty');
    const long = `# ${'x'.repeat(8 * 1024 * 1024)}`;
    expect(extractMarkdown(long)).toMatchObject({ value: { extractor: 'plain/1', blocks: null } });
  });
});

it('changed bytes and nested marks are read or refused', () => {
  const next = dice(5);
  const source = utf8(SOURCE);
  for (let i = 0; i < 60; i += 1) {
    const read = extractMarkdown(new TextDecoder().decode(mutated(source, next)));
    expect(read.ok || read.reason === 'empty').toBe(true);
  }
  for (const marks of ['>', '*', '[', '![', '- ', '`', '<div>', '| a ', '[^a]', '_a_', '&']) {
    expect(typeof textOf(marks.repeat(400) + 'words')).toBe('string');
  }
});

describe.runIf(testFile('documents/encodings/tika_testMARKDOWN.md') !== null)('files of the test data', () => {
  it.each([
    [
      'documents/encodings/tika_testMARKDOWN.md',
      'Title\n\nSome bold and italic and struck text with inline code.\n\n• one\n• two',
    ],
    ['documents/encodings/tika_testMARKDOWN.md', 'L\tC\tR\na\tb\tc'],
    ['hostile/xss/tika_testMARKDOWN_dataURI.md', ''],
    ['documents/markdown/pandoc_testsuite.txt', 'Level 2 with an embedded link'],
    ['documents/markdown/pandoc_pipe-tables.txt', 'Right\tLeft\tDefault\tCenter\n12\t12\t12\t12'],
    ['documents/markdown/pandoc_markdown-citations.txt', '• @item1 says blah.\n• @item1 [p. 30] says blah.'],
  ])('%s', (file, words) => {
    const text = textOf(new TextDecoder().decode(testFile(file)!));
    expect(text).toContain(words);
    expect(text).not.toMatch(/<script|javascript:|data:text/i);
  });
});
