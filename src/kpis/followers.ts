import { known, missing } from '#model/figure.ts';
import { facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { sumOf } from './formula/total.ts';

export const followers: Kpi = {
  id: 'followers',
  version: 1,
  question: 1,
  unit: 'people',
  families: ['social'],
  rollUp: 'last, summed over accounts',
  stage: 'output',
  leading: true,
  measures: ['followers'],
  texts: {
    id: {
      name: 'Pengikut',
      plain: 'Berapa akun yang mengikuti instansi ini pada hari terakhir periode.',
      formula:
        'Jumlah pengikut pada hari terakhir periode. Untuk instansi: jumlah dari semua akun yang platformnya memberi angka ini.',
      limits:
        'Satu orang dapat mengikuti beberapa akun, jadi jumlah ini bukan jumlah orang. Platform kadang menghapus akun palsu sehingga angka turun tanpa sebab lain.',
    },
    en: {
      name: 'Followers',
      plain: 'How many accounts followed this agency on the last day of the period.',
      formula:
        'Followers on the last day of the period. For the agency: the sum of all accounts whose platform gives the figure.',
      limits:
        'One person can follow several accounts, so the sum is not a number of people. Platforms sometimes remove false accounts, and the figure falls for no other cause.',
    },
  },
  basis: [{ title: 'GSA federal social media metrics baseline (2013): breadth' }],
  examples: [
    {
      title: { id: 'Dua akun memberi angka, satu tidak', en: 'Two accounts give the figure, one does not' },
      facts: [facts('a', { followersAtEnd: known(48_210) }), facts('b', { followersAtEnd: known(1_902) }), facts('c')],
      expect: { figure: known(50_112) },
    },
    {
      title: { id: 'Nol pengikut tetap angka', en: 'No followers is still a figure' },
      facts: [facts('a', { followersAtEnd: known(0) })],
      expect: { figure: known(0) },
    },
    {
      title: { id: 'Hari terakhir tidak terambil', en: 'The last day was not collected' },
      facts: [facts('a', { followersAtEnd: missing('not-collected') })],
      expect: { figure: missing('not-collected') },
    },
  ],
  compute: (accounts) =>
    sumOf(
      accounts.map((one) => ({
        account: one.account,
        figure: one.followersAtEnd,
        grounds: one.grounds.followers ?? [],
      })),
    ),
};
