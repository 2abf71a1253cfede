// Places as locators of CSL: pages and paragraphs have names there, captions and headings do not.
import { expect, it } from 'vitest';
import { joinedCites, locatorOf } from '@shared/briefing/styles/locator';

it.each([
  ['¶5', { locator: { label: 'paragraph', value: '5' } }],
  ['¶5–6', { locator: { label: 'paragraph', value: '5–6' } }],
  ['p. 12', { locator: { label: 'page', value: '12' } }],
  ['p. iv', { locator: { label: 'page', value: 'iv' } }],
  ['pp. iv–1', { locator: { label: 'page', value: 'iv–1' } }],
  ['caption 2', { placeWords: 'caption 2' }],
  ['title', {}],
])('%s', (short, locator) => {
  expect(locatorOf({ short })).toEqual(locator);
});

it('pages of one document are told together', () => {
  const cites = ['p. 3', 'p. 12', 'p. 3'].map((short) => ({ documentId: 'd', ...locatorOf({ short }) }));
  expect(joinedCites(cites)).toMatchObject([{ locator: { label: 'page', value: '3, 12' } }]);
});
