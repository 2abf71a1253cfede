/**
 * `data/index.html`: the case for people who do not have the program. One page that fetches nothing and runs nothing but
 * its own search, for the screen and for paper; every word from the case is escaped. It reads whole without scripts.
 */
import { briefingModel } from '../briefing/model';
import { escapeHtml } from '../briefing/html/escape';
import { markingHtml } from '../briefing/html/page';
import { renderBriefingHtml } from '../briefing/renderHtml';
import { currentGrading } from '../model/source';
import type { Source } from '../model/source';
import type { Tag } from '../model/tag';
import type { BundleContents } from './contents';
import { markingOf } from './header';
import { hexToBase64 } from './hex';
import { documentHtml, linkHtml } from './pageDocument';
import { MOST_QUOTES, MOST_WHOLE, pageIndex } from './pageIndex';
import type { PageIndex } from './pageIndex';
import { pageScript } from './pageScript';
import { caseClass, PAGE_CSS } from './pageStyle';
import { pageWords } from './pageWords';
import type { PageLanguage } from './pageWords';
import type { PagePart } from './pageWords/words';
import type { BundleTools } from './tools';

/** The hashes by which the page's policy lets its one style and its one script through, and no others. */
export interface Allowed {
  readonly style: string;
  readonly script: string;
}

export async function allowedParts(
  tools: Pick<BundleTools, 'encode' | 'sha256'>,
  language: PageLanguage = 'en',
): Promise<Allowed> {
  const hash = async (text: string): Promise<string> => `sha256-${hexToBase64(await tools.sha256(tools.encode(text)))}`;
  return { style: await hash(PAGE_CSS), script: await hash(pageScript(pageWords(language).script)) };
}

/**
 * The page in pieces. The same contents and language give the same words.
 * @param allowed as `allowedParts` gives them for this language
 */
export function* pageParts(
  contents: BundleContents,
  allowed: Allowed,
  language: PageLanguage = 'en',
): Generator<string> {
  const words = pageWords(language);
  const index = pageIndex(contents, words);
  const { all } = index;
  const marking = markingOf(contents);
  const title = escapeHtml(contents.case.name);
  yield `<!doctype html>
<html lang="${words.lang}" class="${caseClass(marking)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${allowed.style}'; script-src '${allowed.script}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} (${marking})</title>
<style>${PAGE_CSS}</style>
</head>
<body>
<header class="edge">${markingHtml(marking)}</header>
<main>
<header>
<h1 dir="auto">${title}</h1>
<p class="facts">${markingHtml(marking)} ${escapeHtml(words.briefing.markingSense[marking])}. ${countWords(index)}</p>
${contents.case.description === '' ? '' : `<p class="said" dir="auto">${escapeHtml(contents.case.description)}</p>\n`}</header>
`;
  const sections = sectionsOf(index);
  yield `<nav aria-label="${words.contents}"><ul>${sections.map((one) => `<li><a href="#${one.id}">${one.heading}</a></li>`).join('')}</ul></nav>\n`;
  for (const section of sections) {
    yield `<section aria-labelledby="${section.id}">\n<h2 id="${section.id}">${section.heading}</h2>\n`;
    yield* section.parts();
    yield '</section>\n';
  }
  yield `<p class="about">${extentWords(index)} ${all.excerpts > 0 ? `${words.wordForWord} ` : ''}${words.about}</p>
</main>
<footer class="edge">${markingHtml(marking)}</footer>
<script>${pageScript(words.script)}</script>
</body>
</html>
`;
}

interface Section {
  readonly id: PagePart;
  readonly heading: string;
  readonly parts: () => Iterable<string>;
}

function sectionsOf(index: PageIndex): Section[] {
  const { briefings, hypotheses, documents, tags, sources } = index.all;
  const all: (Omit<Section, 'heading'> & { readonly count: number })[] = [
    { id: 'briefings', count: briefings.length, parts: () => briefingsHtml(index) },
    { id: 'hypotheses', count: hypotheses.length, parts: () => hypothesesHtml(index) },
    { id: 'documents', count: documents.length, parts: () => documentsHtml(index) },
    { id: 'tags', count: tags.length, parts: () => [tagsHtml(index)] },
    { id: 'sources', count: sources.length, parts: () => [sourcesHtml(index)] },
  ];
  return all
    .filter((section) => section.count > 0)
    .map((section) => ({ ...section, heading: index.words.parts[section.id] }));
}

