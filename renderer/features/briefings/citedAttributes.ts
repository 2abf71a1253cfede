/** What a citation and a quotation keep of their excerpt (the ledger), as attributes of their nodes. */
import type { Attributes } from '@tiptap/core';
import { CITED_AS_PARTS } from './ledger';

/** `words`, `grade` and `marking` of shared/briefing/citedAs, carried by the clipboard too. */
export const citedAttributes = (): Attributes =>
  Object.fromEntries(
    CITED_AS_PARTS.map((part) => [
      part,
      {
        default: '',
        parseHTML: (dom: HTMLElement) => dom.getAttribute(`data-${part}`) ?? '',
        renderHTML: (attributes: Record<string, unknown>) =>
          attributes[part] === '' ? {} : { [`data-${part}`]: attributes[part] },
      },
    ]),
  );
