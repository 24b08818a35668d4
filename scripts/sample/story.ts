import type { Day } from '#model/day.ts';
import type { CorpusTopic } from '#model/corpus.ts';
import type { Labelled } from '#model/opinion.ts';
import { at, flood } from './calendar.ts';

/** What people write under the office's posts on each subject: invented matters, by weight. */
export const MATTERS: Readonly<Record<string, readonly (readonly [CorpusTopic, number])[]>> = {
  banjir: [
    ['floods', 60],
    ['aid', 14],
    ['power', 10],
    ['roads', 8],
    ['officials', 8],
  ],
  jalan: [['roads', 1]],
  kependudukan: [
    ['id-cards', 85],
    ['online-services', 15],
  ],
  pajak: [['taxes', 1]],
  kesehatan: [
    ['clinics', 60],
    ['vaccines', 40],
  ],
  sekolah: [['schools', 1]],
  bansos: [['aid', 1]],
  pangan: [['prices', 1]],
  air: [['power', 1]],
  transportasi: [['transport', 1]],
  sampah: [['rubbish', 1]],
  hoaks: [
    ['hoaxes', 70],
    ['aid', 30],
  ],
  partisipasi: [
    ['officials', 30],
    ['roads', 25],
    ['elections', 15],
    ['online-services', 15],
    ['clinics', 15],
  ],
};

/** Posts on anything else draw talk of everything, above all of what no classifier was trained on: on that it does as well as it would. */
export const ANYTHING: readonly (readonly [CorpusTopic, number])[] = [
  ['aid', 16],
  ['clinics', 16],
  ['power', 12],
  ['elections', 10],
  ['roads', 10],
  ['officials', 9],
  ['prices', 8],
  ['schools', 6],
  ['transport', 5],
  ['id-cards', 4],
  ['taxes', 3],
  ['rubbish', 2],
];

/** A matter that people write about whatever the post is about. */
interface Stir {
  readonly topic: CorpusTopic;
  readonly from: Day;
  readonly to: Day;
  /** Part of all comments on its first days; it then wanes to the last day. */
  readonly share: number;
  readonly mood: Labelled;
}

const mood = (positive: number, neutral: number, negative: number): Labelled => ({ positive, neutral, negative });
const USUAL = mood(27, 33, 40);
const AFRAID = mood(12, 26, 62);
const ANGRY = mood(15, 22, 63);

/** When what stirred people: what topics.json says was done about it stands between two of these. */
const STIRS: readonly Stir[] = [
  {
    topic: 'elections',
    from: '2024-11-18',
    to: '2024-12-08',
    share: 0.16,
    mood: mood(20, 45, 35),
  },
  { topic: 'id-cards', from: '2026-03-02', to: '2026-07-31', share: 0.1, mood: mood(52, 28, 20) },
  { topic: 'rubbish', from: '2026-05-11', to: '2026-06-14', share: 0.5, mood: ANGRY },
  {
    topic: 'rubbish',
    from: '2026-06-15',
    to: '2026-07-31',
    share: 0.16,
    mood: mood(34, 33, 33),
  },
  { topic: 'vaccines', from: '2026-08-10', to: '2026-08-13', share: 0.35, mood: ANGRY },
  {
    topic: 'vaccines',
    from: '2026-08-14',
    to: '2026-08-30',
    share: 0.12,
    mood: mood(44, 36, 20),
  },
  { topic: 'power', from: '2026-08-19', to: '2026-08-31', share: 0.6, mood: ANGRY },
  { topic: 'power', from: '2026-09-01', to: '2026-09-13', share: 0.1, mood: mood(38, 36, 26) },
  { topic: 'aid', from: '2026-09-14', to: '2026-09-20', share: 0.5, mood: ANGRY },
  { topic: 'aid', from: '2026-09-21', to: '2026-10-18', share: 0.16, mood: mood(42, 34, 24) },
];

/** How people call what stirs them. */
const CALLED: Partial<Record<CorpusTopic, RegExp>> = {
  elections: /coblos|pilih|tps|kpu|suara/i,
  'id-cards': /ktp|rekam|cetak/i,
  rubbish: /sampah|retribusi|iuran/i,
  vaccines: /vaksin|imunisasi|suntik/i,
  power: /listrik|padam|lampu/i,
  aid: /bansos|bantuan|blt/i,
};

/** What a comment is about and, where this stirs people, how they call it. */
export interface Matter {
  readonly topic: CorpusTopic;
  readonly words?: RegExp | undefined;
}

/** What stirs people on a day, each with the part of all comments that it draws. */
export function stirs(day: Day): (readonly [Matter, number])[] {
  const found = STIRS.filter((one) => one.from <= day && day <= one.to).map(({ topic, from, to, share }) => {
    const passed = (at(day) - at(from)) / (at(to) - at(from) + 1);
    return [{ topic, words: CALLED[topic] }, share * (passed < 0.25 ? 1 : (1 - passed) / 0.75)] as const;
  });
  return [...found, [{ topic: 'floods' }, 0.35 * flood(day)]];
}

/** How people speak of a matter on a day where nothing stirs them: floods are feared when it rains, roads slowly get better. */
export function moodOf(topic: CorpusTopic, day: Day): Labelled {
  const stir = STIRS.find((one) => one.topic === topic && one.from <= day && day <= one.to);
  if (stir) return stir.mood;
  if (day >= '2026-01-09' && day <= '2026-01-31') return ['floods', 'aid', 'power', 'roads'].includes(topic) ? AFRAID : USUAL;
  if (topic === 'floods') {
    if (day >= '2026-02-01' && day <= '2026-03-31') return mood(40, 28, 32);
    return [11, 12, 1, 2, 3].includes(Number(day.slice(5, 7))) ? mood(18, 30, 52) : mood(32, 42, 26);
  }
  if (topic === 'roads') return day < '2025-07-01' ? mood(18, 30, 52) : day < '2026-04-01' ? USUAL : mood(38, 32, 30);
  if (topic === 'prices') return ['02', '03'].includes(day.slice(5, 7)) ? mood(14, 30, 56) : USUAL;
  return USUAL;
}
