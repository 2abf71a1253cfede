/** A case's excerpts as a file of W3C Web Annotations: the same that every bundle carries, with a report. */
import type { BundleContents } from '../../bundle/contents';
import { isAlive } from '../../model/record';
import { makeReport } from '../report';
import type { ConversionReport } from '../report';
import { sayUnwritten } from '../unwritten';
import { annotationLines } from '../webAnnotation';

/** JSON-LD as one collection, and what it leaves out. The same case gives the same words. */
export function writeAnnotations(contents: BundleContents): { text: string; report: ConversionReport } {
  const report = makeReport();
  const { rows } = contents;
  const excerpts = (rows.excerpts ?? []).filter(isAlive);
  report.count('annotations', excerpts.length);
  const say = (what: string, some: readonly unknown[] | undefined): void => {
    if (some && some.length > 0) report.lose(what, some.length);
  };
  say('A link has no place in an annotation.', rows.links?.filter(isAlive));
  say('A hypothesis has no place in an annotation.', rows.hypotheses?.filter(isAlive));
  say('A briefing has no place in an annotation.', rows.briefings?.filter(isAlive));
  say(
    'The day of an event has no place in an annotation.',
    excerpts.filter((one) => one.eventDate !== null),
  );
  sayUnwritten(contents, report, ['figures', 'origins']);
  say('The text of a document is named by its SHA-256 and does not go along.', contents.texts);
  return { text: [...annotationLines(contents)].join(''), report: report.done() };
}
