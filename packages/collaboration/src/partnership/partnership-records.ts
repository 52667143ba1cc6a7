import type { LedgerEntry } from '@collegial/model';

/** The records of one partnership. */
export interface PartnershipRecords {
  readonly partnership: {
    readonly id: string;
    readonly name: string;
    readonly groupId: string | null;
    readonly startsOn: string;
    readonly disengagementPlan: string | null;
    readonly disengageBy: string | null;
    readonly disengagedOn: string | null;
  };
  readonly members: readonly {
    readonly school: string;
    readonly role: 'supporting' | 'supported' | 'equal';
    readonly responsibility: string | null;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly protocols: readonly {
    readonly id: string;
    readonly title: string;
    readonly agreedBy: readonly string[];
    readonly agreedOn: string | null;
  }[];
  readonly expertise: readonly {
    readonly school: string;
    readonly area: string;
    readonly direction: 'offered' | 'sought';
    readonly statedOn: string | null;
  }[];
  /** What members gave each other, from the contribution ledger; `null` when it is not known. */
  readonly ledger: readonly LedgerEntry[] | null;
}
