import type { CollaborationLevel } from '@collegial/model';
import type { AgreedMoveSign, MoveNegativeKind } from '../staff/agreed-moves.ts';
import type { NegativeKind } from '../staff/negatives.ts';

/** A post of a planted person. Days are `YYYY-MM-DD`; `to` is `null` while held. */
export interface TruePost {
  readonly organisationId: string;
  readonly staffId: string;
  readonly appointmentId: string;
  readonly fte: number;
  readonly from: string;
  readonly to: string | null;
}

/** A planted person with posts at several schools. */
export interface TruePerson {
  /** What the story says. */
  readonly note: string;
  readonly teacherNumber: string;
  readonly posts: readonly TruePost[];
}

/** A person shared by two schools in one academic year. */
export interface TrueSharedPost {
  /** Organisation ids of the two schools, sorted. */
  readonly schools: readonly [string, string];
  readonly academicYear: number;
  readonly teacherNumber: string;
  /** Staff records and full-time equivalents, in the order of `schools`. */
  readonly staffIds: readonly [string, string];
  readonly fte: readonly [number, number];
  /** First and last day on which both posts are held within the year. */
  readonly from: string;
  readonly to: string;
}

/** Someone seen at two schools for reasons that are no collaboration. */
export interface TrueNegative extends TruePerson {
  readonly kind: NegativeKind;
}

/** A teacher who left one school of the city for another on a day. */
export interface TrueStaffMove {
  readonly teacherNumber: string;
  readonly from: string;
  readonly to: string;
  readonly on: string;
}

/** Students of one school on a course of another in one year. */
export interface TrueSharedPlaces {
  readonly course: string;
  readonly host: string;
  readonly home: string;
  readonly academicYear: number;
  /** Guest enrolments at the host. */
  readonly enrolmentIds: readonly string[];
}

/** A person who went to a partner school by agreement of the two. */
export interface TrueAgreedMove extends TruePerson {
  /** What shows the agreement. */
  readonly sign: AgreedMoveSign;
  readonly home: string;
  readonly host: string;
  /** Academic years in which the person is at the host. */
  readonly academicYears: readonly number[];
}

/** Someone who changed schools in a way that looks like an agreement and is none. */
export interface TrueMoveNegative extends TruePerson {
  readonly kind: MoveNegativeKind;
}

/** A student's place at another school in one academic year, once for all records that show it. */
export interface TrueStudentPlace {
  /** The record that says most of it. */
  readonly seenAs: 'managed-move' | 'off-site-direction' | 'guest' | 'dual-registration' | 'class';
  /** Link key of the student. */
  readonly linkKey: string;
  readonly home: string;
  readonly host: string;
  readonly academicYear: number;
}

/** A course or class that two schools teach together in one academic year. */
export interface TrueJointStructure {
  readonly schools: readonly [string, string];
  readonly academicYear: number;
  readonly kind: 'shared-course' | 'shared-class';
  /** Id of the course or class. */
  readonly id: string;
}

/** What a school adds to each grade, in GCSE grades, by academic year. */
export interface TrueSchoolEffect {
  readonly organisationId: string;
  readonly academicYear: number;
  readonly effect: number;
}

/** The level of a pair, worked out by hand from the story. */
export interface TrueLevel {
  readonly schools: readonly [string, string];
  readonly academicYear: number;
  readonly level: CollaborationLevel;
  /** The same with what no partner has confirmed yet. */
  readonly levelWithUnconfirmed: CollaborationLevel;
  readonly why: string;
}

/** What a condition of working together comes to in a group and year (B2, ch. 10). */
export interface TrueCondition {
  readonly groupId: string;
  readonly academicYear: number;
  readonly condition: string;
  readonly status: 'met' | 'partly' | 'not';
  readonly why: string;
}

/** What a partnership comes to on the last day of the city (B5). */
export interface TruePartnership {
  readonly partnershipId: string;
  readonly supported: readonly string[];
  /** Helpers and equals that nobody said what they answer for. */
  readonly withoutResponsibility: readonly string[];
  readonly protocols: number;
  /** Those to which every member agreed. */
  readonly protocolsAgreed: number;
  readonly needs: number;
  /** Needs that another member offers to meet. */
  readonly needsMet: number;
  /** Pairs of which each offers what the other needs. */
  readonly offeredBothWays: readonly (readonly [string, string])[];
  /** Days after the planned one on which the helpers withdrew; `null` when no day was set. */
  readonly daysLate: number | null;
}

