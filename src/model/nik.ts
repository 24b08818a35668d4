/** What people put between the digits of a number; never a line end. */
const GAP = '[ \\u00a0./\\u2212\\p{Pd}]{0,2}';

/**
 * A resident's number (NIK), plain or in groups, as the source of a regular expression with the flag `u`: province, regency and district,
 * day (women plus 40), month and year of birth, serial. The check of its parts keeps lists of years out, and most post ids of 16 digits,
 * of which about 3 in 100 would pass. Form: Permendagri 102/2019 on population data.
 */
export const nik = [
  '(?:1_[1-9]|2_1|3_[1-6]|5_[1-3]|6_[1-5]|7_[1-6]|8_[12]|9_[1-7])',
  '(?:_\\d){4}',
  '_(?:[04]_[1-9]|[1256]_\\d|[37]_[01])',
  '_(?:0_[1-9]|1_[0-2])',
  '(?:_\\d){6}',
]
  .join('')
  .replaceAll('_', GAP);
