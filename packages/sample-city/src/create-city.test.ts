import { createHash } from 'node:crypto';
import { CollegialError, type EntityName, entities } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import type { CityDataset } from './city.ts';
import { createCity } from './create-city.ts';

const city = createCity({ seed: 1, students: 400 });
const marked = city.schools[0]!;

function hashOf({ seed, students = 300 }: { seed: number; students?: number }): string {
  const made = createCity({ seed, students });
  const hash = createHash('sha256');
  for (const [name, records] of Object.entries(made.dataset)) {
    if (name === 'AttendanceMark') continue;
    for (const record of records) hash.update(JSON.stringify(record));
  }
  for (const mark of made.marksOf(made.schools[3]!)) hash.update(JSON.stringify(mark));
  return hash.digest('hex');
}

describe('createCity', () => {
  it('is the same for the same options, to the byte, and another for another seed', () => {
    const first = hashOf({ seed: 5 });
    expect(hashOf({ seed: 5 })).toBe(first);
    expect(hashOf({ seed: 6 })).not.toBe(first);
  });

  it('is the same on every machine and day; a change of this hash is a change of every sample city', () => {
    expect(hashOf({ seed: 1 })).toMatchInlineSnapshot(
      `"632b80a3dc65c4a2bbf61303d5c8b3e42fafc6419e51f760d468caea1ff2fe46"`,
    );
  });

  it('makes records that their schemas accept', () => {
    const failures: string[] = [];
    for (const [name, records] of Object.entries(city.dataset)) {
      if (name === 'AttendanceMark') continue;
      const { schema } = entities[name as EntityName];
      for (const record of records) {
        const read = schema.safeParse(record);
        if (!read.success) failures.push(`${name}: ${read.error.message}`);
      }
    }
    expect(failures).toEqual([]);
  });

  it('gives every record a key of its own', () => {
    for (const [name, records] of Object.entries(city.dataset)) {
      if (name === 'AttendanceMark') continue;
      const keys = new Set<string>();
      let count = 0;
      for (const record of records as Iterable<{ id: string }>) {
        keys.add(record.id);
        count++;
      }
      expect(keys.size, name).toBe(count);
    }
  });

  it('refers only to what exists', () => {
    const references: Partial<Record<EntityName, Record<string, EntityName>>> = {
      OrganisationLink: { organisationId: 'Organisation', relatedId: 'Organisation' },
      GroupMember: { groupId: 'SchoolGroup', organisationId: 'Organisation' },
      GroupRole: { groupId: 'SchoolGroup', organisationId: 'Organisation', staffId: 'Staff' },
      Designation: { organisationId: 'Organisation' },
      Calendar: { organisationId: 'Organisation' },
      Funding: { groupId: 'SchoolGroup' },
      SharingAgreement: { organisationIds: 'Organisation', groupId: 'SchoolGroup' },
      StudentCharacteristic: { studentId: 'Student' },
      Enrolment: { studentId: 'Student', organisationId: 'Organisation', destinationId: 'Organisation' },
      Appointment: { staffId: 'Staff', organisationId: 'Organisation', employerId: 'Organisation' },
      Class: { organisationId: 'Organisation', subjectId: 'Subject' },
      ClassEnrolment: { classId: 'Class', studentId: 'Student' },
      Teaching: { classId: 'Class', staffId: 'Staff' },
      Exclusion: { studentId: 'Student', organisationId: 'Organisation' },
      Transfer: {
        studentId: 'Student',
        fromOrganisationId: 'Organisation',
        toOrganisationId: 'Organisation',
      },
      Assessment: {
        studentId: 'Student',
        organisationId: 'Organisation',
        qualificationId: 'Qualification',
        subjectId: 'Subject',
      },
      Activity: { groupId: 'SchoolGroup', fundingId: 'Funding', recordedById: 'Organisation' },
      Participation: { activityId: 'Activity', organisationId: 'Organisation' },
      Confirmation: { activityId: 'Activity', organisationId: 'Organisation' },
    };
    const ids = new Map<string, Set<string>>();
    for (const [name, records] of Object.entries(city.dataset)) {
      if (name === 'AttendanceMark') continue;
      ids.set(name, new Set([...(records as Iterable<{ id: string }>)].map(({ id }) => id)));
    }
    const dangling: string[] = [];
    for (const [name, fields] of Object.entries(references)) {
      for (const record of city.dataset[name as keyof CityDataset] as Iterable<Record<string, unknown>>) {
        for (const [field, target] of Object.entries(fields)) {
          for (const value of [record[field] ?? []].flat()) {
            if (!ids.get(target)!.has(String(value))) dangling.push(`${name}.${field}: ${value}`);
          }
        }
      }
    }
    expect(dangling).toEqual([]);
  });

  it('has 19 secondary schools and two other members in four groups of 4, 6, 5 and 6', () => {
    const { truth } = city;
    expect(truth.secondarySchools).toHaveLength(19);
    expect(city.schools).toHaveLength(21);
    expect(Object.values(truth.groups).map((members) => members.length)).toEqual([4, 6, 5, 6]);
    const inCity = new Set(truth.secondarySchools);
    const counted = Object.values(truth.groups).map(
      (members) => members.filter((id) => inCity.has(id)).length,
    );
    expect(counted).toEqual([4, 5, 5, 5]);
  });

  it('starts with as many students on roll as asked for', () => {
    for (const students of [300, 1_234]) {
      const made = createCity({ students, years: 1 });
      const enrolments = [...made.dataset.Enrolment];
      const start = enrolments.filter(
        ({ enteredOn, status }) => enteredOn <= '2022-09-05' && status !== 'guest' && status !== 'subsidiary',
      );
      expect(start).toHaveLength(students);
    }
  });

  it('knows names, numbers and birth dates, the same for one person at several schools', () => {
    const { people, dataset } = city;
    const byLink = new Map<string, string>();
    let again = 0;
    for (const { id, linkKey, birthYear } of dataset.Student) {
      const upn = people.upnOf(id);
      expect(upn).toMatch(/^[A-HJ-NP-RT-Z][0-9]{12}$/);
      expect(linkKey).not.toContain(upn);
      if (byLink.has(linkKey!)) again++;
      expect(byLink.get(linkKey!) ?? upn).toBe(upn);
      byLink.set(linkKey!, upn);
      expect(people.birthDateOf(id).slice(0, 4)).toBe(String(birthYear));
      expect(people.nameOf(id).surname.length).toBeGreaterThan(3);
    }
    expect(again).toBeGreaterThan(20);
    for (const { id } of dataset.Staff) {
      expect(people.teacherNumberOf(id)).toMatch(/^99\d{5}$/);
      expect(people.nameOf(id).forename.length).toBeGreaterThan(1);
      expect(people.birthDateOf(id) < '1996-01-01').toBe(true);
    }
  });

  it('runs from one year to six, and moves with its first year', () => {
    const short = createCity({ students: 300, years: 1, firstYear: 2019 });
    expect(short.truth.closing.lastDay).toBeNull();
    const dates = [...short.marksOf(marked)].map(({ date }) => date);
    expect([dates[0]!.slice(0, 7), dates.at(-1)!.slice(0, 7)]).toEqual(['2019-09', '2020-07']);
    const long = createCity({ students: 300, years: 6 });
    expect(new Set([...long.dataset.Calendar].map(({ academicYear }) => academicYear)).size).toBe(6);
  });

  it.each([{ students: 299 }, { students: 500.5 }, { years: 0 }, { firstYear: 1999 }, { seed: -1 }])(
    'refuses %j',
    (options) => {
      expect(() => createCity(options)).toThrowError(expect.objectContaining({ code: 'argument.invalid' }));
    },
  );

  it('refuses ids of nobody and schools without records', () => {
    const calls = [
      () => city.people.upnOf('A9'),
      () => city.people.teacherNumberOf('A9'),
      () => city.people.nameOf('A9'),
      () => city.people.birthDateOf('A9'),
      () => city.marksOf('urn:1'),
    ];
    for (const call of calls) expect(call).toThrowError(CollegialError);
  });
});