/** What an action learning set comes to on the last day of the city (B9). */
export interface TrueLearningSet {
  readonly setId: string;
  readonly people: number;
  readonly cycles: number;
  readonly cyclesCompleted: number;
  /** Step that the latest cycle has reached. */
  readonly stepReached: string;
  readonly accountsWritten: number;
  readonly accountsAnswered: number;
  /** Pairs of which each wrote about the other. */
  readonly mutualPairs: number;
  readonly withoutAccount: readonly string[];
}

/** Everything that was planted in a city: what an analysis must find, and what it must not. */
export interface CityTruth {
  /** The 19 secondary schools of the city, and the two members of groups that are not among them. */
  readonly secondarySchools: readonly string[];
  readonly extraSchools: { readonly linkedAuthority: string; readonly special: string };
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly closing: { readonly organisationId: string; readonly lastDay: string | null };
  readonly specialMeasures: string;
  readonly declined: { readonly organisationId: string; readonly groupId: string };
  readonly newHeads: readonly { readonly organisationId: string; readonly from: string }[];
  readonly sharedPosts: readonly TrueSharedPost[];
  readonly sharedPeople: readonly TruePerson[];
  readonly secondments: readonly TruePerson[];
  readonly jointContracts: readonly TruePerson[];
  readonly coordinators: readonly TruePerson[];
  /** Planted people who are no collaboration. */
  readonly negatives: readonly TrueNegative[];
  /** Teachers who moved from one school of the city to another in the ordinary turnover: no collaboration either. */
  readonly recruitments: readonly TrueStaffMove[];
  /** Teachers of the closing school who found a post at a neighbour when it closed. */
  readonly redeployments: readonly TrueStaffMove[];
  readonly agreedMoves: readonly TrueAgreedMove[];
  readonly moveNegatives: readonly TrueMoveNegative[];
  /** Every place at another school that is collaboration, course places and managed moves included. */
  readonly studentPlaces: readonly TrueStudentPlace[];
  readonly jointStructures: readonly TrueJointStructure[];
  /** Records that look like places or joint classes and are none. */
  readonly lookalikes: {
    /** Guest enrolments that were never taken up. */
    readonly neverAttended: readonly string[];
    /** Class ids that stand for two classes of two schools. */
    readonly collidingClasses: readonly string[];
    /** Class enrolments of students who had left for another school. */
    readonly staleLists: readonly string[];
  };
  /** Managed moves on record, agreed by both schools. */
  readonly managedMoves: readonly {
    readonly studentId: string;
    readonly from: string;
    readonly to: string;
    readonly on: string;
  }[];
  readonly sharedPlaces: readonly TrueSharedPlaces[];
  /** Dual registrations at the special school: provision, not shared places. */
  readonly specialPlacements: readonly {
    readonly mainEnrolmentId: string;
    readonly subsidiaryEnrolmentId: string;
  }[];
  readonly levels: readonly TrueLevel[];
  readonly schoolEffects: readonly TrueSchoolEffect[];
  /** What each group adds, in GCSE grades, by academic year: part of the school effects. */
  readonly groupImprovement: readonly {
    readonly groupId: string;
    readonly academicYear: number;
    readonly grades: number;
  }[];
  /** Planted perverse effect (B13): weak students of Year 11 who left one school's roll before their examinations. */
  readonly gaming: { readonly organisationId: string; readonly enrolmentIds: readonly string[] };
  /** By hand, at least one group and year for each condition met and one not wholly met; empty for cities of fewer than three years. */
  readonly conditions: readonly TrueCondition[];
  /** By hand, for cities of three years or more; empty for shorter ones. */
  readonly partnerships: readonly TruePartnership[];
  readonly learningSets: readonly TrueLearningSet[];
  /** Records made, by entity, marks not counted. */
  readonly counts: Readonly<Record<string, number>>;
}
