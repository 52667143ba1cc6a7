import { piecesOf } from '../pieces.ts';
import {
  type ConditionFinding,
  type ConditionMaterial,
  enoughSchools,
  evidenceOf,
  findingOf,
} from './condition-material.ts';
import { lastsWithin } from './lasting.ts';

/**
 * Incentives that appeal to the schools' own interest (B2): there is money for working together, and most schools get
 * something out of it – knowledge or resources reach them.
 */
export function incentives(material: ConditionMaterial): ConditionFinding {
  const { ties, records, from, to } = material;
  const fundings = records.fundings.filter((funding) => lastsWithin(funding, from, to));
  const joint = ties.filter((tie) => tie.kind === 'pooled-fund' || tie.kind === 'joint-bid');
  const useful = ties.filter((tie) => tie.flow !== 'none' && tie.flows.some((flow) => flow.parts > 0));
  const receivers = new Set(
    useful.flatMap((tie) => tie.flows.filter((flow) => flow.parts > 0).map((flow) => flow.recipient)),
  );
  const enough = enoughSchools(receivers, material);
  return findingOf([
    {
      met: fundings.length > 0 || joint.length > 0,
      seen: records.fundings.length > 0,
      why: `Money for working together: grants or budgets in force ${fundings.length}, activities with pooled money or a joint bid ${piecesOf(joint).length}.`,
      evidence: () => [...fundings.map(({ id }) => ({ kind: 'funding' as const, id })), ...evidenceOf(joint)],
    },
    {
      met: enough.met,
      seen: ties.length > 0,
      why: `Knowledge or resources reached ${enough.words}.`,
      evidence: () => evidenceOf(useful),
    },
  ]);
}
