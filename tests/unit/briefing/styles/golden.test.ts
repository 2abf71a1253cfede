// The five styles against results obtained with the published styles, and against the rules they follow.
import { describe, expect, it } from 'vitest';
import { STYLES } from '@shared/briefing/styles/styleList';
import { inStyle, italics, listWords, ourStyle, page, para, whole, words } from './styleFiles';

const GROUPS = [[page('REPORT', '13')], [whole('PAGE')], [page('REPORT', '14')]];

describe('Chicago, notes', () => {
  const style = ourStyle('chicago-notes');

  it('tells a source in full at first and short afterwards', () => {
    expect(words(inStyle(style, GROUPS).labels)).toEqual([
      'Ada Okafor and Example Institute, Harbour Throughput Review, Research report RR-17 (Example Institute, 2026), 13, https://example.org/rr17.',
      'Port Authority, “Port Notices,” Port Authority, accessed November 21, 2026, https://example.org/notices.',
      'Okafor and Example Institute, Harbour Throughput Review, 14.',
    ]);
  });

  it('lists the sources by name, reports in italics, short pieces in quotation marks', () => {
    const processed = inStyle(style, [[whole('UNSIGNED')], [whole('NEWS')], [whole('LOG')]]);
    expect(listWords(processed)).toEqual([
      'Coast Guard. Patrol Log. 2024.',
      'Lee, Min Ho. “Ships at the North Pier.” Harbour Gazette, November 3, 2024. https://example.org/ships.',
      '“Who Owns the Pier?” Harbour Gazette, November 4, 2024.',
    ]);
    expect(processed.list.map((entry) => italics(entry.runs))).toEqual([
      ['Patrol Log'],
      ['Harbour Gazette'],
      ['Harbour Gazette'],
    ]);
  });

  it('tells a paragraph by its name, and several sources in one note', () => {
    expect(words(inStyle(style, [[para('NEWS', '5'), para('LOG', '2, 4')]]).labels)).toEqual([
      'Min Ho Lee, “Ships at the North Pier,” Harbour Gazette, November 3, 2024, para. 5, https://example.org/ships; Coast Guard, Patrol Log (2024), paras. 2, 4.',
    ]);
  });
});

describe('APA', () => {
  const style = ourStyle('apa');

  it('names author and year in the text', () => {
    expect(words(inStyle(style, GROUPS).labels)).toEqual([
      '(Okafor & Example Institute, 2026, p. 13)',
      '(Port Authority, n.d.)',
      '(Okafor & Example Institute, 2026, p. 14)',
    ]);
  });

  it('lists by name, with the day a page without a date was seen', () => {
    const processed = inStyle(style, [...GROUPS, [whole('NEWS')]]);
    expect(listWords(processed)).toEqual([
      'Lee, M. H. (2024, November 3). Ships at the north pier. Harbour Gazette, 4. https://example.org/ships',
      'Okafor, A. & Example Institute. (2026). Harbour Throughput Review (Research report No. RR-17). Example Institute. https://example.org/rr17',
      'Port Authority. (n.d.). Port notices. Port Authority. Retrieved November 21, 2026, from https://example.org/notices',
    ]);
    expect(italics(processed.list[2]!.runs)).toEqual(['Port notices']);
  });

  it('leads with the title where nobody is named', () => {
    const processed = inStyle(style, [[whole('BARE')], [para('UNSIGNED', '5')]]);
    expect(words(processed.labels)).toEqual(['(Notes of a Talk, n.d.)', '(“Who Owns the Pier?,” 2024, para. 5)']);
    expect(listWords(processed)).toEqual([
      'Notes of a talk. (n.d.).',
      'Who owns the pier? (2024, November 4). Harbour Gazette.',
    ]);
  });
});

describe('IEEE', () => {
  const style = ourStyle('ieee');

  it('numbers in the order of first citation, each number in brackets of its own', () => {
    const groups = [[page('REPORT', '13')], [whole('PAGE'), whole('NEWS'), whole('LOG')], [whole('PAGE')]];
    expect(words(inStyle(style, groups).labels)).toEqual(['[1, p. 13]', '[2]–[4]', '[2]']);
  });

  it('lists what is where, with the address last', () => {
    expect(listWords(inStyle(style, [[whole('REPORT')], [whole('NEWS')], [whole('UNSIGNED')]]))).toEqual([
      '[1] A. Okafor and Example Institute, “Harbour Throughput Review,” Example Institute, Rotterdam, Research report RR-17, Mar. 2026, pp. 12–15. [Online]. Available: https://example.org/rr17',
      '[2] M. H. Lee, “Ships at the north pier,” Harbour Gazette, Nov. 3, 2024, p. 4. Accessed: Dec. 1, 2024. [Online]. Available: https://example.org/ships',
      '[3] “Who owns the pier?,” Harbour Gazette, Nov. 4, 2024.',
    ]);
  });
});

describe('ISO 690', () => {
  const style = ourStyle('iso-690');

  it('names in capitals and the year in the text', () => {
    expect(words(inStyle(style, [[page('REPORT', '13')], [whole('UNSIGNED'), whole('PAGE')]]).labels)).toEqual([
      '(OKAFOR and EXAMPLE INSTITUTE 2026, p. 13)',
      '(Who owns the pier? 2024; PORT AUTHORITY n.d.)',
    ]);
  });

  it('lists with the medium, the day it was seen and the address', () => {
    expect(listWords(inStyle(style, [[whole('NEWS')], [whole('REPORT')], [whole('LOG')]]))).toEqual([
      'COAST GUARD, 2024. Patrol log.',
      'LEE, Min Ho, 2024. Ships at the north pier [online]. Harbour Gazette. 3 November 2024, p. 4 [viewed 1 December 2024]. Available from: https://example.org/ships.',
      'OKAFOR, Ada and EXAMPLE INSTITUTE, 2026. Harbour Throughput Review [online]. Research report RR-17. Rotterdam: Example Institute, pp. 12–15. Available from: https://example.org/rr17.',
    ]);
  });
});

describe('ICD 206', () => {
  const style = ourStyle('icd-206');

  it('cites by number alone, runs of numbers as ranges', () => {
    const groups = [
      [page('REPORT', '13')],
      [whole('PAGE')],
      [whole('NEWS')],
      [whole('NEWS'), whole('PAGE'), whole('REPORT')],
    ];
    expect(words(inStyle(style, groups).labels)).toEqual(['[1]', '[2]', '[3]', '[1–3]']);
  });

  it('lists who, what, kind and number, where, when, address and the day it was seen', () => {
    expect(
      listWords(inStyle(style, [[whole('REPORT')], [whole('PAGE')], [whole('UNSIGNED')], [whole('BARE')]])),
    ).toEqual([
      'Okafor, Ada; Example Institute. Harbour Throughput Review. Research report, no. RR-17, Example Institute, Rotterdam, March 2026, pp. 12–15. https://example.org/rr17.',
      'Port Authority. Port notices. Port Authority, n.d. https://example.org/notices (accessed 21 November 2026).',
      'Harbour Gazette. Who owns the pier? 4 November 2024.',
      'Notes of a talk. n.d.',
    ]);
  });

  it('writes dates as the language of the case does', () => {
    expect(listWords(inStyle(style, [[whole('UNSIGNED')]], 'en-US'))).toEqual([
      'Harbour Gazette. Who owns the pier? November 4, 2024.',
    ]);
  });
});

it('names each style and its kind as its file does', () => {
  expect(STYLES.map(({ id }) => ourStyle(id).kind)).toEqual(STYLES.map(({ kind }) => kind));
});
