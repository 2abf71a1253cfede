/**
 * What Collate uses of the library `docx` 9.15.2 (MIT). Its own types bring those of Node with them, which the domain
 * must not see; `tsconfig.base.json` points the name here.
 */

/** Twentieths of a point; in run sizes half points. */
type Twips = number;

type Border = { readonly style: string; readonly size?: number; readonly color?: string; readonly space?: number };
type Shading = { readonly type: string; readonly fill: string; readonly color?: string };
type Fonts = { readonly ascii: string; readonly hAnsi: string; readonly cs?: string; readonly eastAsia?: string };

export interface RunLook {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly underline?: { readonly type?: string };
  readonly strike?: boolean;
  readonly smallCaps?: boolean;
  readonly superScript?: boolean;
  readonly subScript?: boolean;
  readonly color?: string;
  readonly size?: number;
  readonly font?: string | Fonts;
  readonly shading?: Shading;
  readonly noProof?: boolean;
  readonly language?: { readonly value?: string; readonly eastAsia?: string; readonly bidirectional?: string };
}

export interface RunOptions extends RunLook {
  readonly style?: string;
  readonly text?: string;
  readonly break?: number;
  readonly children?: readonly (string | Tab)[];
}

export interface ParagraphLook {
  readonly alignment?: string;
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly spacing?: {
    readonly before?: Twips;
    readonly after?: Twips;
    readonly line?: number;
    readonly lineRule?: 'auto';
  };
  readonly indent?: { readonly left?: Twips; readonly hanging?: Twips };
  readonly border?: { readonly [side in 'top' | 'bottom' | 'left']?: Border };
  readonly contextualSpacing?: boolean;
}

export interface ParagraphOptions extends ParagraphLook {
  readonly style?: string;
  readonly heading?: string;
  readonly children?: readonly ParagraphChild[];
  readonly tabStops?: readonly { readonly type: string; readonly position: Twips }[];
  readonly numbering?: { readonly reference: string; readonly level: number; readonly instance?: number };
}

export interface StyleOptions {
  readonly name?: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly quickFormat?: boolean;
  readonly uiPriority?: number;
  readonly paragraph?: ParagraphLook;
  readonly run?: RunLook;
}

export class Tab {
  constructor();
  private readonly tab;
}
export class TextRun {
  constructor(options: string | RunOptions);
  private readonly run;
}
export class FootnoteReferenceRun {
  constructor(number: number);
  private readonly note;
}
export class Bookmark {
  constructor(options: { readonly id: string; readonly children: readonly ParagraphChild[] });
  private readonly bookmark;
}
export class InternalHyperlink {
  constructor(options: { readonly anchor: string; readonly children: readonly ParagraphChild[] });
  private readonly anchor;
}
export class ExternalHyperlink {
  constructor(options: { readonly link: string; readonly children: readonly ParagraphChild[] });
  private readonly link;
}
export class ImageRun {
  constructor(options: {
    readonly type: 'png' | 'jpg' | 'gif';
    readonly data: Uint8Array;
    /** CSS pixels, 96 to the inch. */
    readonly transformation: { readonly width: number; readonly height: number };
    readonly altText: { readonly title?: string; readonly description: string; readonly name: string };
  });
  private readonly image;
}
export type ParagraphChild =
  | TextRun
  | FootnoteReferenceRun
  | Bookmark
  | InternalHyperlink
  | ExternalHyperlink
  | ImageRun;

export class Paragraph {
  constructor(options: string | ParagraphOptions);
  private readonly paragraph;
}
export class TableCell {
  constructor(options: {
    readonly children: readonly (Paragraph | Table)[];
    readonly columnSpan?: number;
    readonly rowSpan?: number;
    readonly shading?: Shading;
    readonly margins?: { readonly [side in 'top' | 'bottom' | 'left' | 'right']?: Twips };
  });
  private readonly cell;
}
export class TableRow {
  constructor(options: {
    readonly children: readonly TableCell[];
    readonly tableHeader?: boolean;
    readonly cantSplit?: boolean;
  });
  private readonly row;
}
export class Table {
  constructor(options: {
    readonly rows: readonly TableRow[];
    readonly width: { readonly size: number; readonly type: string };
    readonly columnWidths: readonly Twips[];
    readonly layout?: string;
    readonly style?: string;
    readonly borders?: {
      readonly [side in 'top' | 'bottom' | 'left' | 'right' | 'insideHorizontal' | 'insideVertical']?: Border;
    };
  });
  private readonly table;
}
export class TableOfContents {
  constructor(
    alias: string,
    options: { readonly hyperlink?: boolean; readonly headingStyleRange?: string; readonly beginDirty?: boolean },
  );
  private readonly contents;
}
export type FileChild = Paragraph | Table | TableOfContents;

export class Header {
  constructor(options: { readonly children: readonly (Paragraph | Table)[] });
  private readonly header;
}
export class Footer {
  constructor(options: { readonly children: readonly (Paragraph | Table)[] });
  private readonly footer;
}

export interface NumberingLevel {
  readonly level: number;
  readonly format: string;
  readonly text: string;
  readonly alignment?: string;
  readonly start?: number;
  readonly style?: { readonly run?: RunLook; readonly paragraph?: ParagraphLook };
}

export type PageNumberEstimator = (document: Document) => unknown;

export class Document {
  constructor(options: {
    readonly title: string;
    readonly creator: string;
    readonly lastModifiedBy: string;
    readonly description?: string;
    readonly pageNumbers?: PageNumberEstimator;
    readonly styles: {
      readonly default: { readonly document: { readonly run: RunLook; readonly paragraph: ParagraphLook } } & Readonly<
        Record<string, StyleOptions>
      >;
      readonly paragraphStyles: readonly (StyleOptions & { readonly id: string })[];
      readonly characterStyles: readonly (StyleOptions & { readonly id: string })[];
    };
    readonly numbering: {
      readonly config: readonly { readonly reference: string; readonly levels: readonly NumberingLevel[] }[];
    };
    readonly footnotes: Readonly<Record<string, { readonly children: readonly Paragraph[] }>>;
    readonly sections: readonly {
      readonly properties: {
        readonly page: {
          readonly size: { readonly width: Twips; readonly height: Twips };
          readonly margin: {
            readonly [side in 'top' | 'bottom' | 'left' | 'right' | 'header' | 'footer']: Twips;
          };
        };
      };
      readonly headers: { readonly default: Header };
      readonly footers: { readonly default: Footer };
      readonly children: readonly FileChild[];
    }[];
  });
  private readonly document;
}

export const Packer: {
  toArrayBuffer(document: Document): Promise<ArrayBuffer>;
};

type Names<Name extends string> = { readonly [name in Name]: string };
export const AlignmentType: Names<'LEFT' | 'RIGHT' | 'START' | 'CENTER'>;
export const BorderStyle: Names<'SINGLE' | 'NONE'>;
export const HeadingLevel: Names<'TITLE' | 'HEADING_1' | 'HEADING_2' | 'HEADING_3'>;
export const LevelFormat: Names<'BULLET' | 'DECIMAL'>;
export const PageNumber: Names<'CURRENT' | 'TOTAL_PAGES'>;
export const ShadingType: Names<'CLEAR'>;
export const TableLayoutType: Names<'AUTOFIT' | 'FIXED'>;
export const TabStopType: Names<'LEFT' | 'RIGHT'>;
export const WidthType: Names<'DXA'>;
