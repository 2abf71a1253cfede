/** Findings through edits made since they were found. */
import type { Mappable } from '@tiptap/pm/transform';
import type { Finding, Fix } from '@shared/briefing/checks/finding';

/** The findings at their new places; those whose words are gone go with them. */
export function mapFindings(findings: readonly Finding[], mapping: Mappable): Finding[] {
  return findings.flatMap((finding): Finding[] => {
    const at = finding.at && mapRange(finding.at, mapping);
    if (finding.at && !at) return [];
    const { fix, ...rest } = finding;
    const mapped = fix && mapFix(fix, mapping);
    return [{ ...rest, at, ...(mapped ? { fix: mapped } : {}) }];
  });
}

function mapRange<Range extends { readonly from: number; readonly to: number }>(range: Range, mapping: Mappable) {
  const from = mapping.map(range.from, 1);
  const to = mapping.map(range.to, -1);
  return to > from || range.from === range.to ? { ...range, from, to: Math.max(from, to) } : null;
}

/** Null where what it would put right is no longer there. */
function mapFix(fix: Fix, mapping: Mappable): Fix | null {
  switch (fix.kind) {
    case 'replace':
    case 'remove':
      return mapRange(fix, mapping);
    case 'cite': {
      const { pos, deleted } = mapping.mapResult(fix.at, -1);
      return deleted ? null : { ...fix, at: pos };
    }
    case 'recite': {
      const { pos, deletedAfter } = mapping.mapResult(fix.from, 1);
      return deletedAfter ? null : { ...fix, from: pos };
    }
    case 'marking':
      return fix;
  }
}
