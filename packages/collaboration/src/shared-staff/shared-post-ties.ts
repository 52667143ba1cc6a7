import { activityKind } from '@collegial/model';
import { unknownReach } from '../ties/reach.ts';
import { toParts } from '../ties/split-amount.ts';
import { pairOf, type Tie } from '../ties/tie.ts';
import type { SharedPost } from './shared-posts-of.ts';

/** A shared post as a tie: a derived trace, with staff-days where the FTE is known. */
export function sharedPostTie(post: SharedPost): Tie {
  const kind = activityKind(post.kind);
  const schools = pairOf(post.provider, post.recipient);
  return {
    schools,
    academicYear: post.academicYear,
    from: post.from,
    to: post.to,
    trace: 'shared-staff',
    kind: post.kind,
    process: kind?.process ?? 'movement-of-staff',
    flow: 'resource',
    basis: 'derived',
    eventWeight: 0,
    contributed: [schools[0] === post.provider, schools[1] === post.provider],
    flows:
      post.days === null || post.days === 0
        ? []
        : [
            {
              provider: post.provider,
              recipient: post.recipient,
              unit: 'staff-days',
              parts: toParts(post.days),
            },
          ],
    aim: null,
    structure: true,
    product: null,
    groupId: null,
    fundingId: null,
    reach: unknownReach,
    evidence: post.appointments,
    person: post.person,
  };
}
