// Real files of Word, LibreOffice, RTF writers and books, read in place: each comes in with its words, or is refused.
import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { extractDocx } from '@shared/extract/docx';
import { extractEpub } from '@shared/extract/epub';
import type { Extracted } from '@shared/extract/extracted';
import { extractOdt } from '@shared/extract/odt';
import { extractRtf } from '@shared/extract/rtf';
import { testFile } from '../../text/realDocument';
import { expectSound, lines } from './make';

/** A file a line: the length of its text and its blocks by kind, with its first and last letters; or why it is refused. */
const FILES = `
documents/docx/mammoth_comments.docx | 5 | paragraph 1 | Ouch. | Ouch.
documents/docx/mammoth_embedded-style-map.docx | 23 | paragraph 1 | Walking on imported air | Walking on imported air
documents/docx/mammoth_empty.docx | empty
documents/docx/mammoth_endnotes.docx | 56 | footnote 2, paragraph 1 | Ouch[i].[ii]⏎⏎[i] A tach | s into a bar.⏎⏎[ii] Fin.
documents/docx/mammoth_external-picture.docx | empty
documents/docx/mammoth_footnotes.docx | 54 | footnote 2, paragraph 1 | Ouch[1].[2]⏎⏎[1] A tachy | ks into a bar.⏎⏎[2] Fin.
documents/docx/mammoth_simple-list.docx | 16 | list-item 2 | • Apple⏎• Banana | • Apple⏎• Banana
documents/docx/mammoth_strikethrough.docx | 32 | paragraph 1 | Today's Special: Salmon  | Special: Salmon Sold out
documents/docx/mammoth_tables.docx | 57 | paragraph 2, table-row 2 | Above⏎⏎Top left⇥Top righ | left⇥Bottom right⏎⏎Below
documents/docx/pandoc_comments.docx | 140 | paragraph 4 | I want some text to have |  a comment in a comment.
documents/docx/pandoc_diagram.docx | 35 | heading 1, paragraph 3 | Diagram after:⏎⏎top⏎⏎mid | er:⏎⏎top⏎⏎middle⏎⏎bottom
documents/docx/pandoc_drop_cap.docx | 71 | paragraph 4 | Drop cap.⏎⏎Next paragrap | ⏎⏎Drop cap (not really).
documents/docx/pandoc_i18n_blocks.docx | 116 | heading 2, list-item 2, paragraph 2 | This is Heading 1⏎⏎This  |  1⏎• This is list item 2
documents/docx/pandoc_lists_restarting.docx | 43 | list-item 4, paragraph 1 | 2. Foo⏎3. Bar⏎4. Baz⏎⏎In | z⏎⏎Interruption⏎⏎1. Bop.
documents/docx/pandoc_mendeley_citations.docx | 1204 | heading 1, paragraph 7 | This is a Mendeley test  | .1007/s11528-019-00377-3
documents/docx/pandoc_nested_anchors_in_header.docx | 537 | heading 5, paragraph 10 | Оглавление⏎⏎Short instru | de closing⏎⏎Close folder
documents/docx/pandoc_normalize.docx | 54 | paragraph 2 | These are different font | ese are different fonts.
documents/docx/pandoc_notes.docx | 112 | footnote 2, heading 1, paragraph 1 | A footnote⏎⏎Test footnot | the end of the document.
documents/docx/pandoc_special_punctuation.docx | 41 | paragraph 2 | Soft hyphen: []⏎⏎Non-bre | Non-breaking hyphen: [‑]
documents/docx/pandoc_table_with_list_cell.docx | 95 | table-row 2 | Cell with text⇥Cell with | h 2. A 3. Numbered list.
documents/docx/pandoc_track_changes_insertion.docx | 44 | paragraph 1 | This is a text with two  | two exciting insertions.
documents/docx/pandoc_track_changes_scrubbed_metadata.docx | 24 | paragraph 1 | Here is a test document. | Here is a test document.
documents/docx/pandoc_trailing_spaces_in_formatting.docx | 42 | paragraph 1 | Turn my formatting   off |    off after the spaces.
documents/docx/pandoc_unicode.docx | 29 | paragraph 1 | Hello, 世界. This costs €1 | , 世界. This costs €10.••
documents/docx/poi_60329.docx | 4635 | table-row 4 | Protocol No. (Document I | A ratio. (Section 9.2.2)
documents/docx/poi_ComplexNumberedLists.docx | 292 | list-item 14, paragraph 3 | This is a document with  | rying on @ 13⏎⏎All done!
documents/docx/poi_FieldCodes.docx | 20 | paragraph 2 | ANTONI⏎⏎16 June 2010 | ANTONI⏎⏎16 June 2010
documents/docx/poi_IllustrativeCases.docx | 5883 | paragraph 21, table-row 16, title 1 | (V) ILLUSTRATIVE CASES⏎⏎ | 3,664 11.4% 90 250 1,310
documents/docx/poi_bug56075-changeTracking_on.docx | 18 | paragraph 1 | Change Tracking ON | Change Tracking ON
documents/docx/poi_bug59058.docx | 119044 | heading 18, list-item 78, paragraph 77, table-row 149 | Number of New Cases and  | 1993; 398: 1-235. PubMed
documents/docx/poi_capitalized.docx | 35 | paragraph 1 | The following word is: c | ng word is: capitalized.
documents/docx/poi_checkboxes.docx | 143 | list-item 1, paragraph 6, table-row 1 | This is a small test for | ⏎⏎☐⇥☒⏎⏎In Sequence:⏎⏎☒☐☒
documents/docx/poi_comment.docx | empty
documents/docx/poi_delins.docx | 1354 | list-item 16, paragraph 5 | Tika can be:⏎⏎• A Nepale | subproject of the Lucene
documents/docx/poi_form_footnotes.docx | 5395 | footnote 1, heading 3, list-item 4, paragraph 1, table-row 25 | [1]⇥REPÚBLICA  FEDERATIV | estdoc       test phrase
documents/docx/poi_headerFooter.docx | empty
documents/docx/poi_heading123.docx | 1805 | heading 3, paragraph 3 | First paragraph⏎⏎FffLore | ssa tristique elementum.
documents/docx/qualcoder_ID1.docx | 629 | paragraph 3 | I really like learning n | . I'm happy to pay €200.
documents/docx/tika_testSubdocument.docx | 33 | paragraph 1 | Master document with sub | cument with subdocuments
documents/docx/tika_testWORD_2006ml.xml | 1198 | caption 1, footnote 2, heading 4, list-item 2, paragraph 40, table-row 6 | This is the Author⏎⏎This | ⏎⏎[i] This is an endnote
documents/docx/tika_testWORD_custom_props.docx | 16 | paragraph 1 | Document content | Document content
documents/docx/tika_testWORD_features.docx | 514 | paragraph 1 | Lorem ipsum dolor sit am | iosqutorquent himenaeos.
documents/docx/tika_testWORD_phonetic.docx | 9 | paragraph 1 | 東京(とうきょう) | 東京(とうきょう)
documents/docx/tika_testWORD_sdtInTextBox.docx | 81 | paragraph 3 | simple-text⏎⏎rich-text-c | ich-text-content-control
documents/doc-legacy/poi_HeaderFooterUnicode.doc | older-word
documents/doc-legacy/poi_Word95.doc | older-word
documents/doc-legacy/poi_footnote.doc | older-word
documents/doc-legacy/poi_simple.doc | older-word
documents/odt/pandoc_citation.odt | 30 | paragraph 1 | Some text[Ex] with a cit | ext[Ex] with a citation.
documents/odt/pandoc_endnote.odt | 47 | footnote 1, paragraph 1 | Some text[i] with an end | dnote.⏎⏎[i] Endnote text
documents/odt/pandoc_footnote.odt | 48 | footnote 1, paragraph 1 | Some text[1] with a foot | note.⏎⏎[1] Footnote text
documents/odt/pandoc_hiddenTextByVariable.odt | empty
documents/odt/pandoc_referenceAllInOne.odt | 89 | heading 1, list-item 1, paragraph 2 | 1. A list item⏎⏎Some tex |  list item and A header.
documents/odt/pandoc_textMixedStyles.odt | 143 | paragraph 3 | This is a simple text⏎⏎t | h⏎⏎And with superscripts
documents/odt/pandoc_unicode.odt | 14 | paragraph 1 | “”’çӨ©¼вбФШöÉµ | “”’çӨ©¼вбФШöÉµ
documents/odt/qualcoder_ID2.odt | 355 | paragraph 3 | I have not studied much  |  want to waste my money.
documents/odt/tika_testFooter.odt | 49 | paragraph 2 | Here is some text...⏎⏎He | e is some text on page 2
documents/odt/tika_testODTStyles3.odt | 1158 | paragraph 4, table-row 7 | Publicatie Onbekwaamverk |  eensluidend uittreksel,
documents/odt/tika_testPhoneNumberExtractor.odt | 241 | list-item 7, paragraph 1 | This is a test document  | ouR/0/NiNe-4/eIgHt/1/One
documents/rtf/pandoc_footnote.rtf | 365 | footnote 2, paragraph 1 | Mead's landmark study ha | the end of this chapter.
documents/rtf/pandoc_heading.rtf | 42 | heading 3, paragraph 1 | Heading 1⏎⏎Heading 2⏎⏎He |  2⏎⏎Heading 3⏎⏎Paragraph
documents/rtf/pandoc_list_complex.rtf | 158 | list-item 14, paragraph 2 | 1. One⏎2. Two⏎a. Three⏎b |  Start⏎8. Eight Continue
documents/rtf/pandoc_unicode.rtf | 11 | paragraph 1 | “hi”‘hi’αä | “hi”‘hi’αä
documents/rtf/tika_testComment.rtf | 18 | paragraph 1 | Here is some text. | Here is some text.
documents/rtf/tika_testOptionalHyphen.rtf | 14 | paragraph 1 | optionalhyphen | optionalhyphen
documents/rtf/tika_testRTFCorruptListOverride.rtf | 463 | paragraph 23 | Stuff⏎⏎what is an Apple? | le pie⏎⏎by George Formby
documents/rtf/tika_testRTFHyperlink.rtf | 7320 | paragraph 13 | Thank you for using Micr | e Microsoft Outlook Team
documents/rtf/tika_testRTFJapanese.rtf | 1054 | list-item 6, paragraph 9, table-row 2 | ゾルゲと尾崎、淡々と最期⏎⏎古書店で処刑記録見つ | で明らかにされる。⏎⏎(10/17 15:53)
documents/rtf/tika_testRTFListMicrosoftWord.rtf | 138 | list-item 11, paragraph 3 | A short ordered list:⏎⏎1 | 1. a⏎• aa⏎• ab⏎2. b⏎3. c
documents/rtf/tika_testRTFTableCellSeparation.rtf | 15 | table-row 4 | a⇥b⏎c⇥d⏎ä⇥ë⏎ö⇥ü | a⇥b⏎c⇥d⏎ä⇥ë⏎ö⇥ü
documents/rtf/tika_testRTFWindowsCodepage1250.rtf | 36 | paragraph 2 | zażółć gęślą jaźń⏎⏎ZAŻÓŁ |  jaźń⏎⏎ZAŻÓŁĆ GĘŚLĄ JAŹŃ
documents/rtf/tika_testRTFWordPadCzechCharacters.rtf | 471 | paragraph 3 | Článek týdne⏎⏎Část svitk | toletí našeho letopočtu.
documents/rtf/tika_testRTF_annotation_spacing.rtf | 28 | paragraph 1 | This is supercalifragili |  is supercalifragilistic
documents/epub/jszip_Kafka_Metamorphosis.epub | 129582 | heading 6, list-item 24, paragraph 138 | The Metamorphosis⏎⏎Franz | s.com⏎⏎Food for the mind
documents/epub/pandoc_features.epub | 4990 | heading 17, list-item 7, paragraph 47 | Reflowable EPUB 3 Confor | be marked Not Supported.
documents/epub/pandoc_formatting.epub | 18248 | heading 56, list-item 133, paragraph 119 | EPUB 3 Styling Test Docu | e text, the test passes.
documents/epub/pandoc_wasteland.epub | 10313 | footnote 27, heading 6, paragraph 175 | The Waste Land⏎⏎T.S. Eli | on's Women beware Women.
hostile/office/poi_EmbeddedDocument.docx | 48 | paragraph 1 | Let me see what happens  | if I insert a worksheet.
hostile/office/poi_SimpleMacro.docm | 40 | paragraph 1 | This is a macro word pro | word processing document
hostile/office/poi_clusterfuzz-testcase-minimized-POIXWPFFuzzer-5564805011079168.docx | broken
hostile/office/poi_clusterfuzz-testcase-minimized-POIXWPFFuzzer-6442791109263360.docx | broken
hostile/office/poi_crash-517626e815e0afa9decd0ebb6d1dee63fb9907dd.docx | broken
hostile/office/poi_truncated62886.docx | broken
hostile/office/poi_zero-length.docx | empty
hostile/office/tika_testAltChunkMHT.docx | 112 | paragraph 2, table-row 3 | Simple paragraph with a  | ROW 1⏎Red PNG dot; ROW 2
hostile/office/tika_testExternalRefs.docx | 156 | paragraph 4 | Testing INCLUDEPICTURE:  | LINK: [Link placeholder]
hostile/office/tika_testFrameset.docx | 22 | paragraph 1 | Document with frameset | Document with frameset
hostile/office/tika_testHoverAndVml.docx | 69 | paragraph 3 | Testing hlinkHover:  (ho | ing VML shape:⏎⏎Click me
hostile/office/tika_testInstrLink.docx | 206 | paragraph 8 | Invoice document shared  | operate Google Workspace
hostile/office/tika_testODTEncrypted.odt | locked
hostile/office/tika_testODTMacro.odt | 68 | paragraph 4 | Hello dear user,⏎⏎Click  |  little click…⏎⏎- hacker
hostile/office/tika_testWORD_protected_passtika.docx | locked
hostile/office/tika_testWORD_truncated.docx | broken
`;

