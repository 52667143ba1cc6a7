import type { Timeline } from '../calendar/timeline.ts';
import { schoolId } from '../places/school-profiles.ts';
import type { CityTruth } from './city-truth.ts';

/** What the partnerships and the set come to in the end, by hand; a city of fewer than three years does not see their end. */
export function truePartnerships({
  years,
}: Pick<Timeline, 'years'>): Pick<CityTruth, 'partnerships' | 'learningSets'> {
  if (years.length < 3) return { partnerships: [], learningSets: [] };
  return {
    partnerships: [
      {
        partnershipId: 'partnership:B3',
        supported: [schoolId('B3')],
        withoutResponsibility: [schoolId('B2')],
        protocols: 3,
        protocolsAgreed: 2,
        // Finance, target-setting and work with parents at B3, community languages at B1: nobody offers work with parents.
        needs: 4,
        needsMet: 3,
        offeredBothWays: [[schoolId('B1'), schoolId('B3')]],
        daysLate: 21,
      },
      {
        partnershipId: 'partnership:B2-B5',
        supported: [],
        withoutResponsibility: [schoolId('B5')],
        protocols: 0,
        protocolsAgreed: 0,
        needs: 0,
        needsMet: 0,
        offeredBothWays: [],
        daysLate: null,
      },
    ],
    learningSets: [
      {
        setId: 'set:B',
        people: 5,
        cycles: 2,
        cyclesCompleted: 1,
        stepReached: 'analyse',
        accountsWritten: 3,
        accountsAnswered: 2,
        mutualPairs: 1,
        withoutAccount: [schoolId('B1')],
      },
    ],
  };
}
