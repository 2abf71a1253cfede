/** Reads RTF token by token, as a word processor does: the state of groups, the head of the file, and its text. */
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import { decodeCodePage } from '../codePages';
import type { ExtractRefusal } from '../extracted';
import { raised } from '../html/notes';
import { startNoteBook } from '../noteBook';
import { startWords } from '../sink';
import type { Sink, WordSink } from '../sink';
import { styleKind } from '../styleNames';
import { symbolLetter } from '../symbols';
import { outlineOf, standInsOf, startHead } from './head';
import { FIRST_STATE } from './state';
import type { GroupState } from './state';
import { tokensOf } from './tokens';
import { isDoubleByte, LETTERS, NOT_TEXT, READ_THOUGH_MARKED } from './words';
import { startWriter } from './writer';
import type { ParagraphKind, Writer } from './writer';

/** Control characters, which print nothing. */
// eslint-disable-next-line no-control-regex -- they are what is meant
const NO_LETTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Groups open at once. */
export const DEEPEST_RTF = 2_000;

export interface RtfText {
  readonly facts: ReadonlyMap<string, string>;
  /** Windows language numbers of the document, the usual one first. */
  readonly languages: readonly number[];
  readonly pictures: number;
  /** The file ends before its last group does. */
  readonly isCut: boolean;
}

interface Open {
  readonly writer: Writer;
  /** Of a note. */
  readonly words: WordSink | null;
  readonly recorded: ((sink: Sink) => void)[];
}

