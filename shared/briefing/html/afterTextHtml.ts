/** What stands behind the text: the key to the words of likelihood, notes, references with the passages they unfold. */
import type { BriefingModel } from '../model';
import type { Footnote } from '../parts';
import type { CitedPlace, Reference } from '../references';
import { escapeHtml } from './escape';
import { inlinesHtml, partHtml } from './inlinesHtml';
import { labelled, markingHtml } from './page';
import type { Page } from './page';
import { passageHtml } from './passageHtml';

export function footnotesHtml(footnotes: readonly Footnote[], page: Page): string {
  if (footnotes.length === 0) return '';
  const { prefix, level, words } = page;
  const items = footnotes.map(
    ({ number, inlines }) =>
      `<li id="${prefix}note-${number}">${inlinesHtml(inlines, page)} <a class="back" href="#${prefix}noted-${number}" aria-label="${words.backToNote(number)}">↑</a></li>`,
  );
  return `<section class="notes" ${labelled(prefix, 'notes')}>\n<h${level + 1} id="${prefix}notes">${words.notes}</h${level + 1}>\n<ol>\n${items.join('\n')}\n</ol>\n</section>`;
}

export function keyHtml(key: BriefingModel['likelihoodKey'], { prefix, level, words }: Page): string {
  if (!key) return '';
  const rows = key.terms.map(
    (term) => `<tr><th scope="row">${escapeHtml(term.words)}</th><td>${escapeHtml(term.bandWords)}</td></tr>`,
  );
  return `<section class="key" ${labelled(prefix, 'key')}>\n<h${level + 1} id="${prefix}key">${words.likelihood}</h${level + 1}>\n<table>\n<thead><tr><th scope="col">${escapeHtml(key.name)}</th><th scope="col">${words.probability}</th></tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>\n<p class="sense">${words.confidence}</p>\n</section>`;
}

export function referencesHtml({ references, isNumbered }: BriefingModel, page: Page): string {
  if (references.length === 0) return '';
  const level = page.level + 1;
  const id = `${page.prefix}references`;
  const list = isNumbered ? 'ol' : 'ul';
  const items = references.map((one) => `<li id="${page.prefix}ref-${one.number}">${referenceHtml(one, page)}</li>`);
  return `<section class="references" ${labelled(page.prefix, 'references')}>\n<h${level} id="${id}">${page.words.references}</h${level}>\n<${list}>\n${items.join('\n')}\n</${list}>\n</section>`;
}

function referenceHtml(reference: Reference, page: Page): string {
  const { words } = page;
  const entry = reference.entry.map(partHtml);
  const places = reference.places.map((place) => {
    const grade = place.grade
      ? ` <span class="grade" title="${escapeHtml(place.gradeWords)}">${escapeHtml(place.grade)}</span>`
      : '';
    const by = place.saidBy ? `, ${escapeHtml(words.accordingTo(place.saidBy))}` : '';
    return `${escapeHtml(place.place ?? words.passage)}${grade}${by}`;
  });
  const back = `<a class="back" href="#${page.prefix}cite-${reference.number}" aria-label="${words.backToCitation(reference.number)}">↑</a>`;
  const unfolding = reference.places.map((place) => unfoldingHtml(place, page)).join('');
  const list = unfolding === '' ? '' : `<ul class="unfold" aria-label="Passages cited">${unfolding}</ul>`;
  return `${entry.join('')} <span class="places">${words.cited}: ${places.join('; ')}.</span> ${back}${list}`;
}

function unfoldingHtml(place: CitedPlace, { prefix, passages, keys }: Page): string {
  const passage = passages.get(place.excerptId);
  const key = keys.get(place.excerptId);
  if (!passage || !key) return '';
  const name = [place.place ?? 'passage', place.grade].filter(Boolean).join(', ');
  return `<li>${passageHtml(passage, key, prefix, name, markingHtml(passage.marking))}</li>`;
}
