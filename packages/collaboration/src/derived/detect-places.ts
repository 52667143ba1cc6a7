import type { QueryEngine } from '@collegial/query';
import { classPlacesOf } from '../cross-school-classes/class-places-of.ts';
import { readMemberships } from '../cross-school-classes/read-memberships.ts';
import { type JointStructure, jointStructures } from '../joint-structures/joint-structure.ts';
import { readClassTeachers } from '../joint-structures/read-class-teachers.ts';
import { readSharedCourses } from '../joint-structures/read-shared-courses.ts';
import { sharedClassesOf } from '../joint-structures/shared-classes-of.ts';
import { sharedCoursesOf } from '../joint-structures/shared-courses-of.ts';
import {
  managedMovesOf,
  type UnrecordedMoves,
  unrecordedMovesOf,
} from '../managed-moves/managed-moves-of.ts';
import { type RecordedTransfer, readTransfers } from '../managed-moves/read-transfers.ts';
import { guestPlacesOf } from '../shared-places/guest-places-of.ts';
import { type PlaceLine, placeLines } from '../shared-places/place-lines.ts';
import { mergeSightings, type PlaceSighting, type PlaceTrace } from '../shared-places/place-sighting.ts';
import { readProvision } from '../shared-places/provision.ts';
import { readElsewhere, readRegisters } from '../shared-places/read-registers.ts';
import { type RollEntry, readRolls } from '../shared-places/read-rolls.ts';
import { dayText } from '../time/days.ts';
import { clip, hull } from './clip.ts';
import { type Detection, type Excluded, queryOptions } from './detection.ts';
import { Exclusions } from './exclusions.ts';

/** What records of students and classes show. */
export interface DetectedPlaces {
  readonly places: readonly PlaceLine[];
  readonly jointStructures: readonly JointStructure[];
  readonly excluded: Readonly<Record<PlaceTrace | 'joint-structure', Excluded>>;
  readonly unrecordedMoves: readonly UnrecordedMoves[];
}

const nothing: DetectedPlaces = {
  places: [],
  jointStructures: [],
  excluded: { 'managed-move': {}, 'shared-places': {}, 'cross-school-class': {}, 'joint-structure': {} },
  unrecordedMoves: [],
};

/** Runs the detectors that read students and classes; a place that several of them see is one place. */
export async function detectPlaces(
  engine: QueryEngine,
  detection: Detection & { readonly minimumPlaceDays: number },
): Promise<DetectedPlaces> {
  const { schools, years, inForce, minimumPlaceDays: minimumDays } = detection;
  // Of students, nothing is read beyond the days on which an agreement is in force.
  const legible = hull(years.flatMap((year) => clip(year, year, inForce)));
  if (legible.from >= legible.to) return nothing;
  const options = {
    schools,
    from: dayText(legible.from),
    to: dayText(legible.to - 1),
    ...queryOptions(detection),
  };
  const rolls = await readRolls(engine, options);
  const provision = await readProvision(engine, [...schools.schoolOf.keys()], queryOptions(detection));
  const memberships = await readMemberships(engine, options);
  const transfers = await readTransfers(engine, options);
  const registers = await readRegisters(engine, options);
  const elsewhere = await readElsewhere(engine, options);

  const guests = guestPlacesOf({ rolls, registers, provision, minimumDays });
  const classes = sharedClassesOf({ memberships, rolls, ...(await readClassTeachers(engine, options)) });
  const courses = sharedCoursesOf(await readSharedCourses(engine, options));
  const { isCollision } = classes;
  const visits = classPlacesOf({ memberships, rolls, provision, isCollision, minimumDays });
  const moves = managedMovesOf({ transfers, schools: new Set(schools.schools) });
  const merged = mergeSightings([...moves.sightings, ...guests.sightings, ...visits.sightings]);

  const unnamed = new Exclusions();
  const named = namedElsewhere(merged.places, transfers, rolls);
  for (const { person, school, academicYear } of elsewhere.elsewhere) {
    if (!named.has(person)) unnamed.add('elsewhere-unnamed', `${person} ${school} ${academicYear}`);
  }
  for (const { person, school, academicYear } of elsewhere.byAuthority) {
    unnamed.add('arranged-by-authority', `${person} ${school} ${academicYear}`);
  }
  const seenBefore = (trace: PlaceTrace): Excluded =>
    merged.seenBefore[trace] === 0 ? {} : { 'same-place-seen-before': merged.seenBefore[trace] };
  return {
    places: placeLines(merged.places, years, inForce),
    jointStructures: jointStructures([...courses.sightings, ...classes.sightings], years, inForce),
    excluded: {
      'managed-move': { ...moves.excluded, ...seenBefore('managed-move') },
      'shared-places': { ...guests.excluded, ...unnamed.counts(), ...seenBefore('shared-places') },
      'cross-school-class': { ...visits.excluded, ...seenBefore('cross-school-class') },
      'joint-structure': addCounts(courses.excluded, classes.excluded),
    },
    unrecordedMoves: unrecordedMovesOf(transfers, rolls),
  };
}

/** People whose education elsewhere has a name: a place, a second enrolment or a transfer. */
function namedElsewhere(
  places: readonly PlaceSighting[],
  transfers: readonly RecordedTransfer[],
  rolls: ReadonlyMap<string, readonly RollEntry[]>,
): Set<string> {
  const away = [...rolls].filter(([, entries]) =>
    entries.some(({ status }) => status === 'guest' || status === 'subsidiary'),
  );
  const directed = transfers.filter(({ kind }) => kind === 'off-site-direction' || kind === 'managed-move');
  return new Set([
    ...places.map(({ person }) => person),
    ...directed.map(({ person }) => person),
    ...away.map(([person]) => person),
  ]);
}

function addCounts(one: Excluded, other: Excluded): Excluded {
  const sum: Record<string, number> = { ...one };
  for (const [reason, count] of Object.entries(other)) sum[reason] = (sum[reason] ?? 0) + count;
  return Object.fromEntries(Object.entries(sum).sort());
}
