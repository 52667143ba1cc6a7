import type { Dataset } from '@collegial/model';
import { type City, createCity } from '@collegial/sample-city';
import type { Store } from '@collegial/store';
import { beforeAll, expect, test } from 'vitest';
import { storeOf } from '../__fixtures__/store-of.ts';
import { actionLearning } from '../action-learning/action-learning.ts';
import { partnership } from './partnership.ts';

const wanted = [
  'Organisation',
  'OrganisationLink',
  'SchoolGroup',
  'GroupMember',
  'SharingAgreement',
  'Partnership',
  'PartnershipMember',
  'PartnershipProtocol',
  'PartnershipExpertise',
  'ActionLearningSet',
  'ActionLearningMember',
  'ActionLearningCycle',
  'AccountOfPractice',
  'Activity',
  'Participation',
  'Confirmation',
] as const;
let city: City;
let store: Store;
let lastDay: string;

beforeAll(async () => {
  city = createCity({ students: 300 });
  store = await storeOf(
    Object.fromEntries(wanted.map((entity) => [entity, city.dataset[entity]])) as Dataset,
  );
  lastDay = `${Math.max(...city.truth.levels.map(({ academicYear }) => academicYear)) + 1}-08-31`;
}, 60_000);

test('partnerships come to what was planted', async () => {
  expect(city.truth.partnerships).toHaveLength(2);
  for (const truth of city.truth.partnerships) {
    const found = await partnership(store, { partnership: truth.partnershipId, asOf: lastDay });
    expect(found.roles.supported).toEqual(truth.supported);
    expect(found.roles.unnamed).toEqual(truth.withoutResponsibility);
    expect(found.protocols).toMatchObject({ stated: truth.protocols, agreed: truth.protocolsAgreed });
    expect(found.expertise).toMatchObject({ sought: truth.needs, covered: truth.needsMet });
    expect(found.benefit.offeredBothWays).toEqual(truth.offeredBothWays);
    expect(found.disengagement.daysLate).toBe(truth.daysLate);
  }
});

test('the set comes to what was planted', async () => {
  expect(city.truth.learningSets).toHaveLength(1);
  for (const truth of city.truth.learningSets) {
    const found = await actionLearning(store, { set: truth.setId, asOf: lastDay });
    expect(found.size).toMatchObject({ people: truth.people, tooLarge: false });
    expect(found.cycles).toHaveLength(truth.cycles);
    expect(found).toMatchObject({ cyclesCompleted: truth.cyclesCompleted, stepReached: truth.stepReached });
    expect(found.accounts).toMatchObject({
      written: truth.accountsWritten,
      answered: truth.accountsAnswered,
      mutualPairs: truth.mutualPairs,
    });
    expect(found.withoutAccount).toEqual(truth.withoutAccount);
  }
});
