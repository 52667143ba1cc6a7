import { defineCodeSet } from '../code-set.ts';

/**
 * How a student is on the roll: `current` at this school alone, `main` or `subsidiary` of a dual registration, `guest`
 * without registration, `further-education` or `other-provider` elsewhere, `previous` no longer on roll.
 */
export type EnrolmentStatus =
  | 'current'
  | 'main'
  | 'subsidiary'
  | 'further-education'
  | 'other-provider'
  | 'guest'
  | 'previous';

/** Enrolment status in England. Headcounts take `current` and `main`, so that a dual registration counts once. */
export const englandEnrolmentStatusCodes = defineCodeSet<EnrolmentStatus>({
  id: 'gb-eng/enrolment-status',
  jurisdiction: 'GB-ENG',
  title: 'Enrolment status, England',
  source: 'DfE, Common Basic Data Set (May 2026); DfE, School census guide',
  entries: [
    { code: 'C', label: 'Current: registered at this school only', meaning: 'current' },
    { code: 'M', label: 'Current main: dual registration', meaning: 'main' },
    { code: 'S', label: 'Current subsidiary: dual registration', meaning: 'subsidiary' },
    { code: 'F', label: 'Further education college', meaning: 'further-education' },
    { code: 'O', label: 'Other provider', meaning: 'other-provider' },
    { code: 'G', label: 'Guest: attends some sessions, not registered here', meaning: 'guest' },
    { code: 'P', label: 'Previous', meaning: 'previous' },
  ],
});
