import { known, missing } from '#model/figure.ts';
import { facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { early, members } from './total.ts';

export const reach: Kpi = {
  id: 'reach',
  version: 1,
  question: 1,
  unit: 'people',
  families: ['social'],
  rollUp: 'none',
  stage: 'output',
  leading: true,
  measures: ['reach'],
  texts: {
    id: {
      name: 'Jangkauan',
      plain: 'Berapa orang berbeda yang melihat sesuatu dari akun ini, menurut hitungan platformnya.',
      formula: 'Angka platform untuk rentang hari yang dihitungnya sendiri; rentangnya tertulis di samping angka.',
      limits:
        'Orang yang sama dapat dijangkau di dua hari dan di dua platform. Karena itu jangkauan tidak pernah dijumlahkan antarhari, antarbulan, atau antarakun.',
    },
    en: {
      name: 'Reach',
      plain: 'How many different people saw something of this account, as the platform counts them.',
      formula: "The platform's figure for the stretch of days that it counted itself; the stretch stands beside the figure.",
      limits:
        'The same person can be reached on two days and on two platforms. So reach is never added up over days, months or accounts.',
    },
  },
  basis: [{ title: 'Unique counts are not additive (derived)' }],
  examples: [
    {
      title: { id: 'Satu akun, 28 hari', en: 'One account, 28 days' },
      facts: [facts('a', { reach: { ...known(31_400), window: { from: '2026-09-03', to: '2026-09-30' } } })],
      expect: { figure: known(31_400) },
    },
    {
      title: { id: 'Dua akun tidak dijumlahkan', en: 'Two accounts are not added up' },
      facts: [facts('a', { reach: known(31_400) }), facts('b', { reach: known(2_000) })],
      expect: { figure: missing('not-additive') },
    },
  ],
  compute: (accounts) => {
    const parts = accounts.map((one) => ({
      account: one.account,
      figure: one.reach,
      ...early('months', one.reach.early ? 1 : 0),
      grounds: one.reach.ground ? [one.reach.ground] : [],
    }));
    const [first] = accounts;
    if (accounts.length !== 1 || !first) {
      return { figure: missing('not-additive'), over: [], without: members(parts).without, grounds: members(parts).grounds };
    }
    return {
      figure: first.reach.value === null ? missing(first.reach.reason) : known(first.reach.value),
      ...(first.reach.window ? { window: first.reach.window } : {}),
      ...members(parts),
    };
  },
};
