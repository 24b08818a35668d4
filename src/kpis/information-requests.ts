import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { wholesOf } from './formula/whole.ts';

export const informationRequests: Kpi = {
  id: 'information-requests',
  version: 1,
  question: 4,
  unit: 'count',
  families: ['register'],
  declared: true,
  rollUp: 'sum',
  stage: 'out-take',
  measures: ['requests-received'],
  texts: {
    id: {
      name: 'Permohonan informasi publik',
      plain: 'Berapa permohonan informasi publik yang diterima dalam periode ini.',
      formula: 'Banyaknya permohonan menurut bulan diterimanya.',
      limits:
        'Dikabulkan, ditolak, dan lama menjawab adalah angka tersendiri; alasan penolakan ada dalam rinciannya. Permohonan lisan yang tidak diregistrasi tidak terhitung.',
    },
    en: {
      name: 'Information requests',
      plain: 'How many requests for public information were received in the period.',
      formula: 'Requests by the month in which they were received.',
      limits:
        'Those granted and refused, and the time they took, are figures of their own; the reasons for refusal stand in the breakdown. What was asked by word of mouth and not registered does not count.',
    },
  },
  basis: [
    {
      title: 'UU 14/2008 (KIP), Pasal 12: bodies publish each year how many requests they received',
      url: 'https://id.wikisource.org/',
    },
  ],
  examples: [
    {
      title: { id: 'Sebulan', en: 'A month' },
      facts: [facts('a', { monthly: { 'requests-received': days(14, 1, 1) } })],
      expect: { figure: known(14) },
    },
    {
      title: { id: 'Setahun tanpa satu bulan', en: 'A year that lacks a month' },
      facts: [facts('a', { monthly: { 'requests-received': days(130, 11, 12) } })],
      expect: { figure: missing('partial'), numerator: 130 },
    },
  ],
  compute: (accounts) => wholesOf('requests-received', accounts),
};
