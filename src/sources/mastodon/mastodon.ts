import { z } from 'zod';
import type { Post, PostType } from '#model/post.ts';
import { counted, dated } from '../figure/figures.ts';
import { comments } from './mastodon-comments.ts';
import { declaration } from './mastodon-declaration.ts';
import { connect, profileOf, serverOf } from './mastodon-server.ts';
import { instant, moment } from '../figure/moment.ts';
import { readPages, type Page } from '../http/pages.ts';
import { publicly } from '../peer.ts';
import type { ApiSource, Ask, Examination, Pull } from '../source.ts';
import { fromHtml, words } from '../figure/text.ts';

const Count = z.number().nullish();
const Status = z.object({
  id: z.string().min(1).max(100),
  created_at: z.string(),
  visibility: z.string(),
  url: z.url().nullish(),
  spoiler_text: z.string().nullish(),
  content: z.string(),
  reblog: z.unknown().nullish(),
  favourites_count: Count,
  reblogs_count: Count,
  replies_count: Count,
  quotes_count: Count,
  media_attachments: z.array(z.object({ type: z.string() })).default([]),
  poll: z.unknown().nullish(),
  card: z.unknown().nullish(),
});
/** What `apps/verify_credentials` says of the application that a token belongs to; older servers leave its rights out. */
const Application = z.object({ scopes: z.array(z.string()).optional() });

async function collect(ask: Ask): Promise<Pull> {
  const server = connect(ask);
  const profile = await profileOf(server, ask.account);
  const page = async (cursor: string | undefined): Promise<Page> => {
    const query = { limit: 40, exclude_replies: 'true', exclude_reblogs: 'true', max_id: cursor };
    const { body, headers } = await server(`/api/v1/accounts/${profile.id}/statuses`, query, z.array(Status));
    return { posts: body.flatMap((status) => post(status, ask)), next: nextOf(headers.get('link')) };
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
        metric: 'followers_count',
        api: declaration.api,
        values: [dated(ask.today, ask.today, profile.followers_count)],
      },
    ],
    posts,
    span,
    gaps,
  };
}

function post(status: z.infer<typeof Status>, ask: Ask): Post[] {
  if ((status.reblog ?? null) !== null || !['public', 'unlisted'].includes(status.visibility)) return [];
  return [
    {
      id: status.id,
      ...moment(instant(status.created_at), ask.zone),
      type: typeOf(status),
      ...(status.url ? { url: status.url } : {}),
      ...words([status.spoiler_text, fromHtml(status.content)].filter(Boolean).join('\n\n'), own(ask)),
      figures: {
        likes: counted('favourites_count', status.favourites_count),
        shares: counted('reblogs_count', status.reblogs_count),
        comments: counted('replies_count', status.replies_count),
        quotes: counted('quotes_count', status.quotes_count),
      },
      source: declaration.id,
      api: declaration.api,
      observed: ask.today,
    },
  ];
}

/** The account's name, short and with its server; the same name on another server is somebody else. */
function own({ account }: Ask): string[] {
  const name = account.handle.replace(/^@/, '').split('@')[0] ?? '';
  const homes = new Set([account.url ?? serverOf(account), serverOf(account)]);
  return [name, ...[...homes].map((url) => `${name}@${new URL(url).hostname}`)];
}

function typeOf(status: z.infer<typeof Status>): PostType {
  const [first, second] = status.media_attachments;
  if (first && second) return 'album';
  if (first) return first.type === 'image' ? 'image' : first.type === 'video' || first.type === 'gifv' ? 'video' : 'other';
  if (status.poll) return 'poll';
  return status.card ? 'link' : 'text';
}

/** The next page's `max_id` out of `Link: <…>; rel="next"`. The address itself is not followed: its host is the answer's word alone. */
function nextOf(link: string | undefined): string | undefined {
  const target = /<([^>]*)>\s*;\s*rel="?next"?/.exec(link ?? '')?.[1];
  return (target && URL.parse(target)?.searchParams.get('max_id')) || undefined;
}

/** The account, and what its token may do, where there is one. */
async function examine(ask: Ask): Promise<Examination> {
  const server = connect(ask);
  const hasToken = ask.has('token');
  const permissions = hasToken ? (await server('/api/v1/apps/verify_credentials', {}, Application)).body.scopes : undefined;
  const profile = await profileOf(server, ask.account);
  const more = (permissions ?? []).filter((right) => right !== 'profile' && right.split(':')[0] !== 'read');
  const lacks = [
    more.length > 0 && `The token may do more than read (${more.join(', ')}): make one with the right "read" alone.`,
    profile.moved && 'The account has moved to another: write that one as "handle" and "server".',
    profile.followers_count < 0 && 'The account hides its number of followers: it is not known.',
    ask.account.comments &&
      !hasToken &&
      'Without a token a thread of more than 60 answers can’t be counted; see docs/sources/mastodon.md.',
  ].filter((one) => typeof one === 'string');
  return { works: true, lacks, ...(permissions ? { permissions } : {}) };
}

export const mastodon: ApiSource = { declaration, collect, peer: publicly(collect), comments, examine };
