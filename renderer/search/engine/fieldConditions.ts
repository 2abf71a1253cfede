/** What field terms of the search language (`tag:kursk -source:isw grade:B2`) ask of an excerpt. */
import { RELIABILITIES } from '@shared/model/grading';
import { MARKINGS } from '@shared/model/marking';
import type { FieldTerm } from '@shared/query/query';
import { dayNumber, readDays, readGrade, readHas, readKind, readMarking } from '@shared/query/values';
import type { CaseTables } from './caseTables';
import { anyTag, betweenDays, excerptLookups, hasConditions, MARKING_CODES, oneOf } from './conditions';
import type { Condition } from './conditions';

const never: Condition = () => false;

function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.length === 1) return conditions[0]!;
  return (o) => conditions.some((condition) => condition(o));
}

function gradeCondition(tables: CaseTables, value: string): Condition {
  const grade = readGrade(value);
  if (!grade) return never;
  const { reliabilityOf, credibilityOf } = excerptLookups(tables);
  const letter = grade.reliability === undefined ? undefined : RELIABILITIES.indexOf(grade.reliability) + 1;
  const digit = grade.credibility;
  return (o) =>
    (letter === undefined || reliabilityOf(o) === letter) && (digit === undefined || credibilityOf(o) === digit);
}

/** One condition for a field term: any of its values, or none of them where it is negated. */
export function fieldCondition(tables: CaseTables, { field, values, negated }: FieldTerm): Condition {
  const look = excerptLookups(tables);
  const plain = ((): Condition => {
    switch (field) {
      case 'tag': {
        const meant = values.flatMap((value) => tables.tags.meantBy(value));
        return meant.length === 0 ? never : anyTag(tables, tables.tagTree.withDescendants(meant));
      }
      case 'source': {
        const meant = values.flatMap((value) => tables.sources.meantBy(value)).map((ordinal) => ordinal + 1);
        return oneOf(look.sourceOf, tables.sources.ids.size + 1, meant);
      }
      case 'doc': {
        const meant = values.flatMap((value) => tables.documents.meantBy(value)).map((ordinal) => ordinal + 1);
        return oneOf(look.documentOf, tables.documents.ids.size + 1, meant);
      }
      case 'grade':
        return anyOf(values.map((value) => gradeCondition(tables, value)));
      case 'marking': {
        const meant = values.map(readMarking).filter((marking) => marking !== undefined);
        return oneOf(
          look.markingOf,
          MARKING_CODES,
          meant.map((marking) => MARKINGS.indexOf(marking) + 1),
        );
      }
      case 'date':
        return anyOf(
          values.map((value) => {
            const days = readDays(value);
            return days ? betweenDays(tables, dayNumber(days.from), dayNumber(days.to)) : never;
          }),
        );
      case 'kind':
        return values.some((value) => readKind(value) === 'excerpts') ? () => true : never;
      case 'has': {
        const has = hasConditions(tables);
        return anyOf(
          values.map((value) => {
            const known = readHas(value);
            return known ? has[known] : never;
          }),
        );
      }
    }
  })();
  return negated ? (o) => !plain(o) : plain;
}