const EXPECTED = FILES.trim()
  .split('\n')
  .map((line) => line.replaceAll('⏎', '\n').replaceAll('⇥', '\t').split(' | '))
  .map(([file, said, blocks, first, last]) => ({ file: file!, said: said!, blocks, first, last }));

const extract = (name: string, bytes: Uint8Array) => {
  if (name.endsWith('.epub')) return extractEpub(bytes);
  if (name.endsWith('.rtf')) return extractRtf(bytes);
  return name.endsWith('.odt') ? extractOdt(bytes) : extractDocx(bytes);
};

const counted = ({ blocks }: Extracted): string => {
  const counts = new Map<string, number>();
  for (const [kind] of blocks!) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => `${kind} ${count}`)
    .sort()
    .join(', ');
};

const bare = (words: string): string => words.replace(/\s+/g, '');
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(/&#(x?)([\da-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
    )
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name]!);

/** All words of a Word file's body, as a plain search finds them; older forms beside newer ones and what was moved away left out. */
function wordsOf(bytes: Uint8Array): string[] {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml']!)
    .replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '')
    .replace(/<w:moveFrom [\s\S]*?<\/w:moveFrom>/g, '');
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => bare(unescaped(match[1]!)));
}

/** Hidden in those files, as Word says of them itself. */
const HIDDEN = ['TopofForm', 'BottomofForm', 'ExpandAll', 'CollapseAll', 'Thisishiddentext.', 'inceptos'];

