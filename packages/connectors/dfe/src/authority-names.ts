/**
 * Names of authorities that the register extracts may not name: those without academies, and those abolished when
 * authorities were reorganised, which older tables still state. Source: DfE, local authority codes.
 */
export const authorityNames: Readonly<Record<string, string>> = {
  '201': 'City of London',
  '420': 'Isles of Scilly',
  '825': 'Buckinghamshire',
  '835': 'Dorset (until 2019)',
  '836': 'Poole',
  '837': 'Bournemouth',
  '909': 'Cumbria',
  '928': 'Northamptonshire',
};
