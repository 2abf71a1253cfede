/** Findings in the groups a reader wants them in: by how grave they are, or by the section they stand in. */
import type { Node } from '@tiptap/pm/model';
import type { Finding, Severity } from '@shared/briefing/checks/finding';
import { SEVERITIES, SEVERITY } from './severity';

export const GROUPINGS = ['severity', 'section'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface FindingGroup {
  readonly title: string;
  readonly findings: readonly Finding[];
}

export type Shown = Severity | 'all';

const WHOLE = 'The whole note';
const BEFORE = 'Before the first heading';

/** The words of the heading each finding stands under, in the order of the findings. */
function sectionsOf(doc: Node, findings: readonly Finding[]): string[] {
  const headings: { at: number; words: string }[] = [];
  doc.forEach((block, at) => {
    if (block.type.name === 'heading') headings.push({ at, words: block.textContent.trim() });
  });
  return findings.map(({ at }) => {
    if (!at) return WHOLE;
    return headings.findLast((one) => one.at <= at.from)?.words || BEFORE;
  });
}

/**
 * The groups in order, none of them empty; inside a group the order given is kept.
 * @param findings in text order
 */
export function grouped(doc: Node, findings: readonly Finding[], by: Grouping): FindingGroup[] {
  if (by === 'severity') {
    return SEVERITIES.map((severity) => ({
      title: SEVERITY[severity].many,
      findings: findings.filter((one) => one.severity === severity),
    })).filter((group) => group.findings.length > 0);
  }
  const sections = sectionsOf(doc, findings);
  const groups: { title: string; findings: Finding[] }[] = [];
  for (const [i, finding] of findings.entries()) {
    const last = groups.at(-1);
    if (last && last.title === sections[i]) last.findings.push(finding);
    else groups.push({ title: sections[i]!, findings: [finding] });
  }
  return groups;
}
