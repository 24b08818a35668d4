import { known, missing } from '#model/figure.ts';
import { wilson } from '#opinion/share/interval.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { shareOf } from './formula/whole.ts';

export const csat: Kpi = {
  id: 'csat',
  version: 1,
  question: 4,
  unit: 'ratio',
  families: ['register'],
  declared: true,
  rollUp: 'sum then divide',
  stage: 'out-take',
  measures: ['csat-answers', 'csat-satisfied'],
  byPart: { numerator: 'csat-satisfied', denominator: 'csat-answers' },
  texts: {
    id: {
      name: 'Warga yang puas (CSAT)',
      plain: 'Dari setiap orang yang menjawab survei kepuasan, berapa bagian yang puas.',
      formula: 'Jawaban 4 dan 5 dibagi semua jawaban sah pada skala 1 sampai 5.',
      limits:
        'Bukan IKM: skala dan cara hitungnya lain, dan keduanya tidak digabung. Yang menjawab belum tentu mewakili semua warga; rentang di samping angka hanya berlaku bila mereka terpilih secara acak.',
    },
    en: {
      name: 'Satisfied citizens (CSAT)',
      plain: 'Of all who answered the satisfaction survey, the share that was satisfied.',
      formula: 'Answers 4 and 5 divided by all valid answers on the scale 1 to 5.',
      limits:
        'Not the IKM: scale and computation differ, and the two are never merged. Those who answer need not stand for all citizens; the interval holds only if they were drawn by lot.',
    },
  },
  basis: [{ title: 'Conventional: top two of five. Interval: Wilson (1927), 95 %' }],
  examples: [
    {
      title: { id: 'Dua survei', en: 'Two surveys' },
      facts: [
        facts('a', { monthly: { 'csat-answers': days(150, 1, 1), 'csat-satisfied': days(120, 1, 1) } }),
        facts('b', { monthly: { 'csat-answers': days(50, 1, 1), 'csat-satisfied': days(40, 1, 1) } }),
      ],
      expect: { figure: known(0.8), numerator: 160, denominator: 200, n: 200 },
    },
    {
      title: { id: 'Semua puas, sedikit jawaban: rentangnya lebar', en: 'All satisfied, few answers: a wide interval' },
      facts: [facts('a', { monthly: { 'csat-answers': days(10, 1, 1), 'csat-satisfied': days(10, 1, 1) } })],
      expect: { figure: known(1), n: 10 },
    },
    {
      title: { id: 'Tidak ada jawaban', en: 'No answers' },
      facts: [facts('a', { monthly: { 'csat-answers': days(0, 1, 1), 'csat-satisfied': days(0, 1, 1) } })],
      expect: { figure: missing('zero-denominator') },
    },
  ],
  compute: (accounts) => {
    const outcome = shareOf('csat-satisfied', 'csat-answers', accounts);
    const { numerator, denominator } = outcome;
    if (outcome.figure.value === null || numerator === undefined || denominator === undefined) return outcome;
    return { ...outcome, interval: wilson(numerator / denominator, denominator) };
  },
};
