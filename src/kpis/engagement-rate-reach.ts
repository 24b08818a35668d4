import { divide, known, missing } from '#model/figure.ts';
import { facts, post } from './example.ts';
import type { Kpi } from './kpi.ts';
import { medianOf } from './formula/median.ts';
import { LEFT_OUT } from './formula/total.ts';

export const engagementRateReach: Kpi = {
  id: 'engagement-rate-reach',
  version: 2,
  question: 2,
  unit: 'ratio',
  families: ['social'],
  rollUp: 'median over posts',
  stage: 'out-take',
  leading: true,
  measures: ['reach', 'reactions', 'likes', 'comments', 'shares', 'quotes', 'saves'],
  texts: {
    id: {
      name: 'Tingkat keterlibatan per jangkauan',
      plain: 'Dari setiap seratus orang yang melihat kiriman yang biasa saja, berapa tindakan yang mereka lakukan.',
      formula: 'Untuk tiap kiriman: keterlibatan ÷ jangkauan kiriman itu. Yang dilaporkan ialah mediannya.',
      limits: `Hanya untuk akun yang platformnya memberi jangkauan per kiriman. Satu orang dapat melakukan beberapa tindakan. ${LEFT_OUT.id}`,
    },
    en: {
      name: 'Engagement rate by reach',
      plain: 'Of every hundred people who saw an ordinary post, how many actions they took.',
      formula: "For each post: engagements ÷ that post's reach. The median is reported.",
      limits: `Only for accounts whose platform gives the reach of single posts. One person can take several actions. ${LEFT_OUT.en}`,
    },
  },
  basis: [{ title: 'Engagement ÷ unique reach, by post; reach is not added up over posts (derived)' }],
  examples: [
    {
      title: { id: 'Dua kiriman: tengah di antaranya', en: 'Two posts: the middle between them' },
      facts: [facts('a', { posts: [post({ engagements: 30, reach: 1_000 }), post({ engagements: 50, reach: 1_000 })] })],
      expect: { figure: known(0.04), n: 2 },
    },
    {
      title: { id: 'Jangkauan nol tidak dapat menjadi pembagi', en: 'A reach of zero can not divide' },
      facts: [facts('a', { posts: [post({ engagements: 0, reach: 0 })] })],
      expect: { figure: missing('zero-denominator'), n: 0 },
    },
  ],
  compute(accounts) {
    return medianOf(
      accounts,
      (one) => ['reach', ...one.actions],
      ({ engagements, figures: { reach } }) => reach && divide(engagements, reach),
    );
  },
};
