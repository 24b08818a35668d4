import { known, missing } from '#model/figure.ts';
import { facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { early, members } from './formula/total.ts';

export const reach: Kpi = {
  id: 'reach',
  version: 2,
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
    {
      title: { id: 'Akun kedua tidak memberi jangkauan', en: 'A second account gives no reach' },
      facts: [facts('a', { reach: known(31_400) }), facts('b', { reach: missing('not-offered') })],
      expect: { figure: known(31_400) },
    },
  ],
  compute: (accounts) => {
    const parts = accounts.map((one) => ({
      account: one.account,
      figure: one.reach,
      ...early('months', one.reach.early ? 1 : 0),
      grounds: one.reach.ground ? [one.reach.ground] : [],
    }));
    const have = accounts.filter(({ reach: { value } }) => value !== null);
    const [only] = have;
    if (have.length > 1) {
      const { without, grounds } = members(parts);
      return { figure: missing('not-additive'), over: [], without, grounds };
    }
    const lost = accounts.flatMap(({ reach: one }) => (one.value === null ? [one.reason] : []));
    return {
      figure:
        only?.reach.value == null
          ? missing(lost.includes('not-additive') ? 'not-additive' : (lost[0] ?? 'empty'))
          : known(only.reach.value),
      ...(only?.reach.window ? { window: only.reach.window } : {}),
      ...members(parts),
    };
  },
};
