import type { GroupProfile } from '@collegial/model';
import * as z from 'zod';

const whole = z.int().min(0);
const share = z.number().min(0).max(1);
const id = z.string().min(1);
const ids = z.array(id);
const period = z.string().regex(/^\d{4}\/\d{2}$/);
const basis = z.enum(['derived', 'confirmed', 'unconfirmed']);
const unit = z.enum(['staff-hours', 'staff-days', 'places', 'pounds', 'events']);
const status = z.enum(['met', 'partly', 'not', 'unknown']);
const pair = z.tuple([id, id]);

const links = {
  links: whole,
  density: share.nullable(),
  centralisation: share.nullable(),
  components: z.array(ids),
  isolates: ids,
  articulationPoints: ids,
};

const measures = z.strictObject({
  part: z.enum(['tagged', 'untagged', 'all']),
  unconfirmed: z.boolean(),
  breadth: z.strictObject({
    processes: z.array(z.strictObject({ process: id, pairs: whole })),
    breadth: z.int().min(0).max(8),
    position: share.nullable(),
  }),
  contact: z.strictObject(links),
  giving: z.strictObject({
    ...links,
    directions: whole,
    edgeReciprocity: share.nullable(),
    dyadReciprocity: share.nullable(),
    givingCentralisation: share.nullable(),
    receivingCentralisation: share.nullable(),
  }),
  depth: z.strictObject({
    pieces: whole,
    stated: whole,
    reachingTeachersOrStudents: whole,
    reachingStudents: whole,
    headsOnly: whole,
    share: share.nullable(),
    shareOfHours: share.nullable(),
    coverage: share.nullable(),
  }),
  continuity: z.strictObject({ before: whole, goOn: whole, new: whole, share: share.nullable() }),
});

const remaining = {
  linksLost: whole,
  linksLeft: whole,
  share: share.nullable(),
  components: whole,
  isolates: ids,
  processesLost: ids,
};

const contribution = z.strictObject({
  school: id,
  process: id,
  unit,
  basis,
  gave: z.number().min(0),
  received: z.number().min(0),
  gaveTagged: z.number().min(0).nullable(),
  receivedTagged: z.number().min(0).nullable(),
  gavePer100: z.number().min(0).nullable(),
  receivedPer100: z.number().min(0).nullable(),
});

const survival = z.strictObject({
  occasions: whole.nullable(),
  pairs: whole,
  tooEarly: whole,
  curve: z.array(
    z.strictObject({ years: whole, atRisk: whole, ended: whole, censored: whole, survival: share }),
  ),
});

const condition = z.strictObject({
  id: z.enum([
    'incentives',
    'collective-responsibility',
    'senior-leadership',
    'common-priorities',
    'external-help',
    'authority-support',
  ]),
  title: z.string().min(1),
  status,
  basis: z.enum(['review', 'records']),
  records: status,
  recordsWithUnconfirmed: status,
  review: status.nullable(),
  why: z.array(z.string().min(1)),
  // Roles and reviews are records of people: their ids stay in the store.
  evidence: z.array(z.strictObject({ kind: z.enum(['activity', 'funding']), id })),
});

/** The profile of a group as this version writes it. */
export const groupProfileSchema = z.strictObject({
  scope: z.strictObject({
    kind: z.enum(['school', 'group', 'trust', 'authority', 'federation', 'sponsor']),
    id,
  }),
  period,
  rules: whole,
  schools: ids,
  levels: z.array(
    z.strictObject({
      level: z.enum(['no-link-seen', 'association', 'cooperation', 'collaboration', 'collegiality']),
      pairs: whole,
      pairsWithUnconfirmed: whole,
    }),
  ),
  evidence: z.array(z.strictObject({ part: z.enum(['tagged', 'untagged']), basis, pieces: whole })),
  measures: z.array(measures),
  withoutSchool: z.array(z.strictObject({ school: id, ...remaining })),
  // What rests on one person is not published.
  withoutPerson: z.null(),
  contributions: z.array(contribution),
  attainment: z
    .strictObject({
      measure: id,
      source: z.enum(['published', 'results']),
      period,
      schools: whole,
      of: whole,
      mean: z.number(),
      standardDeviation: z.number().min(0).nullable(),
      lowest: z.number(),
      highest: z.number(),
    })
    .nullable(),
  survival: z.strictObject({ funding: survival, head: survival }),
  coordinator: z.strictObject({ present: z.boolean(), shareOfYear: share.nullable() }),
  outsideChallenge: z.strictObject({
    present: z.boolean(),
    activities: whole,
    activitiesWithUnconfirmed: whole,
  }),
  conditions: z.array(condition),
  guards: z.strictObject({
    saturation: z.strictObject({
      threshold: z.number(),
      pairs: z.array(z.strictObject({ schools: pair, events: z.number() })),
      share: share.nullable(),
    }),
    oneSided: z.array(z.strictObject({ schools: pair, recordedBy: id, activities: whole })),
  }),
}) satisfies z.ZodType<GroupProfile>;
