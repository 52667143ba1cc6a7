import type { EntityInput, EntityName } from '@collegial/model';
import { wireId } from './wire-id.ts';
import { employeeId, subjectId } from './wire-rows.ts';
import { studentIdOf, type World } from './world.ts';

/** Writes a record and what follows from it in Wonde: a removed one that comes back is restored, a leaver is removed. */
export function putRecord<Name extends EntityName>(
  world: World,
  name: Name,
  record: EntityInput<Name>,
  seconds: number,
  today: string,
): void {
  if (name === 'Enrolment') {
    const enrolment = record as EntityInput<'Enrolment'>;
    const before = world.tables.Enrolment.get(enrolment.id)?.record;
    const id = studentIdOf(enrolment.id);
    if (before === undefined) world.restore(enrolment.organisationId, 'student', id, seconds);
    else if (!hasLeft(before, today) && hasLeft(enrolment, today))
      world.delete(enrolment.organisationId, 'student', id, seconds);
    else if (hasLeft(before, today) && !hasLeft(enrolment, today))
      world.restore(enrolment.organisationId, 'student', id, seconds);
  }
  world.put(name, record, seconds);
}

/** Takes a record away, with what depends on it, and says so in the feed of deletions where Wonde would. */
export function takeRecord(world: World, name: EntityName, key: readonly string[], seconds: number): boolean {
  const record = world.take(name, key);
  if (record === undefined) return false;
  const { tables } = world;
  const say = (organisationId: string, type: string, id: string) =>
    world.delete(organisationId, type, id, seconds);
  if (name === 'Student')
    for (const { record: enrolment } of [...tables.Enrolment.values()])
      if (enrolment.studentId === key[0]) takeRecord(world, 'Enrolment', [enrolment.id], seconds);
  if (name === 'Enrolment') {
    const enrolment = record as EntityInput<'Enrolment'>;
    say(enrolment.organisationId, 'student', studentIdOf(enrolment.id));
    takeChildren(world, enrolment);
  }
  if (name === 'StudentCharacteristic') {
    const { studentId } = record as EntityInput<'StudentCharacteristic'>;
    const enrolments = [...tables.Enrolment.values()].filter((row) => row.record.studentId === studentId);
    world.touch(
      'Enrolment',
      enrolments.map((row) => row.record.id),
      seconds,
    );
  }
  if (name === 'Staff')
    for (const { record: appointment } of [...tables.Appointment.values()])
      if (appointment.staffId === key[0]) takeRecord(world, 'Appointment', [appointment.id], seconds);
  if (name === 'Appointment') {
    const { staffId, organisationId } = record as EntityInput<'Appointment'>;
    const others = [...tables.Appointment.values()].filter(
      (row) => row.record.staffId === staffId && row.record.organisationId === organisationId,
    );
    if (others.length === 0) say(organisationId, 'employee', employeeId(staffId, organisationId));
    for (const { record: other } of others) world.put('Appointment', other, seconds);
  }
  if (name === 'Subject') {
    const { organisationId } = record as EntityInput<'Subject'>;
    const schools = organisationId ? [organisationId] : [...tables.Organisation.keys()];
    for (const school of schools) say(school, 'subject', subjectId(key[0] as string, school));
  }
  if (name === 'Class')
    say((record as EntityInput<'Class'>).organisationId, 'class', wireId('class', key[0] as string));
  if (name === 'ClassEnrolment' || name === 'Teaching')
    world.touch('Class', [(record as EntityInput<'Teaching'>).classId], seconds);
  if (name === 'Exclusion')
    say(
      (record as EntityInput<'Exclusion'>).organisationId,
      'exclusion',
      wireId('exclusion', key[0] as string),
    );
  if (name === 'Assessment')
    say((record as EntityInput<'Assessment'>).organisationId, 'result', wireId('result', key[0] as string));
  return true;
}

/** What goes with a student, as documented without an entry of its own in the feed. */
function takeChildren(world: World, { id, studentId, organisationId }: EntityInput<'Enrolment'>): void {
  const { tables } = world;
  world.takeMarks(organisationId, id);
  const again = [...tables.Enrolment.values()].some(
    ({ record }) => record.studentId === studentId && record.organisationId === organisationId,
  );
  if (again) return;
  for (const table of [tables.Exclusion, tables.Assessment])
    for (const { record } of [...table.values()])
      if (record.studentId === studentId && record.organisationId === organisationId) table.delete(record.id);
}

function hasLeft({ leftOn }: EntityInput<'Enrolment'>, today: string): boolean {
  return leftOn !== null && leftOn !== undefined && leftOn < today;
}
