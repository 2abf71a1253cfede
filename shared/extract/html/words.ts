/** Gathers the words of one block as they are shown: white space falls together as CSS has it, line breaks stay. */

export interface Words {
  /** Text of the page. `isKept` where white space is shown as it stands (`pre`). */
  add(text: string, isKept?: boolean): void;
  /** Signs that are shown although they stand in no text (a quotation mark, a number); white space in them stays. */
  mark(text: string): void;
  lineBreak(): void;
  isEmpty(): boolean;
  /** What was gathered, white space at the ends dropped; nothing is left. */
  take(): string;
}

/** Between two wide signs the end of a line is nothing, not a space (CSS Text 3 §4.1.3). */
const WIDE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const WIDE_BREAK = new RegExp(`(?<=${WIDE})[ \\t]*[\\n\\r\\f][ \\t\\n\\r\\f]*(?=${WIDE})`, 'gu');
const MAY_BE_WIDE = /[\u2e80-\uffef\ud840-\ud88f]/;

export function startWords(): Words {
  let parts: string[] = [];
  /** What the last part ends in: nothing yet or a line break, a space that may fall together, or a sign. */
  let end: 'start' | 'space' | 'sign' = 'start';
  let isSeen = false;
  const push = (text: string): void => {
    if (text !== '') parts.push(text);
  };
  const dropSpace = (): void => {
    if (end === 'space') parts.push(parts.pop()!.slice(0, -1));
  };
  return {
    add(text, isKept = false) {
      if (text === '') return;
      if (isKept) {
        push(text.replace(/\r\n?/g, '\n'));
        isSeen ||= /\S/.test(text);
        end = text.endsWith('\n') ? 'start' : 'sign';
        return;
      }
      const joined = MAY_BE_WIDE.test(text) ? text.replace(WIDE_BREAK, '') : text;
      let words = joined.replace(/[ \t\n\r\f]+/g, ' ');
      if (end !== 'sign' && words.startsWith(' ')) words = words.slice(1);
      if (words === '') return;
      push(words);
      isSeen ||= /\S/.test(words);
      end = words.endsWith(' ') ? 'space' : 'sign';
    },
    mark(text) {
      if (text === '') return;
      push(text);
      isSeen ||= /\S/.test(text);
      end = text.endsWith(' ') ? 'start' : 'sign';
    },
    lineBreak() {
      dropSpace();
      push('\n');
      end = 'start';
    },
    isEmpty: () => !isSeen,
    take() {
      const text = parts.join('').trim();
      parts = [];
      end = 'start';
      isSeen = false;
      return text;
    },
  };
}
