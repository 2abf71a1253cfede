// RFC 8785: the published vectors' rules, and the cheap check against the slow one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, isCanonical, NotCanonical, wellFormed } from '@shared/bundle/canonicalJson';

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

describe('canonicalJson', () => {
  it('sorts keys by UTF-16 code units, not by code points or numbers', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6', '</script>', '\n', '10', '9'];
    const order = ['\n', '\r', '1', '10', '9', '</script>', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const value = Object.fromEntries(keys.map((key) => [key, 0]));
    expect(canonicalJson(value)).toBe(`{${order.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`);
  });

  it.each([
    ['[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001]', '[333333333.3333333,1e+30,4.5,0.002,1e-27]'],
    ['[-0,0.0,1e21,1e-7,9007199254740992,5e-324]', '[0,0,1e+21,1e-7,9007199254740992,5e-324]'],
    ['"\\u20ac$\\u000F\\nA\'\\u0042\\"\\\\\\"\\/"', '"€$\\u000f\\nA\'B\\"\\\\\\"/"'],
    ['["\\b\\t\\n\\f\\r\\u0001\\u007f\\u2028"]', '["\\b\\t\\n\\f\\r\\u0001\u007f\u2028"]'],
    ['{"b":[{"z":1,"y":null}],"a":true}', '{"a":true,"b":[{"y":null,"z":1}]}'],
    ['"A\\u030a"', '"A\u030a"'],
  ])('writes %s as %s', (input, output) => {
    expect(canonicalJson(JSON.parse(input))).toBe(output);
  });

  it.each([
    ['a number that is none', [Number.NaN]],
    ['an infinite number', { a: { b: Infinity } }],
    ['a lone surrogate', ['x\ud800']],
    ['a lone surrogate in a key', { '\udfff': 1 }],
    ['no JSON value', undefined],
    ['too deep', nested(200)],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(NotCanonical);
  });

  it('takes backslashes before "ud800" for what they are', () => {
    expect(canonicalJson(['\\ud800', '\\\\ud800'])).toBe('["\\\\ud800","\\\\\\\\ud800"]');
  });

  it('leaves out what is undefined', () => expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}'));

  it('gives one text whatever the order of keys, and one that parses to the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (drawn) => {
        const value = JSON.parse(JSON.stringify(wellFormed(drawn))) as unknown;
        const text = canonicalJson(value);
        const turned = JSON.parse(text, (_, inner: unknown) =>
          typeof inner === 'object' && inner !== null && !Array.isArray(inner)
            ? Object.fromEntries(Object.entries(inner).reverse())
            : inner,
        ) as unknown;
        expect(canonicalJson(turned)).toBe(text);
        expect(JSON.parse(text)).toEqual(value);
        expect(isCanonical(text, JSON.parse(text))).toBe(true);
      }),
    );
  });
});

describe('isCanonical', () => {
  it.each([
    ['{"a":1,"a":1}', 'a key given twice'],
    ['{"a":2,"a":1}', 'a key given twice with two values'],
    ['{"__proto__":{},"__proto__":{}}', 'a key given twice that parsers hide'],
    ['{"b":1,"a":2}', 'keys out of order'],
    ['{"9":1,"10":2}', 'keys in the order of numbers'],
    ['{"a": 1}', 'white space'],
    ['{"a":1}\r', 'white space at the end'],
    ['[1.0]', 'a number in other digits'],
    ['["\\u0041"]', 'an escape that is not needed'],
    ['["\\ud800"]', 'a lone surrogate'],
    [`${'['.repeat(5000)}${']'.repeat(5000)}`, 'nesting without end'],
  ])('is false for %s (%s)', (text) => expect(isCanonical(text, JSON.parse(text))).toBe(false));

  it('is true for what is in order', () => {
    for (const text of ['{"":0,"a":[]}', '{"10":1,"9":2}', '["😀"]', 'null', '{"__proto__":1}'])
      expect(isCanonical(text, JSON.parse(text))).toBe(true);
  });
});

describe('wellFormed', () => {
  it('changes lone surrogates alone, keeping lengths', () => {
    expect(wellFormed({ 'a\ud800': ['\udc00b', '😀', 1, null] })).toEqual({ 'a\ufffd': ['\ufffdb', '😀', 1, null] });
  });
});
