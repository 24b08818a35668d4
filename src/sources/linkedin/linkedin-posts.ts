import { z } from 'zod';
import { SecretError, SourceError } from '#model/error.ts';
import type { Reason } from '#model/figure.ts';
import type { Post, PostType } from '#model/post.ts';
import type { Gap } from '#model/run.ts';
import { counted } from '../figure/figures.ts';
import { nextOf, Paging, type LinkedIn } from './linkedin-api.ts';
import { declaration, STATISTICS } from './linkedin-declaration.ts';
import { Totals } from './linkedin-statistics.ts';
import { epoch, moment } from '../figure/moment.ts';
import { readPages, type Page, type Pages } from '../http/pages.ts';
import type { Ask } from '../source.ts';
import { words } from '../figure/text.ts';

const Urn = z.string().regex(/^urn:li:(share|ugcPost):\d{1,25}$/);
const Entry = z.object({
  id: Urn,
  author: z.string(),
  commentary: z.string().default(''),
  lifecycleState: z.string(),
  publishedAt: z.int().optional(),
  createdAt: z.int(),
  distribution: z.object({ feedDistribution: z.string().optional() }).optional(),
  reshareContext: z.unknown().optional(),
  content: z
    .object({
      media: z.object({ id: z.string().optional() }).optional(),
      multiImage: z.unknown().optional(),
      article: z.unknown().optional(),
      poll: z.unknown().optional(),
    })
    .optional(),
});
type Entry = z.infer<typeof Entry>;
const Feed = z.object({ elements: z.array(Entry), paging: Paging });
const Figures = z.object({
  elements: z.array(z.object({ share: z.string().optional(), ugcPost: z.string().optional(), totalShareStatistics: Totals })),
});
type Counts = ReadonlyMap<string, z.infer<typeof Totals>>;
/** Posts whose figures are asked for at once, so that an address stays under 2,000 characters. */
const BATCH = 20;

/** Posts of the page with their figures since publication. */
export async function readPosts(linkedin: LinkedIn, ask: Ask, urn: string): Promise<Pages> {
  const feed = await readPages(ask.posts, async (cursor): Promise<Page> => {
    const query = `q=author&author=${encodeURIComponent(urn)}&count=100&sortBy=CREATED${cursor === undefined ? '' : `&start=${cursor}`}`;
    const { elements, paging } = await linkedin('/posts', query, Feed);
    return {
      posts: elements.filter((entry) => isOwn(entry, urn)).map((entry) => post(entry, ask, urn)),
      next: nextOf(paging, elements.length),
    };
  });
  const gaps: Gap[] = [...feed.gaps];
  const filled = new Map<string, Post>();
  for (const kind of ['share', 'ugcPost'] as const) {
    const posts = feed.posts.filter((one) => one.id.startsWith(`urn:li:${kind}:`));
    for (let at = 0; at < posts.length; at += BATCH) {
      const batch = posts.slice(at, at + BATCH);
      const { counts, error } = await figuresOf(linkedin, urn, kind, batch);
      const reason: Reason = error instanceof SecretError ? 'secret-missing' : error ? 'failed' : 'empty';
      for (const one of batch) filled.set(one.id, { ...one, figures: figures(counts.get(one.id), reason) });
      const [from, to] = [batch[0]?.day, batch.at(-1)?.day];
      if (error && from && to)
        gaps.push(...STATISTICS.map(({ measure }) => ({ measure, from, to, reason, detail: error.message.slice(0, 300) })));
    }
  }
  return { ...feed, posts: feed.posts.map((one) => filled.get(one.id) ?? one), gaps };
}

async function figuresOf(
  linkedin: LinkedIn,
  urn: string,
  kind: 'share' | 'ugcPost',
  posts: readonly Post[],
): Promise<{ counts: Counts; error?: SourceError | SecretError }> {
  const list = posts.map((one) => encodeURIComponent(one.id)).join(',');
  const query = `q=organizationalEntity&organizationalEntity=${encodeURIComponent(urn)}&${kind}s=List(${list})`;
  try {
    const { elements } = await linkedin('/organizationalEntityShareStatistics', query, Figures);
    return {
      counts: new Map(elements.flatMap((one) => (one[kind] === undefined ? [] : [[one[kind], one.totalShareStatistics]]))),
    };
  } catch (error) {
    if (error instanceof SourceError || error instanceof SecretError) return { counts: new Map(), error };
    throw error;
  }
}

/** Neither an advertisement that stands in no feed, nor a reshare without words, nor a draft. */
function isOwn(entry: Entry, urn: string): boolean {
  const advertisement = entry.distribution?.feedDistribution === 'NONE';
  const bare = entry.reshareContext !== undefined && entry.commentary.trim() === '';
  return entry.author === urn && entry.lifecycleState === 'PUBLISHED' && !advertisement && !bare;
}

function post(entry: Entry, ask: Ask, urn: string): Post {
  return {
    id: entry.id,
    ...moment(epoch(entry.publishedAt ?? entry.createdAt), ask.zone),
    type: typeOf(entry.content),
    url: `https://www.linkedin.com/feed/update/${entry.id}/`,
    ...words(plain(entry.commentary, urn), [ask.account.handle]),
    figures: figures(undefined, 'failed'),
    source: declaration.id,
    api: ask.api,
    observed: ask.today,
  };
}

function figures(counts: z.infer<typeof Totals> | undefined, reason: Reason): Post['figures'] {
  return Object.fromEntries(STATISTICS.map(({ measure, metric }) => [measure, counted(metric, counts?.[metric], reason)]));
}

function typeOf(content: Entry['content']): PostType {
  if (content?.multiImage !== undefined) return 'album';
  if (content?.article !== undefined) return 'link';
  if (content?.poll !== undefined) return 'poll';
  const kind = content?.media?.id?.split(':')[2];
  if (kind === undefined) return content === undefined || Object.keys(content).length === 0 ? 'text' : 'other';
  return kind === 'image' ? 'image' : kind === 'video' ? 'video' : 'other';
}

/** LinkedIn's "little text": names of others become "@…", hashtag templates become hashtags, escapes go. */
export function plain(commentary: string, self: string): string {
  return commentary
    .slice(0, 20_000)
    .replace(/@\[((?:\\.|[^\]\\])*)\]\((urn:li:[^()\s]*)\)/g, (_, name: string, urn: string) => (urn === self ? name : '@…'))
    .replace(/\{hashtag\|\\?[#＃]\|((?:\\.|[^}\\])*)\}/g, '#$1')
    .replace(/\\([|{}@[\]()<>#\\*_~])/g, '$1');
}