function* briefingsHtml({ all, lookup, words }: PageIndex): Generator<string> {
  for (const [i, briefing] of all.briefings.entries()) {
    const model = briefingModel(briefing, lookup, words.locale, { words: words.briefing });
    yield `${renderBriefingHtml(model, { idPrefix: `b${i + 1}-`, titleLevel: 3, words: words.briefing })}\n`;
  }
}

function* hypothesesHtml(index: PageIndex): Generator<string> {
  yield '<ul class="plain">\n';
  for (const hypothesis of index.all.hypotheses) {
    const links = index.linksOf(hypothesis.id).map((link) => linkHtml(link, hypothesis.id, index));
    const note = hypothesis.note === '' ? '' : `<br>${escapeHtml(hypothesis.note)}`;
    yield `<li id="h-${hypothesis.id}"><b>${escapeHtml(hypothesis.code)}</b> ${escapeHtml(hypothesis.statement)}${note}${links.length === 0 ? '' : `<ul>${links.join('')}</ul>`}</li>\n`;
  }
  yield '</ul>\n';
}

function* documentsHtml(index: PageIndex): Generator<string> {
  for (const document of index.all.documents) yield* documentHtml(document, index);
}

function tagsHtml({ all, timesTagged, words }: PageIndex): string {
  const known = new Set(all.tags.map((tag) => tag.id));
  const children = new Map<string, Tag[]>();
  for (const tag of all.tags) {
    const parent = tag.parentId !== null && known.has(tag.parentId) ? tag.parentId : '';
    const list = children.get(parent);
    if (list) list.push(tag);
    else children.set(parent, [tag]);
  }
  const met = new Set<string>();
  const listHtml = (tags: readonly Tag[], name: string, depth: number): string => {
    const items = tags.map((tag) => {
      met.add(tag.id);
      const count = timesTagged.get(tag.id) ?? 0;
      const aliases = tag.aliases.length === 0 ? '' : ` (${escapeHtml(tag.aliases.join(', '))})`;
      const said = tag.description === '' ? '' : `<br>${escapeHtml(tag.description)}`;
      const below = depth < 40 ? (children.get(tag.id) ?? []).filter((child) => !met.has(child.id)) : [];
      return `<li><b>${escapeHtml(tag.name)}</b>${aliases} · ${words.tagKinds[tag.kind]} · ${count}${said}${below.length === 0 ? '' : listHtml(below, '', depth + 1)}</li>`;
    });
    return `<ul${name}>${items.join('\n')}</ul>\n`;
  };
  const tree = listHtml(children.get('') ?? [], ' class="plain"', 0);
  // Tags in a ring, which a merge can make, hang under no root.
  const left = all.tags.filter((tag) => !met.has(tag.id));
  return left.length === 0 ? tree : `${tree}${listHtml(left, ' class="plain"', 40)}`;
}

function sourcesHtml({ all, lookup, words }: PageIndex): string {
  const item = (source: Source): string => {
    const grading = currentGrading(source);
    const grade = grading
      ? ` · ${grading.reliability}, ${words.briefing.reliability[grading.reliability]}${grading.reason === '' ? '' : `: ${escapeHtml(grading.reason)}`}`
      : '';
    const origin = source.originId === null ? undefined : lookup.source(source.originId);
    const from = origin ? ` · ${escapeHtml(words.origin(origin.name))}` : '';
    const aliases = source.aliases.length === 0 ? '' : ` (${escapeHtml(source.aliases.join(', '))})`;
    const said = source.description === '' ? '' : `<br>${escapeHtml(source.description)}`;
    return `<li><b>${escapeHtml(source.name)}</b>${aliases} · ${words.sourceKinds[source.kind]}${grade}${from}${said}</li>`;
  };
  return `<ul class="plain">\n${all.sources.map(item).join('\n')}\n</ul>\n`;
}

function countWords({ all, words: { counts } }: PageIndex): string {
  return [
    counts.documents(all.documents.length),
    counts.excerpts(all.excerpts),
    counts.tags(all.tags.length),
    counts.links(all.links),
    counts.briefings(all.briefings.length),
  ].join(', ');
}

function extentWords({ extent, all, words }: PageIndex): string {
  if (extent === 'whole') return '';
  return extent === 'quotes'
    ? words.quotesAlone(all.excerpts, MOST_WHOLE)
    : words.citedAlone(all.excerpts, MOST_QUOTES);
}
