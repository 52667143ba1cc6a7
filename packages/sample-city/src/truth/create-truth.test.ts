import { activityKind } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import { createCity } from '../create-city.ts';

const { truth, dataset } = createCity({ seed: 4, students: 500 });
const appointments = new Map([...dataset.Appointment].map((appointment) => [appointment.id, appointment]));
const staff = new Map([...dataset.Staff].map(({ id, linkKey }) => [id, linkKey]));
const secondaryOf = (group: string) => truth.groups[group]!;

describe('the truth is in the data', () => {
  it('shared posts are two posts of one person at two schools of one group at once', () => {
    expect(truth.sharedPosts.length).toBeGreaterThan(25);
    for (const { schools, staffIds, fte, from, to } of truth.sharedPosts) {
      expect(Object.values(truth.groups).some((members) => schools.every((id) => members.includes(id)))).toBe(
        true,
      );
      expect(staff.get(staffIds[0])).toBe(staff.get(staffIds[1]));
      expect(staffIds[0]).not.toBe(staffIds[1]);
      for (const [index, staffId] of staffIds.entries()) {
        const found = [...appointments.values()].filter(
          (entry) => entry.staffId === staffId && entry.validFrom <= from && (entry.validTo ?? '9999') >= to,
        );
        expect(found.map((entry) => [entry.organisationId, entry.fte, entry.kind])).toContainEqual([
          schools[index],
          fte[index],
          'permanent',
        ]);
      }
      expect(fte[0] + fte[1]).toBeLessThanOrEqual(1);
    }
  });

  it('one post is paid for by four schools, a quarter each', () => {
    const english = truth.sharedPeople.find(({ note }) => note.includes('quarters'))!;
    const quarters = english.posts.filter(({ fte }) => fte === 0.25);
    expect(quarters.map(({ organisationId }) => organisationId)).toEqual(secondaryOf('D').slice(1, 5));
  });

  it('secondments name the school that employs', () => {
    expect(truth.secondments).toHaveLength(2);
    for (const { posts } of truth.secondments) {
      const away = posts
        .map(({ appointmentId }) => appointments.get(appointmentId)!)
        .find(({ kind }) => kind === 'secondment')!;
      expect(away.employerId).toBe(posts[0]!.organisationId);
      expect(away.organisationId).not.toBe(away.employerId);
    }
  });

  it('negatives of every kind are there, at two or more schools of one group', () => {
    const kinds = new Set(truth.negatives.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'agency',
      'central-team',
      'leaver-overlap',
      'peripatetic',
      'recruitment',
      'supply',
    ]);
    for (const { kind, posts } of truth.negatives) {
      const schools = new Set(posts.map(({ organisationId }) => organisationId));
      expect(schools.size).toBeGreaterThan(1);
      expect(
        Object.values(truth.groups).some((members) => [...schools].every((id) => members.includes(id))),
      ).toBe(true);
      const entries = posts.map(({ appointmentId }) => appointments.get(appointmentId)!);
      if (['supply', 'peripatetic', 'central-team'].includes(kind)) {
        for (const entry of entries) expect([entry.kind, entry.employerId !== null]).toEqual([kind, true]);
      }
      if (kind === 'recruitment') expect(entries[0]!.validTo! < entries[1]!.validFrom).toBe(true);
      if (kind === 'leaver-overlap') {
        const overlap = (Date.parse(entries[0]!.validTo!) - Date.parse(entries[1]!.validFrom)) / 86_400_000;
        expect(overlap).toBeGreaterThan(0);
        expect(overlap).toBeLessThanOrEqual(15);
      }
    }
  });

  it('no other permanent person is at two schools at once', () => {
    const planted = new Set(
      [...truth.sharedPeople, ...truth.negatives].flatMap(({ posts }) =>
        posts.map(({ staffId }) => staff.get(staffId)),
      ),
    );
    const byPerson = new Map<string, { validFrom: string; validTo?: string | null | undefined }[]>();
    for (const entry of appointments.values()) {
      const person = staff.get(entry.staffId)!;
      if (!planted.has(person)) byPerson.set(person, [...(byPerson.get(person) ?? []), entry]);
    }
    for (const posts of byPerson.values()) {
      const ordered = posts.toSorted((left, right) => left.validFrom.localeCompare(right.validFrom));
      for (const [index, { validFrom }] of ordered.entries()) {
        if (index > 0) expect((ordered[index - 1]!.validTo ?? '9999') < validFrom).toBe(true);
      }
    }
  });

  it('recruitments follow one another in time', () => {
    expect(truth.redeployments.every(({ from }) => from === truth.closing.organisationId)).toBe(true);
    for (const { from, to, on } of [...truth.recruitments, ...truth.redeployments]) {
      expect(from).not.toBe(to);
      expect(on.slice(5)).toBe('09-01');
    }
  });

  it('course places are guest enrolments', () => {
    const enrolments = new Map([...dataset.Enrolment].map((enrolment) => [enrolment.id, enrolment]));
    expect(truth.sharedPlaces.length).toBeGreaterThan(8);
    for (const { host, enrolmentIds } of truth.sharedPlaces) {
      for (const id of enrolmentIds) {
        expect([enrolments.get(id)!.status, enrolments.get(id)!.organisationId]).toEqual(['guest', host]);
      }
    }
    for (const { mainEnrolmentId, subsidiaryEnrolmentId } of truth.specialPlacements) {
      expect(enrolments.get(mainEnrolmentId)!.status).toBe('main');
      expect(enrolments.get(subsidiaryEnrolmentId)!.status).toBe('subsidiary');
    }
    expect(truth.specialPlacements.length).toBeGreaterThan(0);
  });

  it('students who vanish before examinations leave in the spring without a destination or a result', () => {
    const enrolments = new Map([...dataset.Enrolment].map((enrolment) => [enrolment.id, enrolment]));
    const withResults = new Set(
      [...dataset.Assessment].flatMap(({ kind, studentId }) => (kind === 'result' ? [studentId] : [])),
    );
    expect(truth.gaming.enrolmentIds.length).toBeGreaterThan(1);
    for (const id of truth.gaming.enrolmentIds) {
      const { organisationId, leftOn, destinationId, studentId } = enrolments.get(id)!;
      expect(organisationId).toBe(truth.gaming.organisationId);
      expect(leftOn!.slice(5) > '01-16' && leftOn!.slice(5) < '05-31').toBe(true);
      expect(destinationId).toBeNull();
      expect(withResults.has(studentId)).toBe(false);
    }
  });
});

