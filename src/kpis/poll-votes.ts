import { known } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { wholesOf } from './formula/whole.ts';

export const pollVotes: Kpi = {
  id: 'poll-votes',
  version: 1,
  question: 2,
  unit: 'count',
  families: ['register'],
  declared: true,
  rollUp: 'sum',
  stage: 'outcome',
  measures: ['votes'],
  texts: {
    id: {
      name: 'Suara dalam jajak pendapat',
      plain: 'Berapa suara yang masuk dalam jajak pendapat instansi.',
      formula: 'Jumlah suara dari semua jajak pendapat selama periode.',
      limits: 'Suara bukan orang: satu orang dapat memberi beberapa suara. Yang ikut tidak mewakili semua warga.',
    },
    en: {
      name: 'Poll votes',
      plain: 'How many votes were cast in the agency’s polls.',
      formula: 'Votes of all polls in the period, added up.',
      limits: 'Votes are not people: a person can cast several. Those who take part do not stand for all citizens.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
  examples: [
    {
      title: { id: 'Sebulan', en: 'A month' },
      facts: [facts('a', { monthly: { votes: days(640, 1, 1) } })],
      expect: { figure: known(640) },
    },
    {
      title: { id: 'Tidak ada jajak pendapat', en: 'No polls' },
      facts: [facts('a', { monthly: { votes: days(0, 1, 1) } })],
      expect: { figure: known(0) },
    },
  ],
  compute: (accounts) => wholesOf('votes', accounts),
};
