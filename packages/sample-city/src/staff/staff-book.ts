import type { EntityInput } from '@collegial/model';
import { type Day, formatDay } from '../calendar/day.ts';
import type { SchoolKey } from '../places/school-profile.ts';
import { schoolId } from '../places/school-profiles.ts';
import { teacherNumber } from '../students/pupil-number.ts';
import { linkKeyOf } from '../students/student-records.ts';

/** A post as planned. */
export interface Post {
  /** The person who holds it. */
  readonly person: string;
  readonly school: SchoolKey;
  readonly role: EntityInput<'Appointment'>['role'];
  readonly kind: EntityInput<'Appointment'>['kind'];
  readonly fte: number;
  readonly subject?: string | undefined;
  readonly employerId?: string | undefined;
  readonly from: Day;
  /** Last day; `undefined` while held. */
  readonly to?: Day | undefined;
}

/** A post as held, with its ids. */
export interface HeldPost extends Post {
  readonly appointmentId: string;
  readonly staffId: string;
}

/** The staff of all schools: each school keeps a record of its own of a person who works at several. */
export interface StaffBook {
  readonly posts: readonly HeldPost[];
  /** Enters a post and gives it ids. */
  appoint(post: Post): HeldPost;
  /** Ends a post. */
  end(post: HeldPost, to: Day): void;
  /** Teacher reference number behind a staff record; `undefined` when there is no such record. */
  teacherNumberOf(staffId: string): string | undefined;
  /** Staff records. */
  staff(): EntityInput<'Staff'>[];
  /** Appointments. */
  appointments(): EntityInput<'Appointment'>[];
}

/** An empty book. */
export function createStaffBook(): StaffBook {
  const posts: HeldPost[] = [];
  const records = new Map<string, string>();
  const numbers = new Map<string, string>();
  const numberOfRecord = new Map<string, string>();
  return {
    posts,
    appoint(post) {
      const number = numbers.get(post.person) ?? teacherNumber(numbers.size + 1);
      numbers.set(post.person, number);
      const key = `${post.school}/${post.person}`;
      const staffId = records.get(key) ?? `A${2_000_001 + records.size}`;
      records.set(key, staffId);
      numberOfRecord.set(staffId, number);
      const held = { ...post, staffId, appointmentId: `P${4_000_001 + posts.length}` };
      posts.push(held);
      return held;
    },
    end(post, to) {
      posts[posts.indexOf(post)] = { ...post, to };
    },
    teacherNumberOf: (staffId) => numberOfRecord.get(staffId),
    staff: () => [...numberOfRecord].map(([id, number]) => ({ id, linkKey: linkKeyOf(number) })),
    appointments: () =>
      posts.map((post) => ({
        id: post.appointmentId,
        staffId: post.staffId,
        organisationId: schoolId(post.school),
        employerId: post.employerId ?? null,
        role: post.role,
        kind: post.kind,
        fte: post.fte,
        subject: post.subject ?? null,
        validFrom: formatDay(post.from),
        validTo: post.to === undefined ? null : formatDay(post.to),
      })),
  };
}
