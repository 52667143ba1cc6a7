import type { ActivityKind } from './activity-kind.ts';

type Traits = Pick<ActivityKind, 'standing' | 'shared' | 'makes' | 'agrees'>;

const kind = (
  id: string,
  title: string,
  process: ActivityKind['process'],
  flow: ActivityKind['flow'],
  direction: ActivityKind['direction'],
  unit: NonNullable<ActivityKind['unit']>,
  traits: Traits = {},
): ActivityKind => ({ id, title, process, flow, direction, unit, standing: false, ...traits });

const lasts = { standing: true } as const;
const carried = { shared: 'responsibility' } as const;
const made = { makes: 'new' } as const;

/**
 * The kinds of activity that Collegial knows, by process from direct to longer-term impact (B3; levels B1, consultant heads B5, accounts of practice
 * B9). A vendor adds kinds with `defineActivityKinds`.
 */
export const activityKinds: readonly ActivityKind[] = [
  kind('secondment', 'Secondment', 'movement-of-staff', 'resource', 'directed', 'staff-days', lasts),
  kind(
    'consultant-leadership',
    'Consultant leadership',
    'movement-of-staff',
    'knowledge',
    'directed',
    'staff-hours',
  ),
  kind('shared-post', 'Shared post', 'joint-appointments', 'resource', 'directed', 'staff-days', lasts),
  kind('joint-appointment', 'Joint appointment', 'joint-appointments', 'resource', 'mutual', 'pounds', {
    ...lasts,
    ...carried,
  }),
  kind('joint-advertisement', 'Joint advertisement', 'joint-appointments', 'none', 'mutual', 'events', lasts),
  kind('in-service-event', 'In-service event', 'staff-development', 'none', 'mutual', 'events'),
  kind('joint-training', 'Joint training', 'staff-development', 'knowledge', 'directed', 'staff-hours'),
  kind('joint-planning', 'Joint planning', 'staff-development', 'knowledge', 'mutual', 'staff-hours'),
  kind('visit', 'Visit', 'staff-development', 'knowledge', 'directed', 'staff-hours'),
  kind(
    'course-places',
    'Course places',
    'opportunities-for-students',
    'resource',
    'directed',
    'places',
    lasts,
  ),
  kind('pooled-fund', 'Pooled fund', 'new-resources', 'resource', 'mutual', 'pounds', {
    ...lasts,
    ...carried,
  }),
  kind('joint-bid', 'Joint bid', 'new-resources', 'resource', 'mutual', 'pounds', lasts),
  kind('meeting', 'Meeting', 'mutual-challenge', 'none', 'mutual', 'events'),
  kind('peer-review', 'Peer review', 'mutual-challenge', 'knowledge', 'mutual', 'staff-hours'),
  kind('mutual-observation', 'Mutual observation', 'mutual-challenge', 'knowledge', 'mutual', 'staff-hours'),
  kind('lesson-study', 'Lesson study', 'redefining-quality', 'knowledge', 'mutual', 'staff-hours'),
  kind(
    'action-learning-session',
    'Action learning session',
    'redefining-quality',
    'knowledge',
    'mutual',
    'staff-hours',
  ),
  kind(
    'account-of-practice',
    'Account of practice',
    'redefining-quality',
    'knowledge',
    'directed',
    'events',
    made,
  ),
  kind(
    'resource-production',
    'Joint production of resources',
    'redefining-quality',
    'knowledge',
    'mutual',
    'staff-hours',
    made,
  ),
  kind('admissions-sharing', 'Sharing of admissions', 'shared-responsibility', 'none', 'mutual', 'places', {
    ...lasts,
    ...carried,
  }),
  kind(
    'support-in-crisis',
    'Support in crisis',
    'shared-responsibility',
    'resource',
    'directed',
    'staff-days',
    carried,
  ),
  kind('joint-target', 'Joint target', 'shared-responsibility', 'none', 'mutual', 'events', {
    ...lasts,
    ...carried,
  }),
  kind(
    'values-statement',
    'Agreed statement of values',
    'shared-responsibility',
    'none',
    'mutual',
    'events',
    {
      ...lasts,
      agrees: 'values',
    },
  ),
];

/** The activity kind with this id, or `undefined`. */
export function activityKind(id: string): ActivityKind | undefined {
  return activityKinds.find((entry) => entry.id === id);
}
