/** A case as a folder of Markdown notes that Obsidian opens: one a document, source, tag, hypothesis and briefing. */
import { withOriginals } from '../../bundle/originals';
import { briefingModel } from '../../briefing/model';
import { citedExcerptIds } from '../../briefing/references';
import { renderMarkdown } from '../../briefing/renderMarkdown';
import type { BundleContents } from '../../bundle/contents';
import { pageIndex } from '../../bundle/pageIndex';
import type { BundleTools } from '../../bundle/tools';
import { currentTextId, newestVersion } from '../../model/document';
import type { Excerpt } from '../../model/excerpt';
import { strictest } from '../../model/marking';
import { living } from '../../model/record';
import { makeReport } from '../report';
import type { ConversionReport } from '../report';
import { sayUnwritten } from '../unwritten';
import { bibliographyProperties } from './bibliography';
import { END_OF_TEXT, writeBlock, writeItem } from './excerptBlock';
import type { ListItem } from './excerptBlock';
import { pathMaker, safeName } from './fileNames';
import { KIND, writeProperties } from './frontMatter';
import { tagSlugs } from './tagSlugs';

export interface VaultOutput {
  /** Names are paths inside the folder, with slashes. */
  readonly files: { readonly name: string; readonly bytes: Uint8Array }[];
  readonly report: ConversionReport;
}

const SHORTEST_LABEL = 60;