/** Writes the text of a file into the sink, its notes behind it. Refused as `over-bound`. */
export function readRtf(bytes: Uint8Array, sink: Sink): Result<RtfText, ExtractRefusal> {
  const head = startHead();
  const notes = startNoteBook<string>({ footnote: 'decimal', endnote: 'lowerRoman' });
  const groups: GroupState[] = [];
  const open: Open[] = [{ writer: startWriter(sink), words: null, recorded: [] }];
  let state: GroupState = { ...FIRST_STATE };
  let pictures = 0;
  /** Letters still to be passed over after one in Unicode. */
  let passOver = 0;
  let label = '';
  let waiting: number[] = [];

  const writer = (): Writer => open.at(-1)!.writer;
  const kindOf = (): ParagraphKind => {
    const style = head.styleOf(state.style);
    const said = styleKind(style.name);
    const outline = state.outline ?? style.outline;
    const heading = outline === null ? null : { kind: 'heading' as const, level: outline + 1 };
    const { kind, level } = said ?? heading ?? { kind: 'paragraph' as const, level: 0 };
    return { kind, level, inTable: state.inTable, listLevel: state.listLevel + 1 };
  };
  const put = (words: string): void => {
    if (state.destination === 'label') label += words;
    else if (state.destination !== 'text') head.put(state, words);
    else if (!state.hidden && !state.deleted)
      writer().add((state.raised ? raised(words) : null) ?? words.replace(NO_LETTERS, ''));
  };
  const flush = (): void => {
    if (waiting.length === 0) return;
    const part = Uint8Array.from(waiting);
    waiting = [];
    const symbols = state.destination === 'facts' ? null : head.symbolFont(state.font);
    if (symbols === null) put(decodeCodePage(part, head.pageOf(state.font)));
    else put(Array.from(part, (byte) => symbolLetter(symbols, 0xf000 + byte)).join(''));
  };
  const begin = (opens: NonNullable<GroupState['opens']>): void => {
    state.opens = opens;
    if (opens === 'label') {
      state.destination = 'label';
      label = '';
      return;
    }
    const recorded: ((to: Sink) => void)[] = [];
    const words = opens === 'shape' ? null : startWords();
    const recording: Sink = {
      block: (...block) => void recorded.push((to) => to.block(...block)),
      table: (rows) => void recorded.push((to) => to.table(rows)),
    };
    open.push({ writer: startWriter(words ?? recording), words, recorded });
    state = { ...state, destination: 'text', inTable: false, outline: null, style: 0, listLevel: 0 };
  };
  const finish = (): void => {
    if (state.opens === 'label') return writer().label(label);
    const { writer: ended, words, recorded } = open.pop()!;
    ended.end(kindOf());
    if (words === null) return writer().float((to) => recorded.forEach((write) => write(to)));
    const kind = state.opens === 'endnote' ? 'endnote' : 'footnote';
    if (words.words() !== '') writer().add(notes.refer(kind, words.words()));
  };
  const close = (): void => {
    if (state.opens !== null) finish();
    state = groups.pop()!;
  };

  const word = (name: string, value: number | null): void => {
    const isMarked = state.isMarked;
    state.isMarked = false;
    if (isMarked && !READ_THOUGH_MARKED.has(name) && name !== 'footnote') {
      state.destination = 'nowhere';
      return;
    }
    if (NOT_TEXT.has(name)) {
      state.destination = 'nowhere';
      return;
    }
    if (name === 'u') {
      if (value === null) return;
      put(String.fromCharCode(value & 0xffff));
      passOver = state.standIns;
      return;
    }
    const letter = LETTERS.get(name);
    if (letter !== undefined) {
      if (passOver > 0) passOver -= 1;
      else put(letter);
      return;
    }
    if (name === 'upr') state = { ...state, beforeAlternative: state.destination, destination: 'nowhere' };
    else if (name === 'ud') state.destination = state.beforeAlternative ?? state.destination;
    else if (!head.word(state, name, value) && !groupWord(name)) textWord(name, value);
  };
  /** Words that say what a group is. */
  const groupWord = (name: string): boolean => {
    if (name === 'fonttbl') state.destination = 'fonts';
    else if (name === 'stylesheet') state = { ...state, destination: 'styles', style: 0, outline: null };
    else if (name === 'info') state = { ...state, destination: 'facts', fact: '' };
    else if (name === 'pict') {
      if (state.destination === 'text') pictures += 1;
      state.destination = 'nowhere';
    } else if (name === 'shpinst' || name === 'do') {
      if (state.destination === 'text') state.destination = 'shape';
    } else if (name === 'shptxt' || name === 'dptxbxtext') {
      if (state.destination === 'shape') begin('shape');
    } else if (name === 'listtext' || name === 'pntext') {
      if (state.destination === 'text' && state.opens === null) begin('label');
      else state.destination = 'nowhere';
    } else if (name === 'footnote') {
      if (state.destination === 'text' && !state.hidden && !state.deleted && state.opens === null) begin('note');
      else state.destination = 'nowhere';
    } else if (name === 'ftnalt') {
      if (state.opens === 'note') state.opens = 'endnote';
    } else return false;
    return true;
  };
  /** Words of running text. */
  const textWord = (name: string, value: number | null): void => {
    const isOn = value !== 0;
    if (name === 'f') state.font = value ?? head.usualFont();
    else if (name === 'uc') state.standIns = standInsOf(value);
    else if (name === 'v') state.hidden = isOn;
    else if (name === 'deleted') state.deleted = isOn;
    else if (name === 'super') state.raised = isOn;
    else if (name === 'up') state.raised = isOn && (value ?? 6) > 0;
    else if (name === 'nosupersub' || name === 'sub') state.raised = false;
    else if (name === 'plain')
      state = { ...state, hidden: false, deleted: false, raised: false, font: head.usualFont() };
    else if (name === 'pard') state = { ...state, style: 0, outline: null, listLevel: 0, inTable: false };
    else if (name === 's') state.style = value ?? 0;
    else if (name === 'outlinelevel') state.outline = outlineOf(value);
    else if (name === 'ilvl') state.listLevel = Math.min(8, Math.max(0, value ?? 0));
    else if (name === 'intbl') state.inTable = isOn;
    else if (state.destination !== 'text') return;
    else if (name === 'par' || name === 'sect' || name === '\n' || name === '\r') writer().endParagraph(kindOf());
    else if (name === 'nestcell') writer().endParagraph({ ...kindOf(), inTable: true });
    else if (name === 'cell') writer().endCell(kindOf());
    else if (name === 'row') writer().endRow();
  };

  for (const token of tokensOf(bytes)) {
    if (token.kind === 'byte') {
      if (passOver > 0) passOver -= 1;
      else if (state.destination !== 'nowhere') waiting.push(token.byte);
      continue;
    }
    if (token.kind === 'letters') {
      const letters = passOver > 0 ? token.letters.slice(passOver) : token.letters;
      passOver = Math.max(0, passOver - token.letters.length);
      if (letters === '' || state.destination === 'nowhere') continue;
      state.isMarked = false;
      if (waiting.length > 0 || isDoubleByte(head.pageOf(state.font)) || head.symbolFont(state.font) !== null)
        for (let i = 0; i < letters.length; i += 1) waiting.push(letters.charCodeAt(i));
      else put(letters);
      continue;
    }
    flush();
    if (token.kind === 'open') {
      passOver = 0;
      if (groups.length >= DEEPEST_RTF) return no('over-bound');
      groups.push(state);
      state = { ...state, opens: null, isMarked: false };
    } else if (token.kind === 'close') {
      passOver = 0;
      if (groups.length === 0) break;
      close();
      if (groups.length === 0) break;
    } else if (token.kind === 'word') {
      if (token.name === '*') state.isMarked = true;
      else word(token.name, token.value);
    }
  }
  flush();
  const isCut = groups.length > 0;
  while (groups.length > 0) close();
  writer().end(kindOf());
  for (const { mark, body } of notes.take()) sink.block('footnote', `${mark} ${body}`);
  return yes({ facts: head.facts, languages: head.languages, pictures, isCut });
}
