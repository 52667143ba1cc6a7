import { normaliseAim } from '../../levels/normalise-aim.ts';
import type { Piece } from '../pieces.ts';
import { reachesTeachersOrStudents, reachOf } from '../profile-depth.ts';
import {
  type ConditionFinding,
  type ConditionMaterial,
  enoughSchools,
  evidenceOf,
  findingOf,
  schoolsOfTies,
} from './condition-material.ts';

/**
 * Common priorities that matter to many (B2): most schools worked at one named aim on several occasions, and such work
 * reached teachers, support staff or students, not leaders alone.
 */
export function commonPriorities(material: ConditionMaterial): ConditionFinding {
  const { thresholds } = material;
  const activities = material.activities;
  const aims = new Map<string, Piece[]>();
  for (const piece of activities) {
    const aim = normaliseAim(piece.ties[0]?.aim ?? null);
    if (aim !== null) aims.set(aim, [...(aims.get(aim) ?? []), piece]);
  }
  const common = [...aims.values()].filter(
    (pieces) =>
      pieces.length >= thresholds.occasions &&
      enoughSchools(schoolsOfTies(pieces.flatMap((piece) => piece.ties)), material).met,
  );
  const aimed = [...aims.values()].flat();
  const deep = aimed.filter((piece) => reachesTeachersOrStudents(reachOf(piece.ties)));
  const needed = enoughSchools(new Set(), material).words.replace(/^.*\(needs (\d+)\)$/, '$1');
  return findingOf([
    {
      met: common.length > 0,
      seen: activities.length > 0,
      why: `Named aims with ${thresholds.occasions} activities or more and ${needed} schools or more: ${common.length} of ${aims.size}.`,
      evidence: () => evidenceOf(common.flat().flatMap((piece) => piece.ties)),
    },
    {
      met: deep.length > 0,
      seen: aimed.length > 0,
      why: `Activities with a named aim in which teachers, support staff or students took part: ${deep.length} of ${aimed.length}.`,
      evidence: () => evidenceOf(deep.flatMap((piece) => piece.ties)),
    },
  ]);
}
