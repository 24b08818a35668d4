import { z } from 'zod';
import type { Post, PostType } from '#model/post.ts';
import { comments } from './bluesky-comments.ts';
import { declaration } from './bluesky-declaration.ts';
import { connect } from './bluesky-server.ts';
import { counted, dated } from '../figure/figures.ts';
import { instant, moment } from '../figure/moment.ts';
import { readPages, type Page } from '../http/pages.ts';
import { publicly } from '../peer.ts';
import type { ApiSource, Ask, Examination, Pull } from '../source.ts';
import { words } from '../figure/text.ts';

const Profile = z.object({
  did: z.string().regex(/^did:[a-z]+:[\w.:%-]+$/),
  handle: z.string(),
  followersCount: z.number().optional(),
});
const Count = z.number().optional();
const Typed = z.object({ $type: z.string() });
const Item = z.object({
  post: z.object({
    uri: z.string().regex(/^at:\/\/[^/]+\/[^/]+\/[\w.~:-]+$/),
    author: z.object({ did: z.string() }),
    record: z.object({ text: z.string().default(''), createdAt: z.string() }),
    embed: Typed.extend({
      images: z.array(z.unknown()).optional(),
      media: Typed.extend({ images: z.array(z.unknown()).optional() }).optional(),
    }).optional(),
    likeCount: Count,
    repostCount: Count,
    replyCount: Count,
    quoteCount: Count,
    bookmarkCount: Count,
    indexedAt: z.string(),
  }),
  reason: z.unknown().optional(),
});
const Feed = z.object({ feed: z.array(Item), cursor: z.string().optional() });

async function collect(ask: Ask): Promise<Pull> {
  const server = connect(ask);
  const actor = actorOf(ask);
  const profile = await server('app.bsky.actor.getProfile', { actor }, Profile);
  const page = async (cursor: string | undefined): Promise<Page> => {
    const query = { actor, limit: 100, filter: 'posts_no_replies', cursor };
    const { feed, cursor: next } = await server('app.bsky.feed.getAuthorFeed', query, Feed);
    const own = feed.filter((item) => item.reason === undefined && item.post.author.did === profile.did);
    return { posts: own.map((item) => post(item, profile.handle, ask)), next };
  };
  const { posts, span, gaps } = await readPages(ask.posts, page);
  return {
    api: declaration.api,
    series: [
      {
        measure: 'followers',
        window: 'day',
        dimensions: {},
        source: declaration.id,
        metric: 'followersCount',
        api: declaration.api,
        values: [dated(ask.today, ask.today, profile.followersCount)],
      },
    ],
    posts,
    span,
    gaps,
  };
}

function post({ post: { uri, record, embed, indexedAt, ...counts } }: z.infer<typeof Item>, handle: string, ask: Ask): Post {
  const written = instant(record.createdAt);
  const seen = instant(indexedAt);
  return {
    id: uri,
    ...moment(written < seen ? written : seen, ask.zone),
    type: typeOf(embed),
    url: `https://bsky.app/profile/${encodeURIComponent(handle)}/post/${uri.slice(uri.lastIndexOf('/') + 1)}`,
    ...words(record.text, [handle, ask.account.handle]),
    figures: {
      likes: counted('likeCount', counts.likeCount),
      shares: counted('repostCount', counts.repostCount),
      comments: counted('replyCount', counts.replyCount),
      quotes: counted('quoteCount', counts.quoteCount),
      saves: counted('bookmarkCount', counts.bookmarkCount),
    },
    source: declaration.id,
    api: declaration.api,
    observed: ask.today,
  };
}

function typeOf(embed: z.infer<typeof Item>['post']['embed']): PostType {
  const part = embed?.$type.startsWith('app.bsky.embed.recordWithMedia') ? embed.media : embed;
  const kind = part?.$type.replace(/^app\.bsky\.embed\.(\w+).*$/, '$1');
  if (kind === 'images') return (part?.images?.length ?? 0) > 1 ? 'album' : 'image';
  if (kind === 'video') return 'video';
  if (kind === 'external') return 'link';
  return kind === undefined || kind === 'record' ? 'text' : 'other';
}

function actorOf({ account }: Ask): string {
  return account.handle.replace(/^@/, '');
}

/** The profile alone: no token could be wrong. */
async function examine(ask: Ask): Promise<Examination> {
  const { followersCount } = await connect(ask)('app.bsky.actor.getProfile', { actor: actorOf(ask) }, Profile);
  return { works: true, lacks: followersCount === undefined ? ['The server does not say how many followers there are.'] : [] };
}

export const bluesky: ApiSource = { declaration, collect, peer: publicly(collect), comments, examine };
