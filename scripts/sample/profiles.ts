import type { PostType } from '#model/post.ts';

/** How one invented account behaves. Rates are parts of a post's reach; `trend` is the change of reach per year. */
export interface Profile {
  readonly id: AccountId;
  /** Of another body's account on the same platform. */
  readonly peer?: string;
  readonly followers: number;
  readonly gain: number;
  readonly loss: number;
  readonly posts: number;
  readonly reach: number;
  readonly trend: number;
  /** Impressions for each person reached. */
  readonly repeat: number;
  readonly likes: number;
  readonly comments: number;
  readonly shares: number;
  readonly quotes: number;
  readonly saves: number;
  readonly clicks: number;
  /** Half of a post's figures are there after about so many days. */
  readonly half: number;
  readonly types: readonly (readonly [PostType, number])[];
}

export type AccountId = 'facebook' | 'instagram' | 'x' | 'youtube' | 'mastodon' | 'bluesky';

const none = { quotes: 0, saves: 0, clicks: 0 };

export const PROFILES: readonly Profile[] = [
  {
    ...none,
    id: 'facebook',
    followers: 39_400,
    gain: 14,
    loss: 6,
    posts: 31,
    reach: 4400,
    trend: -0.02,
    repeat: 1.32,
    likes: 0.042,
    comments: 0.0062,
    shares: 0.0088,
    clicks: 0.03,
    half: 0.9,
    types: [
      ['image', 46],
      ['album', 16],
      ['video', 12],
      ['short-video', 10],
      ['link', 10],
      ['text', 6],
    ],
  },
  {
    ...none,
    id: 'instagram',
    followers: 34_200,
    gain: 21,
    loss: 7,
    posts: 32,
    reach: 7300,
    trend: 0.09,
    repeat: 1.46,
    likes: 0.034,
    comments: 0.0016,
    shares: 0.0042,
    saves: 0.0034,
    half: 1.1,
    types: [
      ['image', 44],
      ['album', 28],
      ['short-video', 28],
    ],
  },
  {
    ...none,
    id: 'x',
    followers: 21_800,
    gain: 9,
    loss: 6,
    posts: 47,
    reach: 2100,
    trend: -0.1,
    repeat: 1.28,
    likes: 0.0115,
    comments: 0.0018,
    shares: 0.0042,
    saves: 0.0012,
    clicks: 0.006,
    half: 0.35,
    types: [
      ['text', 44],
      ['image', 32],
      ['link', 16],
      ['video', 8],
    ],
  },
  {
    ...none,
    id: 'youtube',
    followers: 5120,
    gain: 4.2,
    loss: 1.1,
    posts: 7.6,
    reach: 4200,
    trend: 0.12,
    repeat: 1.3,
    likes: 0.0058,
    comments: 0.0009,
    shares: 0.0011,
    half: 2.6,
    types: [
      ['video', 62],
      ['short-video', 38],
    ],
  },
  {
    ...none,
    id: 'mastodon',
    followers: 1150,
    gain: 1.1,
    loss: 0.35,
    posts: 22,
    reach: 210,
    trend: 0.05,
    repeat: 1.2,
    likes: 0.038,
    comments: 0.006,
    shares: 0.02,
    quotes: 0.002,
    half: 0.5,
    types: [
      ['text', 40],
      ['image', 36],
      ['link', 18],
      ['video', 6],
    ],
  },
  {
    ...none,
    id: 'bluesky',
    followers: 1240,
    gain: 1.8,
    loss: 0.4,
    posts: 22,
    reach: 330,
    trend: 0.14,
    repeat: 1.2,
    likes: 0.036,
    comments: 0.014,
    shares: 0.014,
    quotes: 0.003,
    saves: 0.004,
    half: 0.5,
    types: [
      ['text', 38],
      ['image', 34],
      ['album', 8],
      ['link', 16],
      ['video', 4],
    ],
  },
];

/** Names and addresses under which the servers know the sample's accounts. All invented, all under reserved domains. */
export const NAMES = {
  agency: 'Diskominfo Tirtaraya',
  site: 'https://tirtaraya.example',
  facebook: { id: '100090000000001', username: 'DiskominfoTirtaraya', server: 'https://graph.facebook.com' },
  mastodon: { id: '109000000000000001', username: 'diskominfo', server: 'https://sosial.tirtaraya.example' },
  bluesky: { did: 'did:plc:tirtarayasample234567abc', handle: 'diskominfo.tirtaraya.example' },
  instagram: { id: '17841400000000001', username: 'diskominfo.tirtaraya' },
  x: { username: 'DiskominfoTtr' },
} as const;
