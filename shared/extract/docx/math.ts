/** Formulas (Office MathML) in one line, as they are typed: `(a+b)/c`, `x^2`, `√(x)`. */
import { childOf, elementsOf, valueOf, wordsOf } from '../xmlTree';
import type { XmlElement } from '../xmlTree';

const grouped = (words: string): string => (Array.from(words).length > 1 ? `(${words})` : words);

/** The words of a formula or a part of one. */
export function mathWords(element: XmlElement | undefined): string {
  return elementsOf(element).map(oneOf).join('');
}

function oneOf(element: XmlElement): string {
  const part = (name: string): string => mathWords(childOf(element, name));
  switch (element.name) {
    case 'm:t':
      return wordsOf(element);
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`;
    case 'm:sSup':
      return `${part('m:e')}^${grouped(part('m:sup'))}`;
    case 'm:sSub':
      return `${part('m:e')}_${grouped(part('m:sub'))}`;
    case 'm:sSubSup':
      return `${part('m:e')}_${grouped(part('m:sub'))}^${grouped(part('m:sup'))}`;
    case 'm:rad':
      return `${part('m:deg')}√${grouped(part('m:e'))}`;
    case 'm:nary': {
      const sign = valueOf(childOf(childOf(element, 'm:naryPr'), 'm:chr'), 'm:val') || '∫';
      const [from, to] = [part('m:sub'), part('m:sup')];
      return `${sign}${from === '' ? '' : `_${grouped(from)}`}${to === '' ? '' : `^${grouped(to)}`} ${part('m:e')}`;
    }
    case 'm:d': {
      const properties = childOf(element, 'm:dPr');
      const sign = (name: string, usual: string): string =>
        properties && childOf(properties, name) ? valueOf(childOf(properties, name), 'm:val') : usual;
      const inside = elementsOf(element).filter(({ name }) => name === 'm:e');
      return `${sign('m:begChr', '(')}${inside.map(mathWords).join(sign('m:sepChr', '|'))}${sign('m:endChr', ')')}`;
    }
    default:
      return mathWords(element);
  }
}
