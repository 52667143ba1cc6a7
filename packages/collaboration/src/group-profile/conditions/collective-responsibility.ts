import { levelMarks } from '../../levels/level-marks.ts';
import {
  type ConditionFinding,
  type ConditionMaterial,
  enoughSchools,
  evidenceOf,
  findingOf,
  schoolsOfTies,
} from './condition-material.ts';

/**
 * Collective responsibility for all partners (B2): something on record in which schools answer for each other – a joint
 * target, shared admissions, help in a crisis, an agreed statement, a pooled fund, a post that both pay – and most schools
 * have a part in it.
 */
export function collectiveResponsibility(material: ConditionMaterial): ConditionFinding {
  const shared = material.ties.filter((tie) => {
    const { sharedResponsibility, agreedValues } = levelMarks(tie);
    return sharedResponsibility || agreedValues || tie.process === 'shared-responsibility';
  });
  const enough = enoughSchools(schoolsOfTies(shared), material);
  const seen = material.activities.length > 0;
  const kinds = [...new Set(shared.map((tie) => tie.kind))].sort();
  return findingOf([
    {
      met: shared.length > 0,
      seen,
      why: `Answering for each other: ${kinds.length === 0 ? 'nothing on record' : kinds.join(', ')}.`,
      evidence: () => evidenceOf(shared),
    },
    { met: enough.met, seen, why: `It takes in ${enough.words}.`, evidence: () => [] },
  ]);
}