describe('the story', () => {
  it('has activities of known kinds; group C records none but a disputed one before its coordinator', () => {
    const activities = [...dataset.Activity];
    expect(activities.length).toBeGreaterThan(90);
    for (const { kind } of activities) expect(activityKind(kind), kind).toBeDefined();
    const role = [...dataset.GroupRole].find((entry) => entry.id === 'role:C:coordinator')!;
    const verdicts = new Map(
      [...dataset.Confirmation].map(({ activityId, verdict }) => [activityId, verdict]),
    );
    const early = activities.filter(({ groupId, startsOn }) => groupId === 'C' && startsOn < role.validFrom!);
    expect(early.map(({ id }) => verdicts.get(id))).toEqual(['disputed']);
    const confirmed = activities.filter(({ id }) => verdicts.get(id) === 'confirmed');
    const unconfirmed = activities.filter(({ id }) => !verdicts.has(id));
    expect(confirmed.length + unconfirmed.length + 1).toBe(activities.length);
    expect(unconfirmed.length).toBeGreaterThan(4);
  });

  it('leaves the school that declined out of activities and of the agreement', () => {
    const { organisationId } = truth.declined;
    expect([...dataset.Participation].some((entry) => entry.organisationId === organisationId)).toBe(false);
    expect(
      [...dataset.SharingAgreement].some((entry) => entry.organisationIds.includes(organisationId)),
    ).toBe(false);
    const member = [...dataset.GroupMember].find((entry) => entry.organisationId === organisationId)!;
    expect(member.takesPart).toBe(false);
  });

  it('has one school in special measures, three new heads, a link partner and an adviser for each group', () => {
    const category = [...dataset.Designation].filter(({ value }) => value === 'special-measures');
    expect(category.map(({ organisationId }) => organisationId)).toEqual([truth.specialMeasures]);
    expect(truth.newHeads).toHaveLength(3);
    for (const { organisationId, from } of truth.newHeads) {
      const heads = [...appointments.values()].filter(
        (entry) => entry.organisationId === organisationId && entry.role === 'head',
      );
      expect(heads.some(({ validFrom }) => validFrom === from)).toBe(true);
      expect(heads).toHaveLength(2);
    }
    const roles = [...dataset.GroupRole].map(({ role }) => role);
    expect(roles.filter((role) => role === 'adviser')).toHaveLength(4);
    expect(roles.filter((role) => role === 'link-partner')).toHaveLength(4);
    expect(roles.filter((role) => role === 'coordinator')).toHaveLength(2);
    expect(roles.filter((role) => role === 'chair')).toHaveLength(1);
  });

  it('has schools grow more alike', () => {
    const spread = (year: number) => {
      const effects = truth.schoolEffects
        .filter(
          ({ academicYear, organisationId }) =>
            academicYear === year && truth.secondarySchools.includes(organisationId),
        )
        .map(({ effect }) => effect);
      const mean = effects.reduce((sum, effect) => sum + effect, 0) / effects.length;
      return effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0) / effects.length;
    };
    expect(spread(2024)).toBeLessThan(spread(2022));
  });
});
