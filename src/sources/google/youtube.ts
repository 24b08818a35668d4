import { addDays } from '#model/day.ts';
import { dated } from '../figure/figures.ts';
import { faultOf, reasonOf, refreshed } from './google.ts';
import type { ApiSource, Ask, Examination, Pull } from '../source.ts';
import { openAnalytics, readAnalytics } from './youtube-analytics.ts';
import { channelOf, connect, digits, type Channel } from './youtube-channel.ts';
import { comments } from './youtube-comments.ts';
import { declaration, DELAY } from './youtube-declaration.ts';
import { readUploads } from './youtube-videos.ts';

const SCOPE = 'https://www.googleapis.com/auth/yt-analytics.readonly';

async function collect(ask: Ask): Promise<Pull> {
  const data = connect(ask);
  const channel = await channelOf(data, ask.account.handle);
  const { posts, span, gaps } = await readUploads(data, ask, channel);
  const analytics = await readAnalytics(ask, channel.id);
  return {
    api: ask.api,
    series: [followers(ask, channel), ...analytics.series],
    posts,
    span,
    gaps: [...gaps, ...analytics.gaps],
    ...(analytics.expires === undefined ? {} : { expires: analytics.expires }),
  };
}

/** What anybody can see of another channel; its words are left out. */
async function peer(ask: Ask): Promise<Pull> {
  const data = connect(ask);
  const channel = await channelOf(data, ask.account.handle);
  const { posts, span, gaps } = await readUploads(data, ask, channel, true);
  return { api: ask.api, series: [followers(ask, channel)], posts, span, gaps };
}

function followers(ask: Ask, { statistics }: Channel): Pull['series'][number] {
  const shown = statistics.hiddenSubscriberCount === true ? undefined : digits(statistics.subscriberCount);
  return {
    measure: 'followers',
    window: 'day',
    dimensions: {},
    source: declaration.id,
    metric: 'statistics.subscriberCount',
    api: ask.api,
    values: [dated(ask.today, ask.today, shown)],
  };
}

/** One call with the key; where there is a refresh token, one with that, and one report, which only the channel's owner is given. */
async function examine(ask: Ask): Promise<Examination> {
  const lacks: string[] = [];
  const guide = `see docs/sources/${declaration.id}.md`;
  try {
    const channel = await channelOf(connect(ask), ask.account.handle);
    if (channel.statistics.hiddenSubscriberCount === true)
      lacks.push('The channel hides its number of subscribers: it is not known.');
    if (!ask.has('refresh-token')) {
      lacks.push(`There is no refresh token: daily figures of YouTube Analytics are not collected; ${guide}.`);
      return { works: true, lacks };
    }
    const { token, scopes, expires } = await refreshed(ask);
    if (scopes.length > 0 && !scopes.includes(SCOPE))
      lacks.push(`The refresh token lacks the right ${SCOPE}; make a new one with it.`);
    if (expires !== undefined)
      lacks.push(
        `The refresh token ends on ${expires}: the app stands on "Testing"; set it to "In production" and make a new one.`,
      );
    const day = addDays(ask.today, -DELAY);
    await openAnalytics(ask, channel.id, token)({ metrics: 'views', startDate: day, endDate: day });
    return { works: true, lacks, permissions: scopes, ...(expires === undefined ? {} : { expires }) };
  } catch (error) {
    if (faultOf(error)?.reasons.includes('forbidden'))
      lacks.push(`The refresh token may be that of another channel's owner; ${guide}.`);
    return { works: false, lacks: [...lacks, reasonOf(error).detail] };
  }
}

export const youtube: ApiSource = { declaration, collect, peer, comments, examine };
