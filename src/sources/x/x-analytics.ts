import { dayOf, daysBetween } from '#model/day.ts';
import type { Post } from '#model/post.ts';
import type { Declaration } from '#model/source.ts';
import { covered, daily, figuresOf, gather, namedSpan, type Mapping } from '../file/export.ts';
import { moment, type Moment } from '../figure/moment.ts';
import { open, type Column, type Sheet } from '../file/sheet.ts';
import type { Export, ExportSource, Pull } from '../source.ts';
import { words } from '../figure/text.ts';

const API = 'X Analytics export, 2025';
const LEGACY = 'Tweet activity export, legacy';

type Key = keyof typeof columns;
const columns = {
  date: { kind: 'date', names: { en: ['Date'] } },
  id: { kind: 'id', names: { en: ['Post id', 'Tweet id'] } },
  text: { kind: 'text', names: { en: ['Post text', 'Tweet text'] } },
  link: { kind: 'text', names: { en: ['Link', 'Post Link', 'Tweet permalink'] } },
  time: { kind: 'date', names: { en: ['time'] } },
  impressions: { kind: 'count', names: { en: ['Impressions'] } },
  engagements: { kind: 'count', names: { en: ['Engagements'] } },
  likes: { kind: 'count', names: { en: ['Likes'] } },
  saves: { kind: 'count', names: { en: ['Bookmarks'] } },
  replies: { kind: 'count', names: { en: ['Replies'] } },
  // Not "Shares": there X counts the share menu (copied links, messages), here its own reposts.
  reposts: { kind: 'count', names: { en: ['Reposts', 'Retweets'] } },
  gained: { kind: 'count', names: { en: ['New follows'] } },
  lost: { kind: 'count', names: { en: ['Unfollows'] } },
  visits: { kind: 'count', names: { en: ['Profile visits', 'User profile clicks'] } },
  clicks: { kind: 'count', names: { en: ['Url clicks', 'URL Clicks'] } },
} satisfies Record<string, Column>;

/** Columns of counts that the overview has and nothing here reads. */
const UNREAD = ['Shares', 'Create Post', 'Video views', 'Media views'];

const both: Mapping<Key>[] = [
  ['impressions', 'impressions', 'Impressions'],
  ['engagements', 'engagements', 'Engagements'],
  ['likes', 'likes', 'Likes'],
  ['comments', 'replies', 'Replies'],
  ['shares', 'reposts', 'Reposts'],
  ['saves', 'saves', 'Bookmarks'],
  ['profile-visits', 'visits', 'Profile visits'],
];
const overview: Mapping<Key>[] = [
  ...both,
  ['followers-gained', 'gained', 'New follows'],
  ['followers-lost', 'lost', 'Unfollows'],
];
const content: Mapping<Key>[] = [...both, ['link-clicks', 'clicks', 'Url clicks']];

const declaration: Declaration = {
  id: 'x-analytics',
  platform: 'x',
  name: 'X (Twitter)',
  title: { en: 'X Analytics, CSV export', id: 'X Analytics, ekspor CSV' },
  family: 'social',
  kind: 'export',
  api: API,
  secrets: [],
  gives: [
    ...overview.map(([measure, , metric]) => ({
      measure,
      level: 'account' as const,
      window: 'day' as const,
      metric,
      snapshot: false,
    })),
    ...content.map(([measure, , metric]) => ({
      measure,
      level: 'post' as const,
      metric,
      snapshot: false,
      ...(measure === 'saves'
        ? { note: { en: 'Not in the legacy tweet activity export.', id: 'Tidak ada dalam ekspor aktivitas tweet yang lama.' } }
        : {}),
    })),
  ],
  lacks: [
    {
      measure: 'followers',
      level: 'account',
      reason: 'not-in-export',
      note: {
        en: 'The export tells how many followers came and went, never how many there are.',
        id: 'Ekspor hanya memuat berapa pengikut datang dan pergi, bukan jumlah seluruhnya.',
      },
    },
    { measure: 'reach', level: 'account', reason: 'not-offered' },
    { measure: 'quotes', level: 'post', reason: 'not-in-export' },
  ],
  engagement: ['likes', 'comments', 'shares', 'saves'],
  settles: 3,
  freezes: 28,
  limits: {
    en: 'Analytics needs a paid (Premium) account. "Shares" here means reposts; X’s own column "Shares" counts its share menu and is not used. "Engagements" is X’s own sum and holds clicks too; it is shown, never mixed with ours. Replies to others and reposts of others are left out of the posts. The overview counts by X’s own day; which zone that is, is not stated. A post’s time is read out of its id, so its day is the agency’s. The legacy export has no bookmarks.',
    id: 'Analytics memerlukan akun berbayar (Premium). "Dibagikan" di sini berarti repost; kolom "Shares" milik X menghitung menu bagikan dan tidak dipakai. "Engagements" adalah jumlah menurut X dan mencakup klik; ditampilkan, tidak pernah dicampur dengan hitungan kami. Balasan kepada orang lain dan repost milik orang lain tidak dihitung sebagai kiriman. Ikhtisar dihitung menurut hari X; zonanya tidak disebutkan. Waktu kiriman dibaca dari ID-nya, sehingga harinya adalah hari instansi. Ekspor lama tidak memuat markah.',
  },
  how: [
    {
      en: 'Not tried: log in as the agency on the web, open Premium > Analytics (x.com/i/account_analytics).',
      id: 'Belum dicoba: masuk sebagai instansi di web, buka Premium > Analytics (x.com/i/account_analytics).',
    },
    {
      en: 'Not tried: tab "Overview", choose the days, download arrow: the daily figures.',
      id: 'Belum dicoba: tab "Overview", pilih rentang hari, panah unduh: angka harian.',
    },
    {
      en: 'Not tried: tab "Content", the same days, download arrow: the posts. The file’s name says which days it covers; keep it.',
      id: 'Belum dicoba: tab "Content", rentang yang sama, panah unduh: kiriman. Nama berkas menyebut rentang harinya; jangan diubah.',
    },
    {
      en: 'Import both: npm run import -- --agency A --source x-analytics FILE FILE. Where a name lost its days, say --from and --to.',
      id: 'Impor keduanya: npm run import -- --agency A --source x-analytics BERKAS BERKAS. Bila nama berkas tidak lagi memuat rentang hari, tambahkan --from dan --to.',
    },
  ],
  tried: 'never',
  fixture:
    'Overview and content: real exports of 2025, where they are at hand. Content of 2026 (other headers and dates) and legacy tweet activity: ours; only their headers are known.',
  documentation: 'https://help.x.com/en/managing-your-account/using-the-post-activity-dashboard',
};

