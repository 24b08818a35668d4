import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { shareOf } from './formula/whole.ts';

export const questionsAnswered: Kpi = {
  id: 'questions-answered',
  version: 1,
  question: 4,
  unit: 'ratio',
  families: ['register'],
  declared: true,
  rollUp: 'sum then divide',
  stage: 'out-take',
  measures: ['questions', 'questions-answered'],
  byPart: { numerator: 'questions-answered', denominator: 'questions' },
  texts: {
    id: {
      name: 'Pertanyaan dijawab dalam sesi tanya jawab',
      plain: 'Dari setiap pertanyaan warga dalam sesi tanya jawab, berapa bagian yang dijawab.',
      formula: 'Pertanyaan yang dijawab dibagi pertanyaan yang diajukan, dari semua sesi selama periode.',
      limits:
        'Dijawab tidak berarti penanya puas dengan jawabannya. Instansi sendiri yang menghitung, dan pertanyaan yang disaring sebelum sesi tidak tercatat.',
    },
    en: {
      name: 'Questions answered in question sessions',
      plain: 'Of all questions that citizens asked in question sessions, the share that was answered.',
      formula: 'Questions answered divided by questions asked, of all sessions in the period.',
      limits:
        'Answered does not mean that whoever asked is content. The agency counts for itself, and questions that were sifted out before a session are not on record.',
    },
  },
  basis: [{ title: 'Conventional; the unanswered stay in the denominator (derived)' }],
  examples: [
    {
      title: { id: 'Semua sesi sebulan', en: 'All sessions of a month' },
      facts: [facts('a', { daily: { questions: days(80), 'questions-answered': days(60) } })],
      expect: { figure: known(0.75), numerator: 60, denominator: 80, n: 80 },
    },
    {
      title: { id: 'Tidak ada pertanyaan', en: 'No questions' },
      facts: [facts('a', { daily: { questions: days(0), 'questions-answered': days(0) } })],
      expect: { figure: missing('zero-denominator') },
    },
  ],
  compute: (accounts) => shareOf('questions-answered', 'questions', accounts),
};
