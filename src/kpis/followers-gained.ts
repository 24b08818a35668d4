import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { wholesOf } from './formula/whole.ts';

export const followersGained: Kpi = {
  id: 'followers-gained',
  version: 1,
  question: 1,
  unit: 'count',
  families: ['social'],
  declared: true,
  rollUp: 'sum',
  stage: 'out-take',
  measures: ['followers-gained'],
  texts: {
    id: {
      name: 'Pengikut baru',
      plain: 'Berapa orang mulai mengikuti akun-akun ini, tanpa dikurangi yang berhenti.',
      formula: 'Jumlah pengikut baru harian selama periode, dari akun yang platformnya memberi angka ini.',
      limits:
        'Ini angka kotor: yang berhenti mengikuti tidak dikurangkan; pertumbuhan bersih ada di "Pertumbuhan pengikut". Sebagian platform sudah mengurangkan orang yang berhenti pada hari yang sama. Satu orang dapat mengikuti beberapa akun, dan pengikut baru tidak selalu orang sungguhan.',
    },
    en: {
      name: 'New followers',
      plain: 'How many began to follow these accounts, those who stopped not taken off.',
      formula: 'The sum of daily new followers in the period, from the accounts whose platform gives the figure.',
      limits:
        'This is gross: those who stopped are not taken off; net growth stands under "Audience growth". Some platforms have already taken off those who stopped on the same day. One person can follow several accounts, and not every new follower is a real person.',
    },
  },
  basis: [{ title: "Gross growth: new followers as each platform's daily figure gives them; conventional" }],
  examples: [
    {
      title: { id: 'Dua akun sebulan penuh', en: 'Two accounts, a whole month' },
      facts: [facts('a', { daily: { 'followers-gained': days(420) } }), facts('b', { daily: { 'followers-gained': days(130) } })],
      expect: { figure: known(550) },
    },
    {
      title: { id: 'Tiga hari hilang: batas bawahnya saja', en: 'Three days are missing: a lower bound alone' },
      facts: [facts('a', { daily: { 'followers-gained': days(380, 27) } })],
      expect: { figure: missing('partial'), numerator: 380 },
    },
  ],
  compute: (accounts) => wholesOf('followers-gained', accounts),
};
