import { activityKinds, parseAcademicYear, type Scope } from '@collegial/model';
import type { QueryEngine } from '@collegial/query';
import { requireAgreement } from '../agreement/require-agreement.ts';
import { readActivities } from '../recorded/read-activities.ts';
import type { RecordedActivity } from '../recorded/recorded-activity.ts';
import { schoolsOfScope } from '../schools/schools-of-scope.ts';
import type { SharedStaffParameters } from '../shared-staff/shared-staff.ts';
import type { Trace } from '../ties/tie.ts';
import { daysOf, observedYears } from '../time/observed-years.ts';
import { type DetectedPlaces, detectPlaces } from './detect-places.ts';
import { type DetectedStaff, detectStaff } from './detect-staff.ts';
import { type Detection, type Excluded, queryOptions } from './detection.ts';

/** What the detectors take for a trace of collaboration; every default is our judgement and can be set. */
export interface DerivedParameters extends SharedStaffParameters {
  /** A student's place at another school lasts at least so many days: a taster day is a visit. Default 14. */
  readonly minimumPlaceDays?: number;
}

/** What is seen in records that schools keep anyway, and what was seen and not counted. */
export interface DerivedEvidence extends Omit<DetectedPlaces, 'excluded'>, Omit<DetectedStaff, 'excluded'> {
  /** By detector and reason. */
  readonly excluded: Readonly<Record<Exclude<Trace, 'activity'>, Excluded>>;
}

/** Options of {@link derivedEvidence}. */
export interface DerivedEvidenceOptions extends DerivedParameters {
  readonly scope: Scope;
  /** Academic years, for example `['2022/23', '2023/24']`. */
  readonly periods: readonly string[];
  readonly signal?: AbortSignal;
}

/** Runs all detectors. */
export async function detectDerived(
  engine: QueryEngine,
  options: Detection & DerivedParameters & { readonly activities: readonly RecordedActivity[] },
): Promise<DerivedEvidence> {
  const { excluded: staffExcluded, ...staff } = await detectStaff(engine, {
    ...options,
    minimumOverlapDays: options.minimumOverlapDays ?? 28,
    schoolDaysPerYear: options.schoolDaysPerYear ?? 195,
  });
  const { excluded: placesExcluded, ...places } = await detectPlaces(engine, {
    ...options,
    minimumPlaceDays: options.minimumPlaceDays ?? 14,
  });
  return { ...staff, ...places, excluded: { ...staffExcluded, ...placesExcluded } };
}

/**
 * Everything that the schools' own records show of collaboration between the schools of a scope (B3): shared staff,
 * staff who moved by agreement, students' places at other schools, courses and classes of two schools. Beside it, by
 * detector and reason, what was seen and is no collaboration: supply and central-team staff, recruitment, house moves,
 * alternative provision, ids that only look alike. Only days on which a sharing agreement is in force are read.
 *
 * @throws CollegialError `agreement.missing`, `scope.unknown`, `period.invalid`
 *
 * @example
 * ```ts
 * import { derivedEvidence } from '@collegial/collaboration';
 *
 * const seen = await derivedEvidence(store, { scope: { kind: 'group', id: 'A' }, periods: ['2023/24'] });
 * seen.places[0]; // { home: 'urn:100002', host: 'urn:100001', places: 6, trace: 'shared-places', … }
 * seen.excluded['managed-move']; // { ordinary: 12, unrecorded: 3 }
 * ```
 */
export async function derivedEvidence(
  engine: QueryEngine,
  options: DerivedEvidenceOptions,
): Promise<DerivedEvidence> {
  const years = observedYears(options.periods.map(parseAcademicYear), options.asOf);
  const days = daysOf(years);
  const query = queryOptions(options);
  const schools = await schoolsOfScope(engine, { scope: options.scope, ...days, ...query });
  const { inForce } = await requireAgreement(engine, {
    schools: schools.schools,
    purpose: 'collaboration',
    ...days,
    ...query,
  });
  const { activities } = await readActivities(engine, {
    schools,
    ...days,
    inForce,
    kinds: activityKinds,
    ...query,
  });
  return await detectDerived(engine, { ...options, schools, years, ...days, inForce, activities });
}
