import { divide, isKnown, known, missing } from '#model/figure.ts';
import { facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { ratioOf } from './formula/total.ts';

export const audienceGrowth: Kpi = {
  id: 'audience-growth',
  version: 1,
  question: 1,
  unit: 'ratio',
  families: ['social'],
  rollUp: 'sum then divide',
  stage: 'output',
  measures: ['followers'],
  texts: {
    id: {
      name: 'Pertumbuhan pengikut',
      plain: 'Berapa persen pengikut bertambah atau berkurang selama periode.',
      formula:
        '(pengikut akhir − pengikut awal) ÷ pengikut awal. Awal ialah hari terakhir sebelum periode. Untuk beberapa akun: jumlahkan dulu, baru dibagi.',
      limits: 'Angka bersih: yang datang dikurangi yang pergi. Tidak dapat dihitung bila awalnya nol atau tidak diketahui.',
    },
    en: {
      name: 'Audience growth rate',
      plain: 'By how many per cent the followers grew or fell in the period.',
      formula:
        '(followers at the end − followers at the start) ÷ followers at the start. The start is the last day before the period. For several accounts: add up first, then divide.',
      limits: 'A net figure: those who came less those who left. It can not be computed where the start is zero or not known.',
    },
  },
  basis: [{ title: 'Net growth as in common use; gross growth (new followers ÷ start) is another figure under the same name' }],
  examples: [
    {
      title: { id: 'Tumbuh dua persen', en: 'Two per cent more' },
      facts: [facts('a', { followersAtStart: known(1_000), followersAtEnd: known(1_020) })],
      expect: { figure: known(0.02), numerator: 20, denominator: 1_000 },
    },
    {
      title: {
        id: 'Akun besar dan kecil: dijumlah dulu, bukan rata-rata 1 % dan 50 %',
        en: 'A large and a small account: added first, not the mean of 1 % and 50 %',
      },
      facts: [
        facts('a', { followersAtStart: known(9_900), followersAtEnd: known(9_999) }),
        facts('b', { followersAtStart: known(100), followersAtEnd: known(150) }),
      ],
      expect: { figure: known(0.0149), numerator: 149, denominator: 10_000 },
    },
    {
      title: { id: 'Mulai dari nol', en: 'Starting from none' },
      facts: [facts('a', { followersAtStart: known(0), followersAtEnd: known(40) })],
      expect: { figure: missing('zero-denominator') },
    },
  ],
  compute: (accounts) =>
    ratioOf(
      accounts.map((one) => {
        const { followersAtStart: start, followersAtEnd: end } = one;
        const change = isKnown(start) && isKnown(end) ? known(end.value - start.value) : isKnown(start) ? end : start;
        return {
          account: one.account,
          figure: divide(change, start),
          ...(isKnown(change) ? { numerator: change.value } : {}),
          ...(isKnown(start) ? { denominator: start.value } : {}),
          grounds: one.grounds.followers ?? [],
        };
      }),
    ),
};
