/** What every extractor makes of a file: the stored text, how it is laid out, and what the file says of itself. */
import type { CslItem } from '../model/csl';
import type { LayoutBlock, LayoutPage, LayoutWord } from '../model/layout';

export type ExtractWarning =
  | { readonly kind: 'encoding-guessed'; readonly encoding: string }
  | { readonly kind: 'bytes-replaced'; readonly count: number }
  /** Pictures and other parts without words that were left out. */
  | { readonly kind: 'pictures-left-out'; readonly count: number }
  /** Pages without a text layer; `pictures` says whether one of them at least is no empty page. */
  | { readonly kind: 'pages-without-text'; readonly count: number; readonly of: number; readonly pictures: boolean }
  /** Characters were recognised with so little confidence, in whole percent, that most may be wrong. */
  | { readonly kind: 'recognised-unsurely'; readonly confidence: number }
  /** The file is cut or damaged; what could be read came in. */
  | { readonly kind: 'damaged' };

export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface Extracted {
  /** The stored text (see shared/text/plainText): LF, no byte order mark, no Unicode normalisation. */
  readonly text: string;
  readonly title: string;
  /** Name and version of the rules that made the text: `docx/1`. At most 60 characters. */
  readonly extractor: string;
  /** Null where the text is plain and its blocks are told by its lines. */
  readonly blocks: readonly LayoutBlock[] | null;
  /** Empty where the format has no pages. */
  readonly pages: readonly LayoutPage[];
  /** Recognised words with their places; absent where none was recognised. */
  readonly words?: readonly LayoutWord[];
  /** What the file says of itself, without the title; empty where it says nothing. */
  readonly csl: Partial<CslItem>;
  /** BCP 47; empty where unknown. */
  readonly language: string;
  readonly warnings: readonly ExtractWarning[];
  /** Files inside the file (mail): each may become a document of its own. */
  readonly attachments: readonly Attachment[];
}

/** Why a file could not be extracted. Sentences stand in shared/text/refusals.ts. */
export type ExtractRefusal =
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'encoding-unknown'
  /** Broken, or not of the format its name says. */
  | 'broken'
  /** Word's format before 2007 (an OLE2 compound file): to be saved as .docx first. */
  | 'older-word'
  | 'locked'
  /** Opens without a password, is encrypted all the same, and shows neither text nor pictures. */
  | 'encrypted'
  /** Unpacks to more than the bound (a zip bomb), nests too deep, or has too many parts. */
  | 'over-bound'
  /** Pages that are drawn, and hold no letters. */
  | 'no-text-layer'
  /** Pictures of pages, in which no character was recognised. */
  | 'no-words';
