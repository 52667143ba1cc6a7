import { defineCodeSet } from '../code-set.ts';

/** Provision for special educational needs: none, support by the school, or a plan (formerly a statement) in law. */
export type SenProvision = 'none' | 'support' | 'plan';

/**
 * Provision for special educational needs in England, with the codes from before the reform of 1 September 2014.
 * Statements were moved to education, health and care plans by 31 March 2018.
 */
export const englandSenProvisionCodes = defineCodeSet<SenProvision>({
  id: 'gb-eng/sen-provision',
  jurisdiction: 'GB-ENG',
  title: 'SEN provision, England',
  source:
    'DfE, School census guide (2015 to 2016); DfE, “Special educational needs in England: technical document” (2018); last day of A and P not verified',
  entries: [
    { code: 'N', label: 'No special educational need', meaning: 'none' },
    { code: 'K', label: 'SEN support', validFrom: '2014-09-01', meaning: 'support' },
    { code: 'E', label: 'Education, health and care plan', validFrom: '2014-09-01', meaning: 'plan' },
    { code: 'S', label: 'Statement', validTo: '2018-03-31', meaning: 'plan' },
    { code: 'A', label: 'School action or early years action', validTo: '2015-08-31', meaning: 'support' },
    {
      code: 'P',
      label: 'School action plus or early years action plus',
      validTo: '2015-08-31',
      meaning: 'support',
    },
  ],
});
