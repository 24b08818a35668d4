import type { Layout } from '#model/layout.ts';
import type { Declaration } from '#model/source.ts';
import { apart, counting, daily, monthly, ownTerms } from './register-declaration.ts';

const poll: Layout = {
  id: 'poll',
  title: { en: 'Polls, one option a row', id: 'Jajak pendapat, satu pilihan per baris' },
  key: ['date', 'poll', 'option'],
  columns: [
    {
      name: 'date',
      kind: 'day',
      note: { en: 'Day on which the poll closed.', id: 'Hari jajak pendapat ditutup.' },
      examples: ['2026-09-10', '2026-09-10', '2026-09-10'],
    },
    {
      name: 'poll',
      kind: 'code',
      note: { en: 'The poll, as a code of yours.', id: 'Jajak pendapat, dengan kode Anda sendiri.' },
      examples: ['nama-taman', 'nama-taman', 'nama-taman'],
    },
    {
      name: 'option',
      kind: 'code',
      note: {
        en: 'The option, as a code of yours; never what people wrote.',
        id: 'Pilihan, dengan kode Anda sendiri; jangan tulisan orang.',
      },
      examples: ['taman-teratai', 'taman-melati', 'abstain'],
    },
    {
      name: 'votes',
      kind: 'count',
      note: { en: 'Votes for the option.', id: 'Suara untuk pilihan ini.' },
      examples: ['412', '388', '25'],
    },
    counting(
      'participants',
      {
        en: 'People who took part in the poll; the same in each of its rows.',
        id: 'Orang yang ikut dalam jajak pendapat; sama di setiap barisnya.',
      },
      ['810', '810', '810'],
    ),
  ],
};

const qa: Layout = {
  id: 'qa',
  title: { en: 'Questions and answers, one session a row', id: 'Tanya jawab, satu sesi per baris' },
  key: ['date', 'session'],
  columns: [
    {
      name: 'date',
      kind: 'day',
      note: { en: 'Day of the session.', id: 'Hari sesi.' },
      examples: ['2026-09-04', '2026-09-18', '2026-09-25'],
    },
    {
      name: 'session',
      kind: 'code',
      note: { en: 'The session, as a code of yours.', id: 'Sesi, dengan kode Anda sendiri.' },
      examples: ['siaran-langsung-pajak', 'radio-pagi', 'tanya-dinas-kesehatan'],
    },
    counting('questions', { en: 'Questions asked.', id: 'Pertanyaan yang diajukan.' }, ['34', '12', '51']),
    counting('answered', { en: 'Of these, answered.', id: 'Di antaranya, dijawab.' }, ['29', '12', '47']),
    counting('participants', { en: 'People who took part.', id: 'Orang yang ikut.' }, ['220', '', '415']),
  ],
};

export const declaration: Declaration = {
  id: 'polls',
  platform: 'polls',
  name: 'Polls and questions',
  title: { en: 'Polls, and questions and answers, as counts, CSV', id: 'Jajak pendapat dan tanya jawab, sebagai jumlah, CSV' },
  family: 'register',
  kind: 'export',
  api: 'Terang polls CSV, 1',
  secrets: [],
  layouts: [poll, qa],
  gives: apart([
    ...monthly('votes', 'votes', [[], ['poll'], ['poll', 'option']]),
    ...monthly('voters', 'participants', [['poll']]),
    ...daily('questions', 'questions', [[], ['session']]),
    ...daily('questions-answered', 'answered', [[], ['session']]),
    ...daily('participants', 'participants', [[], ['session']]),
  ]),
  lacks: [],
  engagement: [],
  settles: 30,
  freezes: 28,
  limits: {
    en: 'A poll counts in the month in which it closed. Its participants are never added to those of another: the same people would count again; over several sessions participants are attendances. A poll that people come to by themselves says nothing of those who did not. An empty cell is not known, never 0. The file covers whole days that the name or the command states. Small numbers of votes are hidden before they are written, so a file of polls is not kept as received; one of sessions is.',
    id: 'Jajak pendapat dihitung pada bulan penutupannya. Pesertanya tidak pernah dijumlahkan dengan jajak pendapat lain: orang yang sama akan terhitung lagi; untuk beberapa sesi, peserta adalah jumlah kehadiran. Jajak pendapat yang diikuti secara sukarela tidak mewakili mereka yang tidak ikut. Sel kosong berarti tidak diketahui, bukan 0. Berkas mencakup hari-hari penuh yang disebut nama berkas atau perintah. Jumlah suara yang kecil disembunyikan sebelum ditulis, sehingga berkas jajak pendapat tidak disimpan; berkas sesi disimpan.',
  },
  how: [
    {
      en: 'Take the template data/templates/polls-poll.csv or polls-qa.csv: counts alone, never what people wrote.',
      id: 'Ambil templat data/templates/polls-poll.csv atau polls-qa.csv: jumlah saja, jangan tulisan orang.',
    },
    {
      en: 'Import it: npm run import -- --agency A --source polls --from 2026-09-01 --to 2026-09-30 FILE.',
      id: 'Impor: npm run import -- --agency A --source polls --from 2026-09-01 --to 2026-09-30 BERKAS.',
    },
  ],
  terms: ownTerms,
  tried: 'never',
  fixture: 'Ours: the format is this project’s own.',
};