const here = EXPECTED.filter(({ file }) => testFile(file));

describe.skipIf(here.length === 0)('files of other programs (skipped where COLLATE_TESTDATA has no documents)', () => {
  it.each(here)('$file', async ({ file, said, blocks, first, last }) => {
    const outcome = await extract(file, testFile(file)!);
    if (blocks === undefined) {
      expect(outcome).toMatchObject({ ok: false, reason: said });
      return;
    }
    if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
    expectSound(outcome.value);
    const { text } = outcome.value;
    expect([text.length, counted(outcome.value)]).toEqual([Number(said), blocks]);
    expect([text.slice(0, first!.length), text.slice(-last!.length)]).toEqual([first, last]);
  });

  const words = here.filter(({ file, blocks }) => /^documents\/docx\/.*\.docx$/.test(file) && blocks !== undefined);
  it.each(words)('$file loses no word', async ({ file }) => {
    const bytes = testFile(file)!;
    const outcome = await extractDocx(bytes);
    const text = bare(outcome.ok ? outcome.value.text : '');
    expect(wordsOf(bytes).filter((piece) => !text.includes(piece) && !HIDDEN.includes(piece))).toEqual([]);
  });

  it.skipIf(!testFile('documents/docx/poi_ComplexNumberedLists.docx'))(
    'numbers are those that Word prints',
    async () => {
      const outcome = await extractDocx(testFile('documents/docx/poi_ComplexNumberedLists.docx')!);
      const shown = outcome.ok ? lines(outcome.value) : [];
      // Each item of this file says in words which number it should have.
      expect(shown).toContain('list-item1: 1. Restarted to 1 from 5');
      expect(shown).toContain('list-item1: 10. Jump to new list at 10');
      expect(shown).toContain('list-item1: 13. Carrying on @ 13');
      expect(shown.filter((line) => line.includes('list-item2'))).toEqual([
        'list-item2: a. 2-a',
        'list-item2: b. 2-b',
        'list-item2: c. 2-c',
      ]);
    },
  );
});
