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

/** Natural unit in which an activity is stated. */
export type ActivityUnit = 'events' | 'staff-hours' | 'staff-days' | 'places' | 'pounds';

/** A kind of activity between schools. A vendor adds kinds with `defineActivityKinds`. */
export interface ActivityKind {
  /** Lower-case words joined by hyphens, for example `peer-review`. */
  readonly id: string;
  readonly title: string;
  readonly process: Process;
  /** What moves: knowledge, a resource, or neither (people only meet or decide). */
  readonly flow: 'knowledge' | 'resource' | 'none';
  /** `directed`: providers give to recipients · `mutual`: each gives and receives its share. */
  readonly direction: 'directed' | 'mutual';
  /** Natural unit: what a form asks for first. Default: `events`. Other units may be stated beside it. */
  readonly unit?: ActivityUnit;
  /** True for what lasts rather than happens: it ties schools together, and is no occasion on which people met. */
  readonly standing?: boolean;
  /** Schools carry responsibility for each other while it lasts (S of the levels, B1). */
  readonly shared?: 'responsibility';
  /** Something new comes of it that neither school had (C of the levels, B1, B9). */
  readonly makes?: 'new';
  /** The schools state values that they agree on (V of the levels, B1). */
  readonly agrees?: 'values';
}