function read(file: Export): Pull {
  const { sheet, layout } = open<Key>(file, columns, [
    { name: 'content', needs: ['id', 'date', 'text', 'impressions'] },
    { name: 'legacy tweet activity', needs: ['id', 'time', 'text', 'impressions'] },
    { name: 'overview', needs: ['date', 'impressions', 'engagements'] },
  ]);
  if (layout.name === 'overview') {
    const { series, gaps } = daily(file, sheet, 'date', overview, { source: declaration.id, api: API });
    sheet.done();
    return { api: API, series, posts: [], span: null, gaps, keep: sheet.isBare({ heads: UNREAD }) };
  }
  // Not kept: imports/ is public, and a post's text may hold a telephone number or somebody's name.
  const legacy = layout.name !== 'content';
  const span = covered(file, namedSpan(file.name));
  const posts = gather(sheet, span, (row) => tweet(file, sheet, row, legacy), 'id');
  sheet.done();
  return { api: legacy ? LEGACY : API, series: [], posts, span, gaps: [] };
}

function tweet(file: Export, sheet: Sheet<Key>, row: Sheet<Key>['rows'][number], legacy: boolean): Post | null {
  const id = sheet.id(row, 'id');
  const when = legacy ? 'time' : 'date';
  const date = sheet.date(row, when);
  const figures = figuresOf(sheet, row, content);
  if (id !== null && !/^\d{1,20}$/.test(id)) sheet.refuse(row, 'id', 'id', `"${id}" is no id of a post: those are digits`);
  if (sheet.text(row, when).trim() === '')
    sheet.refuse(row, when, 'date', 'a post without its date can’t be counted in any month');
  if (id === null || date === null || !/^\d{1,20}$/.test(id)) return null;
  const text = sheet.text(row, 'text');
  if (isForOthers(text, file.account.handle)) return null;
  const link = sheet.text(row, 'link').trim();
  return {
    id,
    ...(date.at === undefined ? (born(id, date.day, file.zone) ?? { day: date.day }) : { day: date.day, at: date.at }),
    type: 'other',
    ...(/^https:\/\/(x|twitter)\.com\/\w+\/status\/\d+$/.test(link) ? { url: link } : {}),
    ...words(text, [file.account.handle]),
    figures,
    source: declaration.id,
    api: legacy ? LEGACY : API,
    observed: file.today,
    file: file.file,
  };
}

/** Replies to others begin with their handle, reposts of others with "RT @"; the export does not tell them apart in any other way. */
function isForOthers(text: string, own: string): boolean {
  const name = /^\s*(?:RT\s+)?@(\w+)/.exec(text)?.[1];
  return name !== undefined && name.toLowerCase() !== own.replace(/^@/, '').toLowerCase();
}

/** The time that X built into the id (milliseconds since 4 November 2010, above 22 other bits), unless it contradicts the export's day. */
function born(id: string, day: string, zone: string): Moment | undefined {
  const at = new Date(Number((BigInt(id) >> 22n) + 1_288_834_974_657n));
  if (Number.isNaN(at.getTime()) || Math.abs(daysBetween(day, dayOf(at, 'UTC'))) > 1) return undefined;
  return moment(at, zone);
}

export const xAnalytics: ExportSource = { declaration, read };
