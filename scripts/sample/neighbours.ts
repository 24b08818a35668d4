import { PROFILES, type Profile } from './profiles.ts';
import { live, type Life } from './world.ts';

/** A public account of another body, for which the same kind of server answers. */
export interface Neighbour {
  readonly platform: 'mastodon' | 'bluesky';
  /** The name by which its server knows it, and that server's host. */
  readonly handle: string;
  readonly host: string;
  readonly name: string;
  readonly id: string;
  readonly life: Life;
}

type Known = Omit<Neighbour, 'life'> & { readonly profile: Profile };

/**
 * Public accounts of other bodies, for comparison: neighbouring districts, a province and a ministry, all invented. Seven on Mastodon, of which
 * six are of similar size; three on Bluesky, too few to place anybody among.
 */
const NEIGHBOURS: readonly Known[] = [
  mastodon('kominfo', 'sosial.gunungsekar.example', 'Diskominfo Gunungsekar', 7, { size: 0.62, posts: 9, warmth: 1.35 }),
  mastodon('kominfo', 'sosial.muarapinang.example', 'Diskominfo Muarapinang', 8, { size: 1.4, posts: 20, warmth: 0.7 }),
  mastodon('infokota', 'sosial.kotabanyubiru.example', 'Pemkot Banyubiru', 9, { size: 2.1, posts: 25, warmth: 0.85 }),
  mastodon('humas', 'sosial.lembahrinjing.example', 'Humas Lembahrinjing', 10, { size: 0.9, posts: 6, warmth: 1.1 }),
  mastodon('diskominfo', 'sosial.pulauselinsing.example', 'Diskominfo Pulau Selinsing', 11, { size: 1.05, posts: 11, warmth: 1 }),
  mastodon('diskominfo', 'sosial.tanahjambu.example', 'Diskominfo Tanahjambu', 12, { size: 0.5, posts: 7, warmth: 0.8 }),
  mastodon('provinsi', 'sosial.nusaraya.example', 'Pemprov Nusaraya', 13, { size: 6, posts: 22, warmth: 0.5 }),
  bluesky('muarapinang.example', 'Diskominfo Muarapinang', 'e', { size: 0.8, posts: 10, warmth: 1.2 }),
  bluesky('kotabanyubiru.example', 'Pemkot Banyubiru', 'f', { size: 1.6, posts: 17, warmth: 0.9 }),
  bluesky('nusaraya.example', 'Pemprov Nusaraya', 'g', { size: 5, posts: 20, warmth: 0.6 }),
];

/** All of them, brought to life when first asked for. */
export function neighbours(): readonly Neighbour[] {
  return (living ??= NEIGHBOURS.map(({ profile, ...who }) => ({ ...who, life: live(profile, 'neighbours') })));
}
let living: readonly Neighbour[] | undefined;

interface Ways {
  /** Followers and reach, as a multiple of the office's own. */
  readonly size: number;
  /** Posts a month. */
  readonly posts: number;
  /** What people do, for each reader, as a multiple of the same. */
  readonly warmth: number;
}

function mastodon(handle: string, host: string, name: string, number: number, ways: Ways): Known {
  const id = String(109_000_000_000_000_000n + BigInt(number));
  return { platform: 'mastodon', handle, host, name, id, profile: like('mastodon', host, ways) };
}

function bluesky(handle: string, name: string, letter: string, ways: Ways): Known {
  const id = `did:plc:tetanggasample234567abc${letter}`;
  return { platform: 'bluesky', handle, host: 'bsky.social', name, id, profile: like('bluesky', handle, ways) };
}

function like(platform: Neighbour['platform'], peer: string, { size, posts, warmth }: Ways): Profile {
  const own = PROFILES.find(({ id }) => id === platform) as Profile;
  const [followers, reach] = [Math.round(own.followers * size), own.reach * size];
  const [likes, comments, shares] = [own.likes * warmth, own.comments * warmth, own.shares * warmth];
  return { ...own, peer, posts, followers, reach, likes, comments, shares, gain: own.gain * size, loss: own.loss * size };
}
