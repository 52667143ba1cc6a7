import { levelOf } from './add-pupils.ts';
import { type ArborWorld, reference } from './arbor-world.ts';
import type { Known, WorldOptions } from './world-options.ts';

/** Subjects, academic units, who is in them and who leads them. */
export function addTeaching(world: ArborWorld, { dataset, school }: WorldOptions, known: Known): void {
  for (const { id, name, code = null } of dataset.Subject ?? [])
    known.set('Subject', id, world.add('Subject', { subjectName: name, code, active: true }));
  for (const unit of dataset.Class ?? []) {
    if (unit.organisationId !== school) continue;
    const { yearGroup, subjectId } = unit;
    const id = world.add('AcademicUnit', {
      academicUnitName: unit.name,
      shortName: unit.name,
      subject: subjectId ? reference('Subject', known.get('Subject', subjectId)) : null,
      academicLevel: yearGroup === null || yearGroup === undefined ? null : levelOf(world, yearGroup),
    });
    known.set('Class', unit.id, id);
  }
  for (const { id, classId, studentId, validFrom = null, validTo = null } of dataset.ClassEnrolment ?? []) {
    const unit = known.get('Class', classId);
    const student = known.get('Student', studentId);
    if (unit === undefined || student === undefined) continue;
    const member = {
      academicUnit: reference('AcademicUnit', unit),
      student: reference('Student', student),
      startDate: validFrom,
      endDate: validTo,
    };
    known.set('ClassEnrolment', id, world.add('AcademicUnitEnrolment', member));
  }
  for (const { id, classId, staffId, validFrom = null, validTo = null } of dataset.Teaching ?? []) {
    const unit = known.get('Class', classId);
    const staff = known.get('Staff', staffId);
    if (unit === undefined || staff === undefined) continue;
    const lead = {
      academicUnit: reference('AcademicUnit', unit),
      staff: reference('Staff', staff),
      startDate: validFrom,
      endDate: validTo,
    };
    known.set('Teaching', id, world.add('AcademicUnitLead', lead));
  }
}
