import { PERSONAL } from '#model/dimension.ts';
import type { Measure } from '#model/measure.ts';
import type { Declaration, Family } from '#model/source.ts';
import { table } from './markdown.ts';

const FAMILIES: Readonly<Record<Family, string>> = {
  social: 'Social media · Media sosial',
  web: 'Web sites · Situs web',
  ads: 'Advertising · Iklan',
  register: 'The office’s own registers · Register milik kantor',
};

/** What figures are about, in the few words that a person looks for. */
const THEMES = {
  followers: { en: 'followers', id: 'pengikut' },
  reach: { en: 'reach or views', id: 'jangkauan atau penayangan' },
  answers: { en: 'likes, comments, shares', id: 'suka, komentar, bagikan' },
  clicks: { en: 'clicks', id: 'klik' },
  visits: { en: 'visits', id: 'kunjungan' },
  results: { en: 'conversions', id: 'konversi' },
  money: { en: 'spend', id: 'belanja' },
  complaints: { en: 'complaints and waits', id: 'pengaduan dan waktu tunggu' },
  ratings: { en: 'ratings', id: 'penilaian' },
  surveys: { en: 'satisfaction', id: 'kepuasan' },
  messages: { en: 'messages sent, opened, answered', id: 'pesan terkirim, dibuka, dijawab' },
  events: { en: 'invited and attended', id: 'diundang dan hadir' },
  polls: { en: 'votes and questions', id: 'suara dan pertanyaan' },
  requests: { en: 'requests and outcomes', id: 'permohonan dan hasilnya' },
  audience: { en: 'who the audience is', id: 'siapa audiensnya' },
} as const;
type Theme = keyof typeof THEMES;

const THEME: Readonly<Record<Measure, Theme>> = {
  followers: 'followers',
  'followers-gained': 'followers',
  'followers-lost': 'followers',
  'followers-online': 'followers',
  'viewer-share': 'audience',
  reach: 'reach',
  impressions: 'reach',
  views: 'reach',
  'engaged-views': 'reach',
  engagements: 'answers',
  reactions: 'answers',
  likes: 'answers',
  comments: 'answers',
  shares: 'answers',
  quotes: 'answers',
  saves: 'answers',
  clicks: 'clicks',
  'link-clicks': 'clicks',
  'profile-visits': 'clicks',
  'watch-hours': 'reach',
  sessions: 'visits',
  'engaged-sessions': 'visits',
  bounces: 'visits',
  'bounce-rate': 'visits',
  visitors: 'visits',
  pageviews: 'visits',
  conversions: 'results',
  spend: 'money',
  'complaints-received': 'complaints',
  'complaints-answered': 'complaints',
  'complaints-closed': 'complaints',
  'complaints-due': 'complaints',
  'complaints-on-time': 'complaints',
  'complaints-open': 'complaints',
  ratings: 'ratings',
  'rating-sum': 'ratings',
  'reports-received': 'complaints',
  'survey-respondents': 'surveys',
  'survey-answers': 'surveys',
  'score-sum': 'surveys',
  'csat-answers': 'surveys',
  'csat-satisfied': 'surveys',
  'messages-sent': 'messages',
  'messages-delivered': 'messages',
  'messages-opened': 'messages',
  'messages-clicked': 'messages',
  'messages-replied': 'messages',
  'messages-answered': 'messages',
  'people-contacted': 'messages',
  invited: 'events',
  registered: 'events',
  attended: 'events',
  votes: 'polls',
  voters: 'polls',
  questions: 'polls',
  'questions-answered': 'polls',
  participants: 'polls',
  'requests-received': 'requests',
  'requests-decided': 'requests',
  'requests-granted': 'requests',
  'requests-partly': 'requests',
  'requests-refused': 'requests',
  'requests-due': 'requests',
  'requests-on-time': 'requests',
};

/** The list of all sources, `docs/sources/README.md`: one table for each family, made from the declarations alone. */
export function shelf(declarations: readonly Declaration[]): string {
  const untried = declarations.filter((one) => one.tried === 'never').length;
  const tables = (Object.keys(FAMILIES) as Family[]).flatMap((family) => {
    const own = declarations.filter((one) => one.family === family).sort(byName);
    const head = ['', 'comes by · datang lewat', 'token', 'what it tells', 'isinya', 'last tried live · terakhir dicoba'];
    return own.length === 0 ? [] : [`## ${FAMILIES[family]}`, table(head, own.map(row))];
  });
  return [
    '# What Terang can read · Yang dapat dibaca Terang',
    '<!-- Made from the declarations in src/sources by `npm run schema`; edit those, not this page. -->',
    `${declarations.length} sources. *API*: pulled by itself, twice a day. *File*: you download or fill in a file, and import it each month. Each name leads to what the source gives and lacks, and how to get it. **never** says that nobody has tried it against the live platform yet: ${untried} of ${declarations.length}. They are tested with recorded or rebuilt answers, as each page says.`,
    `${declarations.length} sumber. *API*: diambil sendiri, dua kali sehari. *Berkas*: Anda mengunduh atau mengisi berkas, lalu mengimpornya tiap bulan. Setiap nama menuju halaman tentang apa yang diberikan, apa yang tidak, dan cara mendapatkannya. **never** berarti belum ada yang mencobanya pada platform yang sebenarnya: ${untried} dari ${declarations.length}. Semuanya diuji dengan jawaban yang direkam atau disusun ulang, seperti disebut di tiap halaman.`,
    ...tables,
    'For developers: [recorded answers and how they are replayed](replay.md). · Untuk pengembang: [rekaman jawaban dan cara memutarnya](replay.md).',
  ]
    .join('\n\n')
    .concat('\n');
}

/** By the platform's name; what comes by itself before what is handed in. */
function byName(a: Declaration, b: Declaration): number {
  const [one, other] = [a, b].map(({ name, kind, id }) => `${name}\n${kind}\n${id}`) as [string, string];
  return one < other ? -1 : 1;
}

function row({ id, name, kind, family, secrets, price, personal, gives, tried }: Declaration): string[] {
  const needed = secrets.filter((one) => !one.optional).length;
  const token =
    secrets.length === 0
      ? 'no · tidak'
      : needed === 0
        ? 'optional · boleh'
        : needed === 1
          ? 'yes · ya'
          : `yes, ${needed} · ya, ${needed}`;
  const isAudience = gives.some(({ dimensions = [] }) => family !== 'register' && dimensions.some((one) => PERSONAL.has(one)));
  const about = new Set<Theme>(gives.map(({ measure }) => THEME[measure]));
  if (isAudience) about.add('audience');
  const told = (language: 'en' | 'id') =>
    (Object.keys(THEMES) as Theme[]).flatMap((one) => (about.has(one) ? THEMES[one][language] : [])).join('; ');
  return [
    `[${name}](${id}.md) \`${id}\``,
    [
      kind === 'api' ? 'API' : 'file · berkas',
      ...(price ? ['paid · berbayar'] : []),
      ...(personal ? ['outside the repository · di luar repositori'] : []),
    ].join('; '),
    token,
    told('en'),
    told('id'),
    tried === 'never' ? '**never**' : tried,
  ];
}
