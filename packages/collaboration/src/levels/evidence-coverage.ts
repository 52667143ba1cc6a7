import {
  type AcademicYear,
  type EvidenceCoverage,
  type EvidenceKind,
  formatAcademicYear,
} from '@collegial/model';

/** Kinds of records in which a link between two schools can be seen, in the order in which they are listed. */
export const evidenceKinds: readonly EvidenceKind[] = [
  'staff',
  'enrolments',
  'classes',
  'transfers',
  'activities',
];

/** Schools of which records of a kind are held, by kind and academic year. */
export type RecordsHeld = ReadonlyMap<EvidenceKind, ReadonlyMap<AcademicYear, ReadonlySet<string>>>;

/** In which years a link between two schools could have been seen, by kind of evidence: records of both must be held. */
export function evidenceCoverage(
  held: RecordsHeld,
  schools: readonly [string, string],
  years: readonly AcademicYear[],
): EvidenceCoverage[] {
  return evidenceKinds
    .filter((kind) => held.has(kind))
    .map((kind) => ({
      kind,
      periods: years
        .filter((year) => schools.every((school) => held.get(kind)?.get(year)?.has(school)))
        .sort((a, b) => a - b)
        .map(formatAcademicYear),
    }));
}