/** Words that may stand after the bar of a wikilink. */
const labelOf = (words: string): string =>
  Array.from(words.replace(/[[\]|#^\s]+/gu, ' ').slice(0, 2 * SHORTEST_LABEL))
    .slice(0, SHORTEST_LABEL)
    .join('')
    .trim() || '…';

/** The notes of a case, the same for the same case. Deleted records are not among them. */
export async function writeVault(contents: BundleContents, tools: Pick<BundleTools, 'encode'>): Promise<VaultOutput> {
  const report = makeReport();
  const { rows } = contents;
  const index = pageIndex(contents);
  const documents = living(rows.documents);
  const excerpts = living(rows.excerpts);
  const tags = living(rows.tags);
  const sources = living(rows.sources);
  const hypotheses = living(rows.hypotheses);
  const briefings = living(rows.briefings);
  const links = living(rows.links);
  const path = pathMaker();
  const home = path('', contents.case.name);
  const pathsOf = <Row extends { id: string }>(folder: string, list: readonly Row[], title: (row: Row) => string) =>
    new Map(list.map((row) => [row.id, path(folder, title(row))]));
  const documentPath = pathsOf('Documents', documents, (row) => row.title);
  const sourcePath = pathsOf('Sources', sources, (row) => row.name);
  const slugs = tagSlugs(tags);
  const tagPath = pathsOf('Tags', tags, (row) => row.name);
  const hypothesisPath = pathsOf('Hypotheses', hypotheses, (row) => `${row.code} ${row.statement}`);
  const briefingPath = pathsOf('Briefings', briefings, (row) => row.title);
  const hypothesisById = new Map(hypotheses.map((row) => [row.id, row]));
  const sourceById = new Map(sources.map((row) => [row.id, row]));
  const excerptById = new Map(excerpts.map((row) => [row.id, row]));
  const originals = new Map((await withOriginals(contents)).originals.map((one) => [one.id, one]));
  const files: { name: string; bytes: Uint8Array }[] = [];
  const put = (name: string, text: string): void => void files.push({ name: `${name}.md`, bytes: tools.encode(text) });
  const wiki = (to: string | undefined, label: string): string =>
    to === undefined ? label : `[[${to}|${labelOf(label)}]]`;
  const excerptLink = (excerpt: Excerpt): string => {
    const to = documentPath.get(excerpt.documentId);
    return wiki(to === undefined ? undefined : `${to}#^${excerpt.id}`, excerpt.quote);
  };
  const endLink = (id: string): string | null => {
    const excerpt = excerptById.get(id);
    if (excerpt) return documentPath.has(excerpt.documentId) ? excerptLink(excerpt) : null;
    const hypothesis = hypothesisById.get(id);
    return hypothesis ? wiki(hypothesisPath.get(id), `${hypothesis.code} ${hypothesis.statement}`) : null;
  };
  const linkItems = (id: string): ListItem[] =>
    index
      .linksOf(id)
      .filter((link) => link.fromId === id)
      .flatMap((link) => {
        const to = endLink(link.toId);
        if (to === null) return [];
        report.count('links');
        const label = link.type[0]!.toUpperCase() + link.type.slice(1);
        return [{ label, value: link.note === '' ? to : `${to} ${link.note}` }];
      });
  const excerptItems = (excerpt: Excerpt): ListItem[] => {
    const source = sourceById.get(excerpt.sourceId ?? '');
    const slugged = excerpt.tags.flatMap((tag) => (slugs.has(tag) ? [`#${slugs.get(tag)!}`] : []));
    const items: ListItem[] = [
      { label: 'Place', value: `${excerpt.start}-${excerpt.end}` },
      { label: 'Tags', value: slugged.join(' ') },
      { label: 'Credibility', value: excerpt.credibility === null ? '' : String(excerpt.credibility) },
      { label: 'Event date', value: excerpt.eventDate ?? '' },
      { label: 'Marking', value: excerpt.marking ?? '' },
      { label: 'According to', value: source ? wiki(sourcePath.get(source.id), source.name) : '' },
      { label: 'Note', value: excerpt.note },
    ];
    return [...items.filter((item) => item.value !== ''), ...linkItems(excerpt.id)];
  };

  const byDocument = grouped(excerpts, (excerpt) => [excerpt.documentId]);
  for (const document of documents) {
    const textId = currentTextId(document);
    const text = index.texts.get(textId);
    const mine = (byDocument.get(document.id) ?? []).toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
    if (document.versions.length > 1)
      report.lose('Earlier versions of texts are not written.', document.versions.length - 1);
    const newest = newestVersion(document);
    const original = originals.get(newest.originalId ?? '');
    const originalName = original ? `${path('Originals', document.title)}.${original.ext}` : '';
    if (original) files.push({ name: originalName, bytes: original.bytes });
    const slugged = new Set(mine.flatMap((row) => row.tags.flatMap((tag) => slugs.get(tag) ?? [])));
    const name = documentPath.get(document.id)!;
    const source = sourcePath.get(document.sourceId ?? '');
    const head = writeProperties({
      [KIND]: 'document',
      title: document.title,
      aliases: name.endsWith(`/${document.title}`) ? [] : [document.title],
      tags: [...slugged].toSorted(),
      marking: document.marking,
      state: document.state,
      'text-language': document.language,
      'published-by': source === undefined ? '' : `[[${source}]]`,
      note: document.note,
      ...bibliographyProperties(document.csl),
      original: original ? `[[${originalName}]]` : '',
      'file-name': newest.fileName,
      'media-type': newest.mediaType,
      extractor: newest.extractor,
      imported: newest.importedAt,
      'text-length': text?.length ?? 0,
      'text-sha256': textId,
    });
    const blocks = mine.map((excerpt) =>
      writeBlock({ id: excerpt.id, quote: excerpt.quote, items: excerptItems(excerpt) }),
    );
    put(
      name,
      `${head}${text ?? ''}\n${END_OF_TEXT}\n${blocks.length > 0 ? `\n## Excerpts\n\n${blocks.join('\n')}` : ''}`,
    );
    report.count('documents');
    report.count('excerpts', mine.length);
  }
  for (const source of sources) {
    const origin = sourcePath.get(source.originId ?? '');
    const head = writeProperties({
      [KIND]: 'source',
      name: source.name,
      kind: source.kind,
      aliases: source.aliases,
      description: source.description,
      origin: origin === undefined ? '' : `[[${origin}]]`,
      gradings: source.gradings.map(({ reliability, at, reason }) => `${reliability} ${at} ${reason}`.trimEnd()),
    });
    put(sourcePath.get(source.id)!, `${head}# ${labelOf(source.name)}\n`);
    report.count('sources');
  }
  const tagged = grouped(excerpts, (excerpt) => excerpt.tags);
  for (const tag of tags) {
    if (tag.withhold)
      report.notice(
        'Names of tags that must not leave the case are in the folder; redact the case before it is shared.',
      );
    const { name, kind, aliases, hue, description, withhold } = tag;
    const head = writeProperties({
      [KIND]: 'tag',
      tag: slugs.get(tag.id),
      name,
      kind,
      aliases,
      hue,
      description,
      withhold,
    });
    const list = (tagged.get(tag.id) ?? []).map((excerpt) => `- ${excerptLink(excerpt)}`).join('\n');
    put(tagPath.get(tag.id)!, `${head}# ${labelOf(name)}\n${list === '' ? '' : `\n${list}\n`}`);
    report.count('tags');
  }
  for (const hypothesis of hypotheses) {
    const { code, statement, note } = hypothesis;
    const items = linkItems(hypothesis.id).map(writeItem).join('\n');
    const head = writeProperties({ [KIND]: 'hypothesis', code, statement, note });
    put(
      hypothesisPath.get(hypothesis.id)!,
      `${head}# ${labelOf(`${code} ${statement}`)}\n${items === '' ? '' : `\n${items}\n`}`,
    );
    report.count('hypotheses');
  }
  for (const briefing of briefings) {
    const model = briefingModel(briefing, index.lookup, contents.case.language, { scale: contents.case.scale });
    const cited = citedExcerptIds(briefing.body).flatMap((id) => excerptById.get(id) ?? []);
    const head = writeProperties({
      [KIND]: 'briefing',
      title: briefing.title,
      marking: model.marking,
      state: briefing.state,
      issued: briefing.issued,
      author: briefing.author,
    });
    const evidence = cited.map((excerpt) => `- ${excerptLink(excerpt)}`).join('\n');
    put(
      briefingPath.get(briefing.id)!,
      `${head}${renderMarkdown(model)}${evidence === '' ? '' : `\n## Evidence\n\n${evidence}\n`}`,
    );
    report.count('briefings');
  }
  const marking = strictest([
    contents.case.marking,
    ...documents.map((row) => row.marking),
    ...excerpts.map((row) => row.marking),
  ]);
  const { name, description, language } = contents.case;
  const list = (title: string, paths: Iterable<string>): string => {
    const lines = [...paths].map((one) => `- [[${one}|${one.slice(one.indexOf('/') + 1)}]]`);
    return lines.length === 0 ? '' : `\n## ${title}\n\n${lines.join('\n')}\n`;
  };
  put(
    home,
    `${writeProperties({ [KIND]: 'case', name, description, marking, language })}# ${safeName(name)}\n` +
      list('Briefings', briefingPath.values()) +
      list('Documents', documentPath.values()) +
      list('Hypotheses', hypothesisPath.values()) +
      list('Sources', sourcePath.values()),
  );
  const judgements = living(rows.judgements).length;
  const comments = living(rows.comments).length;
  if (judgements > 0) report.lose('Judgements are written only as words of their briefing.', judgements);
  if (comments > 0) report.lose('Comments on briefings are not written.', comments);
  sayUnwritten(contents, report, ['figures', 'layouts', 'origins']);
  if (links.length > (report.done().counts['links'] ?? 0))
    report.lose(
      'Links of records that are not here are not written.',
      links.length - (report.done().counts['links'] ?? 0),
    );
  return { files: files.toSorted((a, b) => (a.name < b.name ? -1 : 1)), report: report.done() };
}

function grouped(
  excerpts: readonly Excerpt[],
  keysOf: (excerpt: Excerpt) => readonly string[],
): Map<string, Excerpt[]> {
  const groups = new Map<string, Excerpt[]>();
  for (const excerpt of excerpts) {
    for (const key of keysOf(excerpt)) {
      const group = groups.get(key);
      if (group) group.push(excerpt);
      else groups.set(key, [excerpt]);
    }
  }
  return groups;
}
