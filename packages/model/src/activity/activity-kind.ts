/** One of the eight processes of collaboration, from direct to longer-term impact (B3). */
export type Process =
  | 'movement-of-staff'
  | 'joint-appointments'
  | 'staff-development'
  | 'opportunities-for-students'
  | 'new-resources'
  | 'mutual-challenge'
  | 'redefining-quality'
  | 'shared-responsibility';

/** The eight processes in order: the first act soonest, the last sustain (B3, ch. 10). */
export const processes: readonly { readonly id: Process; readonly title: string }[] = [
  { id: 'movement-of-staff', title: 'Movement of staff' },
  { id: 'joint-appointments', title: 'Joint advertisements and appointments' },
  { id: 'staff-development', title: 'Staff development' },
  { id: 'opportunities-for-students', title: 'Wider opportunities for students' },
  { id: 'new-resources', title: 'Drawing in new resources' },
  { id: 'mutual-challenge', title: 'Mutual challenge' },
  { id: 'redefining-quality', title: 'Redefining quality' },
  { id: 'shared-responsibility', title: 'Shared responsibility' },
];

/** A kind of activity between schools. A vendor adds kinds by declaring the same four things. */
export interface ActivityKind {
  readonly id: string;
  readonly title: string;
  readonly process: Process;
  /** What moves: knowledge, a resource, or neither (people only meet or decide). */
  readonly flow: 'knowledge' | 'resource' | 'none';
  /** `directed`: providers give to recipients · `mutual`: each gives and receives its share. */
  readonly direction: 'directed' | 'mutual';
}

const kind = (
  id: string,
  title: string,
  process: Process,
  flow: ActivityKind['flow'],
  direction: ActivityKind['direction'],
): ActivityKind => ({ id, title, process, flow, direction });

/** The kinds of activity that Collegial knows (B3, B5, B9). */
export const activityKinds: readonly ActivityKind[] = [
  kind('meeting', 'Meeting', 'mutual-challenge', 'none', 'mutual'),
  kind('in-service-event', 'In-service event', 'staff-development', 'none', 'mutual'),
  kind('joint-training', 'Joint training', 'staff-development', 'knowledge', 'directed'),
  kind('visit', 'Visit', 'staff-development', 'knowledge', 'directed'),
  kind('peer-review', 'Peer review', 'mutual-challenge', 'knowledge', 'mutual'),
  kind('mutual-observation', 'Mutual observation', 'mutual-challenge', 'knowledge', 'mutual'),
  kind('lesson-study', 'Lesson study', 'redefining-quality', 'knowledge', 'mutual'),
  kind('action-learning-session', 'Action learning session', 'redefining-quality', 'knowledge', 'mutual'),
  kind('account-of-practice', 'Account of practice', 'redefining-quality', 'knowledge', 'directed'),
  kind('shared-post', 'Shared post', 'joint-appointments', 'resource', 'directed'),
  kind('secondment', 'Secondment', 'movement-of-staff', 'resource', 'directed'),
  kind('joint-appointment', 'Joint appointment', 'joint-appointments', 'resource', 'mutual'),
  kind('joint-advertisement', 'Joint advertisement', 'joint-appointments', 'none', 'mutual'),
  kind('course-places', 'Course places', 'opportunities-for-students', 'resource', 'directed'),
  kind('pooled-fund', 'Pooled fund', 'new-resources', 'resource', 'mutual'),
  kind('joint-bid', 'Joint bid', 'new-resources', 'resource', 'mutual'),
  kind('resource-production', 'Joint production of resources', 'redefining-quality', 'knowledge', 'mutual'),
  kind('admissions-sharing', 'Sharing of admissions', 'shared-responsibility', 'none', 'mutual'),
  kind('support-in-crisis', 'Support in crisis', 'shared-responsibility', 'resource', 'directed'),
  kind('consultant-leadership', 'Consultant leadership', 'movement-of-staff', 'knowledge', 'directed'),
  kind('joint-target', 'Joint target', 'shared-responsibility', 'none', 'mutual'),
  kind('values-statement', 'Agreed statement of values', 'shared-responsibility', 'none', 'mutual'),
];

/** The activity kind with this id, or `undefined`. */
export function activityKind(id: string): ActivityKind | undefined {
  return activityKinds.find((entry) => entry.id === id);
}
